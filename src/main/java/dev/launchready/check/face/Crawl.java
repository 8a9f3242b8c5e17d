package dev.launchready.check.face;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.PublicFace.Unseen;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe.End;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One walk over the portal's front, within its bounds; remembers what it read and what it could not. */
final class Crawl {
    private final CheckContext context;
    private final CrawlBounds bounds;
    private final Map<Url, Page> pages = new LinkedHashMap<>();
    private final Map<Url, Asset> assets = new LinkedHashMap<>();
    private final Map<Url, Unseen> unseen = new LinkedHashMap<>();
    private long bytes;

    Crawl(CheckContext context, CrawlBounds bounds) {
        this.context = context;
        this.bounds = bounds;
    }

    /** A page, redirects followed, without making it part of the face. */
    Optional<Page> look(Url url) throws InterruptedException {
        try {
            Page page = new Page(context.http().follow(HttpCall.get(url), bounds.hops()));
            boolean whole = page.chain().end() == End.ANSWERED && seen(url, page.answer());
            return whole ? Optional.of(page) : Optional.empty();
        } catch (ProbeException e) {
            miss(url, e);
            return Optional.empty();
        }
    }

    /** The same for an address that nobody named: nothing is missed where it is not there. */
    Optional<Page> guess(Url url) throws InterruptedException {
        boolean named = unseen.containsKey(url);
        Optional<Page> page = look(url);
        if (!named) {
            unseen.remove(url);
        }
        return page;
    }

    /** Makes a page part of the face, each address once. */
    void keep(Page page) {
        pages.putIfAbsent(page.url(), page);
        bytes += page.answer().body().length;
    }

    boolean roomForPages() {
        return pages.size() < bounds.pages() && bytes < bounds.bytes();
    }

    boolean knows(Url url) {
        return pages.containsKey(url);
    }

    /** Reads one asset, each address once; a missing one is no asset. */
    Optional<Asset> asset(Url url, Asset.Kind kind, Url from, SoftNotFound missing) throws InterruptedException {
        if (assets.containsKey(url) || unseen.containsKey(url) || Vendors.serves(url.host())) {
            return Optional.empty();
        }
        if (assets.size() >= bounds.assets() || bytes >= bounds.bytes()) {
            String says = url + " was not read: " + assets.size() + " assets of the portal had been read already.";
            unseen.put(url, new Unseen(url.toString(), Unseen.BOUND, says));
            return Optional.empty();
        }
        return fetch(url)
                .filter(answer -> answer.status() / 100 == 2 && !misnamed(answer, kind, missing))
                .map(answer -> new Asset(kind, answer, from))
                .map(asset -> {
                    assets.put(url, asset);
                    bytes += asset.answer().body().length;
                    return asset;
                });
    }

    private Optional<HttpAnswer> fetch(Url url) throws InterruptedException {
        try {
            HttpCall call = HttpCall.get(url).purposed(HttpCall.Purpose.ASSET);
            HttpAnswer last = context.http().follow(call, bounds.hops()).last();
            return seen(url, last) ? Optional.of(last) : Optional.empty();
        } catch (ProbeException e) {
            miss(url, e);
            return Optional.empty();
        }
    }

    /** A shell that is served for every path is no script, whatever its status. */
    private static boolean misnamed(HttpAnswer answer, Asset.Kind kind, SoftNotFound missing) {
        boolean page = answer.mediaType().equals("text/html");
        return page || (kind == Asset.Kind.BUILD_MANIFEST && missing.looksMissing(answer));
    }

    /** A build's list in the place where frameworks leave it; most portals have none. */
    Optional<Asset> buildManifest(Url url, Url from, SoftNotFound missing) throws InterruptedException {
        boolean named = unseen.containsKey(url);
        Optional<Asset> manifest = asset(url, Asset.Kind.BUILD_MANIFEST, from, missing);
        if (!named) {
            unseen.remove(url);
        }
        return manifest;
    }

    /** Whether the answer can be judged; one that cannot is noted. */
    boolean seen(Url url, HttpAnswer answer) {
        boolean trouble = Trouble.of(answer.status());
        if (trouble) {
            String says = url + " answers " + answer.status() + ".";
            unseen.put(url, new Unseen(url.toString(), Unseen.TROUBLE, says));
        }
        return !trouble;
    }

    void miss(Url url, ProbeException e) {
        unseen.put(url, new Unseen(url.toString(), e.code(), String.valueOf(e.getMessage())));
    }

    List<Page> pages() {
        return new ArrayList<>(pages.values());
    }

    List<Asset> assets() {
        return new ArrayList<>(assets.values());
    }

    List<Unseen> unseen() {
        return new ArrayList<>(unseen.values());
    }
}
