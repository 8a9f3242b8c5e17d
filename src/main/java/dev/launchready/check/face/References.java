package dev.launchready.check.face;

import dev.launchready.model.Url;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what pages, scripts and build manifests have the browser load. */
public final class References {
    /** {@code import("./chunk-ab12.js")}, {@code import x from "./vendor.js"}. */
    private static final Pattern IMPORT =
            Pattern.compile("(?:import\\s*\\(|from|import)\\s*[\"'`]([^\"'`\\s]+\\.m?js)[\"'`]");
    /** Vite names the chunks that a script may load later in one list. */
    private static final Pattern CHUNK = Pattern.compile(
            "[\"']((?:\\./|/)?(?:assets|_app/immutable|_nuxt|_next/static|static/js)/[\\w./@~+-]+\\.(?:m?js|css))[\"']");

    private static final Pattern WORKER = Pattern.compile("serviceWorker\\.register\\(\\s*[\"'`]([^\"'`\\s]+)[\"'`]");
    private static final Pattern FILE = Pattern.compile("[\"']([\\w./@~%\\[\\]+-]+\\.(?:m?js|css))[\"']");
    private static final Pattern NEXT_BUILD =
            Pattern.compile("/_next/static/([\\w-]{6,64})/_(?:build|ssg)Manifest\\.js");
    private static final Pattern NEXT_BUILD_ID = Pattern.compile("\"buildId\":\"([\\w-]{6,64})\"");

    private References() {}

    /** What a page loads as script, style or manifest, and the service workers that it registers, in the page's order. */
    public static Map<Url, Asset.Kind> of(Page page) {
        Map<Url, Asset.Kind> found = new LinkedHashMap<>();
        Document document = page.document();
        Url base = base(page, document);
        for (Element element : document.select("script[src], link[href]")) {
            kind(element).ifPresent(kind -> {
                String reference = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                base.resolve(reference).ifPresent(url -> found.putIfAbsent(url, kind));
            });
        }
        all(WORKER, page.answer().text())
                .forEach(worker ->
                        base.resolve(worker).ifPresent(url -> found.putIfAbsent(url, Asset.Kind.SERVICE_WORKER)));
        return found;
    }

    /** What a script, or a build's manifest, names besides. */
    public static Map<Url, Asset.Kind> of(Asset asset) {
        Map<Url, Asset.Kind> found = new LinkedHashMap<>();
        String text = asset.answer().text();
        if (asset.kind() == Asset.Kind.BUILD_MANIFEST) {
            all(FILE, text).forEach(file -> put(found, rooted(asset.url(), file)));
        } else if (asset.kind() == Asset.Kind.SCRIPT) {
            all(IMPORT, text).stream()
                    .filter(file -> file.startsWith(".") || file.startsWith("/") || file.startsWith("http"))
                    .forEach(file -> put(found, asset.url().resolve(file)));
            all(CHUNK, text).forEach(file -> put(found, rooted(asset.url(), file)));
            all(WORKER, text)
                    .forEach(worker -> asset.url()
                            .at("/")
                            .resolve(worker)
                            .ifPresent(url -> found.put(url, Asset.Kind.SERVICE_WORKER)));
        }
        return found;
    }

    /** Lists that frameworks leave beside their builds, so that pages not linked anywhere can be found as well. */
    static List<Url> buildManifests(Page page) {
        String text = page.answer().text();
        List<Url> manifests = new ArrayList<>();
        all(NEXT_BUILD, text)
                .forEach(build -> manifests.add(page.url().at("/_next/static/" + build + "/_buildManifest.js")));
        all(NEXT_BUILD_ID, text)
                .forEach(build -> manifests.add(page.url().at("/_next/static/" + build + "/_buildManifest.js")));
        for (String path : List.of(
                "/asset-manifest.json",
                "/.vite/manifest.json",
                "/manifest.json",
                "/ngsw.json",
                "/_nuxt/builds/latest.json")) {
            manifests.add(page.url().at(path));
        }
        return manifests.stream().distinct().toList();
    }

    private static void put(Map<Url, Asset.Kind> found, Optional<Url> url) {
        url.ifPresent(place ->
                found.putIfAbsent(place, place.path().endsWith(".css") ? Asset.Kind.STYLE : Asset.Kind.SCRIPT));
    }

    /** Build lists write names from the build's root, which is where the known folder of the name is in the asset's own path. */
    private static Optional<Url> rooted(Url asset, String file) {
        if (file.startsWith("/") || file.startsWith("http")) {
            return asset.resolve(file);
        }
        String name = file.startsWith("./") ? file.substring(2) : file;
        int next = asset.path().indexOf("/_next/");
        if (next >= 0) {
            String inBuild = name.startsWith("static/") ? "_next/" + name : name;
            return asset.at(asset.path().substring(0, next) + "/").resolve(inBuild);
        }
        String folder = "/" + name.replaceFirst("/.*", "") + "/";
        int at = asset.path().indexOf(folder);
        return at < 0
                ? asset.resolve(file)
                : asset.at(asset.path().substring(0, at + 1)).resolve(name);
    }

    private static Optional<Asset.Kind> kind(Element element) {
        if (element.normalName().equals("script")) {
            return Optional.of(Asset.Kind.SCRIPT);
        }
        String rel = " " + element.attr("rel").toLowerCase(Locale.ROOT) + " ";
        String as = element.attr("as").toLowerCase(Locale.ROOT);
        if (rel.contains(" stylesheet ") || as.equals("style")) {
            return Optional.of(Asset.Kind.STYLE);
        }
        if (rel.contains(" modulepreload ") || as.equals("script")) {
            return Optional.of(Asset.Kind.SCRIPT);
        }
        return rel.contains(" manifest ") ? Optional.of(Asset.Kind.MANIFEST) : Optional.empty();
    }

    private static Url base(Page page, Document document) {
        return Optional.ofNullable(document.selectFirst("base[href]"))
                .flatMap(base -> page.url().resolve(base.attr("href")))
                .orElse(page.url());
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
