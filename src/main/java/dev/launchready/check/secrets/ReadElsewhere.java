package dev.launchready.check.secrets;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.PublicFace;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpCall.Purpose;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that other checks of secrets read, and tell of: scripts and their maps, the pages that a visitor sees, settings of the front end,
 * files that were left behind. Those of other hosts than the portal's are nobody's to read.
 */
final class ReadElsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(ReadElsewhere.class);
    private static final Pattern CODE = Pattern.compile(".*(?:javascript|ecmascript|css|wasm).*");
    private static final Pattern CODE_FILE = Pattern.compile("(?i).*\\.(?:m?js|css|map|wasm|webmanifest)");

    private final Set<String> hosts;
    private final Set<Url> seen = new HashSet<>();

    ReadElsewhere(CheckContext context) throws InterruptedException {
        this.hosts = context.portal().hosts();
        BundlesCheck.SETTINGS.forEach(path -> seen.add(context.portal().url().at(path)));
        for (Url door : ExposedSearch.doors(context.portal())) {
            String base = door.path().substring(0, door.path().length() - 1);
            ExposedPaths.all().forEach(each -> seen.add(door.at(base + each.path())));
        }
        try {
            PublicFace face = context.memo().get(PublicFace.KEY);
            face.pages().forEach(page -> seen.add(page.url()));
            face.assets().forEach(asset -> seen.add(asset.url()));
        } catch (ProbeException e) {
            LOG.debug("no public face: {}", e.code()); // then no check reads it either
        }
    }

    boolean reads(HttpAnswer answer) {
        HttpCall call = answer.call();
        if (!hosts.contains(call.url().host()) || call.purpose() == Purpose.ASSET) {
            return true;
        }
        if (answer.status() / 100 != 2) {
            return false;
        }
        String path = call.url().path();
        boolean code = CODE.matcher(answer.mediaType()).matches()
                || CODE_FILE.matcher(path).matches();
        boolean nobodys = call.sender().equals(HttpCall.NOBODY);
        return code || (nobodys && seen.contains(call.url()));
    }
}
