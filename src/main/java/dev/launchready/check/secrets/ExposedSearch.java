package dev.launchready.check.secrets;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.Likeness;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.face.SoftNotFound;
import dev.launchready.check.face.Trouble;
import dev.launchready.check.secrets.ExposedSeen.Door;
import dev.launchready.check.secrets.ExposedSeen.Open;
import dev.launchready.model.Evidence;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks one door after the other for what should not be there. */
final class ExposedSearch {
    private static final int MOST_CONTENT = 64 * 1024;
    private static final int MOST_DIRECTORIES = 6;
    private static final String FIRST_BYTES = "bytes=0-4095";
    private static final Pattern LISTING = Pattern.compile(
            "(?i)<title>\\s*(?:Index of /|Directory listing for |Listing of |[^<]* - /)|<h1>\\s*Index of /|\\[To Parent Directory\\]|"
                    + "<title>Directory: /|<h1>Directory: /");
    private static final Pattern LINKS = Pattern.compile("(?i)<a\\s+[^>]*href=");

    private final CheckContext context;
    private final Harvest harvest;
    private final PublicFace face;

    /** @throws ProbeException when there is no front page to tell what is open from what is missing */
    ExposedSearch(CheckContext context, Harvest harvest) throws ProbeException, InterruptedException {
        this.context = context;
        this.harvest = harvest;
        this.face = context.memo().get(PublicFace.KEY);
    }

    /** The origins of the portal and of its API, and the base paths under which they live. */
    static List<Url> doors(Portal portal) {
        Set<Url> doors = new LinkedHashSet<>();
        for (Url url : List.of(portal.url(), portal.api())) {
            doors.add(url.at("/"));
            String path = url.path();
            String base = path.substring(0, path.lastIndexOf('/') + 1);
            if (base.length() > 1) {
                doors.add(url.at(base));
            }
        }
        return List.copyOf(doors);
    }

    Door look(Url door) throws ProbeException, InterruptedException {
        SoftNotFound missing = SoftNotFound.learn(context.http(), door);
        Optional<HttpAnswer> before = ask(HttpCall.get(door));
        boolean root = door.path().equals("/");
        Round round = new Round();
        for (ExposedPath path : ExposedPaths.all()) {
            if (root || path.everywhere()) {
                Url url = door.at(base(door) + path.path());
                HttpCall plain = HttpCall.get(url);
                round.heard(ask(path.large() ? plain.with("Range", FIRST_BYTES) : plain))
                        .filter(each -> there(each, path, missing))
                        .ifPresent(each -> round.open.add(open(path, path.path(), each)));
            }
        }
        for (String directory : root ? directories() : List.<String>of()) {
            round.heard(ask(HttpCall.get(door.at(directory))))
                    .filter(each -> listing(each))
                    .ifPresent(each -> round.open.add(listed(each)));
        }
        for (String folder : ServedFolders.under(door, face)) {
            lookInto(folder, door, missing, round);
        }
        boolean steady = before.isPresent()
                && !Trouble.of(before.get().status())
                && ask(HttpCall.get(door))
                        .filter(after -> like(before.get(), after))
                        .isPresent();
        return new Door(
                door.origin() + base(door),
                door.authority(),
                round.asked,
                round.answered,
                missing.status(),
                steady,
                round.open);
    }

    /** The worst in a folder that is served. A server may know no 404 in there alone, so that a file that cannot be is asked for first. */
    private void lookInto(String folder, Url door, SoftNotFound missing, Round round) throws InterruptedException {
        String made = Long.toString(new SecureRandom().nextLong() >>> 16, Character.MAX_RADIX);
        Optional<HttpAnswer> control = ask(HttpCall.get(door.at(folder + ".lr" + made)));
        String below = "/" + folder.substring(door.path().length());
        for (ExposedPath path : ExposedPaths.worst()) {
            String name = path.path().substring(1);
            round.heard(ask(HttpCall.get(door.at(folder + name))))
                    .filter(each -> there(each, path, missing))
                    .filter(each -> control.filter(other -> proves(other, path)).isEmpty())
                    .ifPresent(each -> round.open.add(open(path, below + name, each)));
        }
    }

    /** What came of the requests at one door. */
    private static final class Round {
        private final List<Open> open = new ArrayList<>();
        private int asked;
        private int answered;

        Optional<HttpAnswer> heard(Optional<HttpAnswer> answer) {
            asked++;
            answered += answer.filter(each -> !Trouble.of(each.status())).isPresent() ? 1 : 0;
            return answer;
        }
    }

    private static boolean like(HttpAnswer before, HttpAnswer after) {
        return before.status() == after.status() || Likeness.alike(before, after);
    }

    private static String base(Url door) {
        return door.path().substring(0, door.path().length() - 1);
    }

    private Optional<HttpAnswer> ask(HttpCall call) throws InterruptedException {
        try {
            return Optional.of(context.http().send(call));
        } catch (ProbeException e) {
            return Optional.empty(); // counted as not answered
        }
    }

    private static boolean there(HttpAnswer answer, ExposedPath path, SoftNotFound missing) {
        boolean success = answer.status() == 200 || answer.status() == 206;
        if (!success || answer.body().length == 0 || missing.looksMissing(answer)) {
            return false;
        }
        return proves(answer, path);
    }

    private static boolean proves(HttpAnswer answer, ExposedPath path) {
        return path.content().matcher(start(answer)).find();
    }

    private static String start(HttpAnswer answer) {
        byte[] body = answer.body();
        return new String(body, 0, Math.min(body.length, MOST_CONTENT), StandardCharsets.ISO_8859_1);
    }

    private Open open(ExposedPath path, String below, HttpAnswer answer) {
        String url = BundlesSeen.shown(answer.call().url());
        harvest.look(answer.body(), url, sighting -> sighting.shownBy(command(url)));
        return new Open(
                path.reason().code(),
                below,
                answer.status(),
                answer.body().length,
                answer.mediaType(),
                seen(url, answer));
    }

    private Open listed(HttpAnswer answer) {
        String url = BundlesSeen.shown(answer.call().url());
        return new Open(
                ExposedFilesCheck.DIRECTORY_LISTING.code(),
                answer.call().url().path(),
                answer.status(),
                answer.body().length,
                LINKS.matcher(start(answer)).results().count() + " links",
                seen(url, answer));
    }

    /** The content itself is what must not be told, so no part of it is shown. */
    private static Evidence seen(String url, HttpAnswer answer) {
        String kind = answer.mediaType().isEmpty() ? "no type" : answer.mediaType();
        return new Evidence.FileLocation(
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "status " + answer.status() + ", " + kind + ", " + answer.body().length + " bytes",
                command(url));
    }

    private static String command(String url) {
        return "curl -sS -i '" + url.replace("'", "%27") + "' | head -c 400";
    }

    private static boolean listing(HttpAnswer answer) {
        String start = start(answer);
        return answer.status() == 200
                && LISTING.matcher(start).find()
                && LINKS.matcher(start).results().limit(2).count() == 2;
    }

    /** The folders of what the front page loads, and those that are usual for uploads and copies. */
    private List<String> directories() {
        Set<String> folders = new LinkedHashSet<>();
        face.assets().stream()
                .filter(asset -> asset.url().sameOrigin(face.front().url()))
                .map(asset -> asset.url().path().substring(0, asset.url().path().lastIndexOf('/') + 1))
                .filter(folder -> folder.length() > 1)
                .limit(MOST_DIRECTORIES)
                .forEach(folders::add);
        folders.addAll(List.of("/uploads/", "/files/", "/backup/", "/images/", "/logs/"));
        return List.copyOf(folders);
    }
}
