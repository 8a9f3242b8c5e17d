package dev.launchready.check.transport;

import dev.launchready.check.transport.InClear.What;
import dev.launchready.model.Json;
import dev.launchready.model.Url;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds images and files that JSON names in clear. A link or an identifier in it is no mixed content: nobody loads it. */
final class MixedJson {
    private static final Pattern MEDIA_NAME = Pattern.compile(
            "(?i).*(img|image|avatar|photo|picture|logo|icon|thumb|poster|banner|cover|media|video|audio|src).*");
    private static final Pattern MEDIA_FILE =
            Pattern.compile("(?i)[^?#]*\\.(png|jpe?g|gif|webp|avif|svg|ico|mp4|webm|mp3|ogg|woff2?)([?#].*)?");

    private MixedJson() {}

    static Set<InClear> media(Json json, Url base, String by, boolean covered) {
        Set<InClear> found = new LinkedHashSet<>();
        json.scalars((path, value) -> value.text()
                .filter(text -> text.startsWith("http://"))
                .filter(text -> MEDIA_FILE.matcher(text).matches()
                        || MEDIA_NAME.matcher(name(path)).matches())
                .flatMap(text -> InClear.of(What.DATA, base.resolve(text), by, covered))
                .ifPresent(found::add));
        return found;
    }

    /** Icons, screenshots, start page and scope of a web app manifest. */
    static Set<InClear> manifest(Json json, Url base, String by, boolean covered) {
        Set<InClear> found = new LinkedHashSet<>();
        json.scalars((path, value) -> value.text()
                .filter(text -> Set.of("src", "start_url", "scope", "url").contains(name(path)))
                .flatMap(text -> InClear.of(What.MANIFEST, base.resolve(text), by, covered))
                .ifPresent(found::add));
        return found;
    }

    /** The last member's name on the way to a value, positions in arrays left out. */
    private static String name(List<String> path) {
        for (int at = path.size() - 1; at >= 0; at--) {
            if (!path.get(at).matches("\\d+")) {
                return path.get(at);
            }
        }
        return "";
    }
}
