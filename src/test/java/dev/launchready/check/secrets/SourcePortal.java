package dev.launchready.check.secrets;

import dev.launchready.catalog.CatalogReader;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckFolder;
import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Judgement;
import dev.launchready.check.Memo;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.portal.Portal;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.probe.ProbeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder with a portal file, of which a check of the source sees what a test writes there. */
record SourcePortal(Path folder) {

    SourcePortal write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    SourcePortal write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    /** @param more of the portal file below its address */
    Portal portal(String more) throws Exception {
        Path file = folder.resolve("launch-ready.yml");
        Files.writeString(file, "portal: {name: Harbor, url: https://portal.harbor.example}\n" + more);
        return PortalFile.read(file, Map.of());
    }

    <O extends Record> O observe(Check<O> check, String more) throws Exception {
        return check.observe(context(check, portal(more)));
    }

    <O extends Record> Judgement judge(Check<O> check, String more) throws Exception {
        return check.judge(observe(check, more), params(check));
    }

    static Params params(Check<?> check) throws Exception {
        CheckCard card =
                CatalogReader.read(CheckFolder.bundled()).card(check.id()).orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        card.params().forEach((name, param) -> values.put(name, param.value()));
        return new Params(values);
    }

    private static CheckContext context(Check<?> check, Portal portal) throws Exception {
        return new CheckContext(
                portal,
                params(check),
                call -> {
                    throw new ProbeException.Refused("no test of the source sends anything");
                },
                (name, type) -> {
                    throw new IllegalStateException("no DNS here");
                },
                (host, port) -> {
                    throw new IllegalStateException("no TLS here");
                },
                Clock.systemUTC(),
                new Memo() {
                    @Override
                    public <T> T get(Shared<T> shared) {
                        throw new IllegalStateException("no memo here");
                    }
                });
    }

    /** The outcome and the reasons in few words: {@code fails live-secret}, {@code passes}. */
    static String told(Judgement judgement) {
        List<String> reasons = new ArrayList<>();
        String word;
        if (judgement instanceof Judgement.Failed failed) {
            word = "fails";
            failed.raised().forEach(each -> reasons.add(each.reason().code()));
        } else if (judgement instanceof Judgement.Warned warned) {
            word = "warns";
            warned.raised().forEach(each -> reasons.add(each.reason().code()));
        } else if (judgement instanceof Judgement.Blocked blocked) {
            word = "blocks";
            blocked.unproven().forEach(each -> reasons.add(each.reason().code()));
        } else if (judgement instanceof Judgement.NotApplicable none) {
            word = "not-applicable";
            reasons.add(none.reason().code());
        } else {
            word = "passes";
        }
        return (word + " "
                        + String.join(" ", reasons.stream().distinct().sorted().toList()))
                .strip();
    }

    static List<Raised> raised(Judgement judgement) {
        if (judgement instanceof Judgement.Failed failed) {
            return failed.raised();
        }
        return judgement instanceof Judgement.Warned warned ? warned.raised() : List.of();
    }
}
