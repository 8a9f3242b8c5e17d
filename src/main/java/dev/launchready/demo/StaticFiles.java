package dev.launchready.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Styles, scripts and pictures, named by a hash of their content so that they may be cached for ever. */
final class StaticFiles {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private static final int NAME_DIGITS = 10;

    private final Map<String, Reply> byPath = new LinkedHashMap<>();
    private final String stylesheet;
    private final String script;

    StaticFiles(Places places, Switches on) {
        String plainPicture = places.plain(Places.CDN) + "/assets/tide.png";
        String css = Resources.text("harbor.css");
        String js = Resources.text("harbor.js")
                .replace("@API@", places.secure(Places.API))
                .replace("@DATA@", places.secure(Places.DATA));
        if (on.has(ContentFlaws.STYLE_PICTURE)) {
            css += ".hero { background: url(" + plainPicture + ") no-repeat right; }\n";
        }
        if (on.has(ContentFlaws.CALL)) {
            js += "fetch(\"" + places.plain(Places.API) + "/api/health\").catch(() => {});\n";
        }
        if (on.has(DataFlaws.SECRET_KEY)) {
            js += "globalThis.harborAdmin = \"sb_secret_" + Randomness.name() + "\";\n";
        }
        js += new DataKeys(on).inScript();
        OpenFiles open = new OpenFiles(on);
        js += open.inScript();
        String map = open.map();
        if (!map.isEmpty()) {
            js += "//# sourceMappingURL=harbor.js.map\n";
            byPath.put("/assets/harbor.js.map", Reply.of(200, "application/json", map));
        }
        byPath.putAll(open.files());
        String icon = Resources.text("icon.svg");
        stylesheet = asset("harbor", "css", "text/css; charset=utf-8", css);
        script = asset("harbor", "js", "text/javascript; charset=utf-8", js);
        String iconPath = asset("icon", "svg", "image/svg+xml", icon);
        hour("/favicon.ico", "image/svg+xml", icon);
        hour(
                "/manifest.webmanifest",
                "application/manifest+json",
                Resources.text("manifest.webmanifest")
                        .replace("@ICON@", on.has(ContentFlaws.MANIFEST) ? plainPicture : iconPath));
        hour("/robots.txt", Reply.TEXT, Resources.text("robots.txt"));
        hour(
                "/.well-known/security.txt",
                Reply.TEXT,
                Resources.text("security.txt").replace("@PORTAL@", places.secure(Places.PORTAL)));
    }

    Optional<Reply> file(Visit visit) {
        return visit.reads() ? Optional.ofNullable(byPath.get(visit.path())) : Optional.empty();
    }

    String stylesheet() {
        return stylesheet;
    }

    String script() {
        return script;
    }

    private String asset(String name, String ending, String type, String text) {
        String path = "/assets/" + name + "." + hash(text) + "." + ending;
        byPath.put(path, Reply.of(200, type, text).with("Cache-Control", FOR_EVER));
        return path;
    }

    private void hour(String path, String type, String text) {
        byPath.put(path, Reply.of(200, type, text).with("Cache-Control", FOR_AN_HOUR));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
