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
            return page.chain().end() == End.ANSWERED ? Optional.of(page) : Optional.empty();
        } catch (ProbeException e) {
            miss(url, e);
            return Optional.empty();
        }
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
            beyondBound(url, kind);
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

    /** A build's list is only looked for, not named by anybody: nothing is missed without it. */
    private void beyondBound(Url url, Asset.Kind kind) {
        if (kind != Asset.Kind.BUILD_MANIFEST) {
            String says = url + " was not read: " + assets.size() + " assets of the portal had been read already.";
            unseen.put(url, new Unseen(url.toString(), Unseen.BOUND, says));
        }
    }

    private Optional<HttpAnswer> fetch(Url url) throws InterruptedException {
        try {
            HttpCall call = HttpCall.get(url).purposed(HttpCall.Purpose.ASSET);
            HttpAnswer last = context.http().follow(call, bounds.hops()).last();
            return Optional.of(last);
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
