package dev.launchready.cli;

import dev.launchready.check.Notebook;
import dev.launchready.check.secrets.FoundSecret;
import dev.launchready.check.secrets.GitHistoryCheck.Seen;
import dev.launchready.check.secrets.HistorySearch;
import dev.launchready.check.secrets.Sighting;
import dev.launchready.detect.SecretSearch;
import dev.launchready.model.SecretInventory.Extent;
import dev.launchready.model.SecretInventory.Kind;
import dev.launchready.model.SecretInventory.Leak;
import dev.launchready.model.SecretInventory.Lived;
import dev.launchready.model.SecretInventory.Mark;
import dev.launchready.model.SecretInventory.Place;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.git.GitHistory;
import dev.launchready.probe.git.Holes;
import dev.launchready.probe.git.JGitProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history of a repository that a person named, looked at for secrets. */
final class SecretsHistory {
    private static final String GIT = ".git";

    private final SecretsSetting setting;
    private final HistorySearch search;
    private final List<Leak> leaks = new ArrayList<>();

    SecretsHistory(SecretsSetting setting, Notebook notes, Clock clock) {
        this.setting = setting;
        this.search = new HistorySearch(SecretSearch.tested(setting.rules(), setting.key()), notes, clock);
    }

    /** Whether a folder is the top of a working tree. */
    static boolean isTop(Path folder) {
        return Files.exists(folder.resolve(GIT));
    }

    /** Whether a folder is a repository without a working tree. */
    static boolean isBare(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD"))
                && Files.isDirectory(folder.resolve("objects"))
                && Files.isDirectory(folder.resolve("refs"));
    }

    /** What was found in all that was looked at. */
    List<Leak> leaks() {
        return List.copyOf(leaks);
    }

    /** @param prefix before the names of files in what is told */
    Extent look(Path repository, String target, String prefix) throws InterruptedException {
        Path place = repository.toAbsolutePath().normalize();
        try (GitHistory history = JGitProbe.onAllProcessors().open(place)) {
            Seen seen = search.look(history, target, place);
            seen.found().forEach(each -> leaks.add(leak(each, prefix)));
            List<String> unread = new ArrayList<>(holes(seen.holes(), target));
            if (seen.left() > 0) {
                unread.add("Of the history of " + target + ", " + seen.left() + " finds are not listed: too many.");
            }
            List<String> leftOut = seen.notOpened().stream()
                    .map(name -> prefix + name + " of the history is an archive that could not be opened whole.")
                    .toList();
            return new Extent(seen.blobs(), seen.bytes(), 0, leftOut, unread);
        } catch (ProbeException e) {
            return new Extent(0, 0, 0, List.of(), List.of("The history was not looked at: " + e.getMessage() + "."));
        }
    }

    private static List<String> holes(Holes holes, String target) {
        List<String> said = new ArrayList<>();
        say(said, holes.cut(), "commits have parents that a shallow clone left out: git fetch --unshallow");
        String whole = holes.partial() ? "git fetch --refetch --no-filter" : "clone anew";
        say(said, holes.missing() + holes.missingTips(), "objects lie not here: " + whole);
        say(said, holes.corrupt(), "objects are damaged: git fsck names them");
        say(said, holes.tooLarge(), "objects are too large to be looked at");
        say(said, holes.large(), "files are kept by Git LFS elsewhere: git lfs fetch --all");
        holes.unreadable().forEach(each -> said.add("In the history of " + target + ", " + each + "."));
        holes.submodules()
                .forEach(each -> said.add("The history of the submodule " + each
                        + " lies not here: git submodule update --init --recursive"));
        return said;
    }

    private static void say(List<String> said, long count, String what) {
        if (count > 0) {
            said.add("In the history, " + count + " " + what + ".");
        }
    }

    private Leak leak(FoundSecret found, String prefix) {
        return new Leak(
                new Mark(
                        found.ref().fingerprint(),
                        found.ref().prefix(),
                        found.ref().length(),
                        found.facts()),
                new Kind(
                        found.rule(),
                        found.kind(),
                        SecretsLook.use(found.keyClass()),
                        found.severity(),
                        found.rotate(),
                        found.restriction()),
                found.proof(),
                found.sightings().stream().map(each -> place(each, prefix)).toList(),
                found.places(),
                setting.acceptance(found.ref().fingerprint()));
    }

    private static Place place(Sighting each, String prefix) {
        return new Place(
                prefix + each.file(),
                each.line(),
                each.column(),
                Optional.of(each.label()).filter(label -> !label.isEmpty()),
                each.layers(),
                Optional.of(new Lived(
                        each.first().orElse(""), each.last(), each.inHead().orElse(false))));
    }
}
