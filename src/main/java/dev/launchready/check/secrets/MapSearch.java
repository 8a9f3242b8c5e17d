package dev.launchready.check.secrets;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.Asset;
import dev.launchready.check.face.Trouble;
import dev.launchready.check.secrets.MapContent.Original;
import dev.launchready.check.secrets.MapsSeen.PublicMap;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the maps of scripts and styles: where they say it, in a header, and beside them. */
final class MapSearch {
    /** Addresses that nothing names; a portal leaves all of its maps beside its scripts, or none. */
    static final int MOST_GUESSES = 30;

    static final int MOST_MAPS = 150;

    private static final int TAIL = 200_000;
    private static final int MOST_SAMPLES = 20;
    private static final Pattern COMMENT =
            Pattern.compile("(?m)(?://|/\\*)\\s*[#@]\\s*sourceMappingURL\\s*=\\s*([^\\s*'\"]+)");

    private final CheckContext context;
    private final Harvest harvest;
    private final Map<String, PublicMap> maps = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();
    private int guesses;

    MapSearch(CheckContext context, Harvest harvest) {
        this.context = context;
        this.harvest = harvest;
    }

    List<PublicMap> maps() {
        return List.copyOf(maps.values());
    }

    List<String> missed() {
        return List.copyOf(missed);
    }

    int guesses() {
        return guesses;
    }

    void look(Asset asset) throws InterruptedException {
        Optional<String> header =
                asset.answer().header("sourcemap").or(() -> asset.answer().header("x-sourcemap"));
        Optional<String> named = header.or(() -> comment(asset));
        if (named.filter(text -> text.startsWith("data:")).isPresent()) {
            inline(named.get()).ifPresent(body -> read(asset, BundlesSeen.shown(asset.url()), "inline", body));
        } else if (named.isPresent()) {
            Optional<Url> url = asset.url().resolve(named.get());
            if (url.isPresent() && maps.size() < MOST_MAPS) {
                fetch(asset, url.get(), header.isPresent() ? "header" : "comment");
            }
        } else if (guesses < MOST_GUESSES) {
            guesses++;
            fetch(asset, asset.url().at(asset.url().path() + ".map"), "guess");
        }
    }

    /** The last comment counts: scripts that were joined bring those of their parts along. */
    private static Optional<String> comment(Asset asset) {
        String text = asset.answer().text();
        Matcher comment = COMMENT.matcher(text.substring(Math.max(0, text.length() - TAIL)));
        Optional<String> last = Optional.empty();
        while (comment.find()) {
            last = Optional.of(comment.group(1));
        }
        return last.or(() -> text.length() <= TAIL || !text.contains("sourceMappingURL=data:")
                ? Optional.empty()
                : COMMENT.matcher(text).results().map(each -> each.group(1)).reduce((one, other) -> other));
    }

    private static Optional<String> inline(String address) {
        int comma = address.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        String body = address.substring(comma + 1);
        try {
            return Optional.of(
                    address.substring(0, comma).endsWith(";base64")
                            ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                            : URLDecoder.decode(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no map that a browser could read either
        }
    }

    private void fetch(Asset asset, Url url, String told) throws InterruptedException {
        if (maps.containsKey(BundlesSeen.shown(url))) {
            return;
        }
        try {
            HttpAnswer answer = context.http().send(HttpCall.get(url).purposed(HttpCall.Purpose.ASSET));
            if (answer.status() == 200) {
                read(asset, BundlesSeen.shown(url), told, answer.text());
            } else if (Trouble.of(answer.status()) && !told.equals("guess")) {
                missed.add(url + " answers " + answer.status() + ".");
            }
        } catch (ProbeException e) {
            if (!told.equals("guess")) {
                missed.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void read(Asset asset, String url, String told, String body) {
        Optional<MapContent> map = MapContent.read(body);
        if (map.isEmpty()) {
            return;
        }
        if (!map.get().whole()) {
            harvest.look(body.getBytes(StandardCharsets.UTF_8), url, sighting -> sighting.loadedBy(url));
        }
        map.get()
                .sources()
                .forEach(source -> source.text()
                        .ifPresent(text -> harvest.look(
                                text.getBytes(StandardCharsets.UTF_8),
                                source.path(),
                                sighting -> sighting.loadedBy(url)
                                        .shownBy("curl -sS --compressed '" + url.replace("'", "%27") + "' | grep -o '"
                                                + source.path().replace("'", ".") + "'"))));
        List<Original> own = map.get().sources().stream().filter(Original::own).toList();
        maps.put(
                url,
                new PublicMap(
                        url,
                        BundlesSeen.shown(asset.url()),
                        asset.url().authority(),
                        told,
                        own.stream()
                                .sorted(Comparator.comparing(
                                        source -> source.text().isEmpty()))
                                .map(Original::path)
                                .limit(MOST_SAMPLES)
                                .toList(),
                        own.size(),
                        (int) own.stream()
                                .filter(source -> source.text().isPresent())
                                .count(),
                        own.stream()
                                .filter(Original::ofServer)
                                .map(Original::path)
                                .limit(MOST_SAMPLES)
                                .toList(),
                        map.get().whole()));
    }
}
