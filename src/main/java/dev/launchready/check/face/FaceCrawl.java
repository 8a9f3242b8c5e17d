package dev.launchready.check.face;

import dev.launchready.check.CheckContext;
import dev.launchready.check.Memo;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Access;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe.Chain;
import dev.launchready.probe.http.HttpProbe.End;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the public face. */
record FaceCrawl(CrawlBounds bounds) implements Memo.Shared<PublicFace> {
    private static final int DATA_ROUTES = 10;

    @Override
    public String name() {
        return "public face";
    }

    @Override
    public PublicFace observe(CheckContext context) throws ProbeException, InterruptedException {
        Page front = front(context);
        SoftNotFound missing = SoftNotFound.learn(context.http(), front.url().at("/"));
        Crawl crawl = new Crawl(context, bounds);
        crawl.keep(front);
        readAssets(crawl, front, missing);
        Optional<Page> signIn = new SignInFinder(crawl, context.portal(), missing).find(front);
        if (signIn.isPresent()) {
            crawl.keep(signIn.get());
            readAssets(crawl, signIn.get(), missing);
        }
        readPages(crawl, front, context.portal(), missing);
        readBuilds(crawl, front, missing);
        List<HttpAnswer> data = data(context, crawl);
        StackGuess stack = StackSigns.of(context.portal(), crawl.pages(), crawl.assets());
        return new PublicFace(front, signIn, crawl.pages(), crawl.assets(), data, missing, stack, crawl.unseen());
    }

    /** What is answered at the portal's address; a redirect to a host that is not in scope is all there is then. */
    private Page front(CheckContext context) throws ProbeException, InterruptedException {
        Url url = context.portal().url();
        Chain chain = context.http().follow(HttpCall.get(url), bounds.hops());
        if (chain.end() == End.LOOP || chain.end() == End.TOO_MANY) {
            throw notSeen(url, "its redirects do not end.");
        }
        if (chain.end() == End.FAILED && !outOfScope(chain)) {
            throw chain.failure().orElseThrow();
        }
        int status = chain.last().status();
        if (Trouble.of(status)) {
            throw notSeen(url, "it answers " + status + ".");
        }
        if (chain.last().header("cf-mitigated").isPresent()) {
            throw notSeen(url, "a bot wall stands before it.");
        }
        return new Page(chain);
    }

    private static boolean outOfScope(Chain chain) {
        return chain.failure()
                .filter(ProbeException.OutOfScope.class::isInstance)
                .isPresent();
    }

    private static ProbeException notSeen(Url url, String why) {
        return new ProbeException.Unreachable(
                "The front page " + url + " could not be seen: " + why, new IOException(why));
    }

    private static void readAssets(Crawl crawl, Page page, SoftNotFound missing) throws InterruptedException {
        if (page.html()) {
            readAll(crawl, References.of(page), page.url(), missing);
        }
    }

    /** Breadth first, so that the bound cuts off what is named last. */
    private static void readAll(Crawl crawl, Map<Url, Asset.Kind> named, Url from, SoftNotFound missing)
            throws InterruptedException {
        Deque<Asset> unread = new ArrayDeque<>();
        readOnce(crawl, named, from, missing, unread);
        while (!unread.isEmpty()) {
            Asset asset = unread.remove();
            readOnce(crawl, References.of(asset), asset.url(), missing, unread);
        }
    }

    private static void readOnce(
            Crawl crawl, Map<Url, Asset.Kind> named, Url from, SoftNotFound missing, Deque<Asset> unread)
            throws InterruptedException {
        for (Map.Entry<Url, Asset.Kind> entry : named.entrySet()) {
            crawl.asset(entry.getKey(), entry.getValue(), from, missing).ifPresent(unread::add);
        }
    }

    private static void readPages(Crawl crawl, Page front, Portal portal, SoftNotFound missing)
            throws InterruptedException {
        Deque<Url> links = new ArrayDeque<>(Links.pages(front, portal));
        Set<Url> asked = new LinkedHashSet<>(links);
        while (!links.isEmpty() && crawl.roomForPages()) {
            Url url = links.remove();
            Optional<Page> page = crawl.knows(url)
                    ? Optional.empty()
                    : crawl.look(url).filter(found -> found.html() && !missing.looksMissing(found.answer()));
            if (page.isPresent()) {
                crawl.keep(page.get());
                readAssets(crawl, page.get(), missing);
                Links.pages(page.get(), portal).stream().filter(asked::add).forEach(links::add);
            }
        }
    }

    private static void readBuilds(Crawl crawl, Page front, SoftNotFound missing) throws InterruptedException {
        if (!front.html()) {
            return;
        }
        for (Url url : References.buildManifests(front)) {
            Optional<Asset> manifest = crawl.buildManifest(url, front.url(), missing);
            if (manifest.isPresent()) {
                readAll(crawl, References.of(manifest.get()), manifest.get().url(), missing);
            }
        }
    }

    private static List<HttpAnswer> data(CheckContext context, Crawl crawl) throws InterruptedException {
        Portal portal = context.portal();
        Set<Url> urls = new LinkedHashSet<>();
        portal.health().stream()
                .filter(request -> request.method().equals("GET"))
                .map(Request::target)
                .forEach(target -> urls.add(portal.resolve(target)));
        portal.routes().of(Access.PUBLIC).stream()
                .filter(route -> route.method().equals("GET")
                        && route.safe()
                        && !route.template().contains("{"))
                .forEach(route -> urls.add(portal.resolve(route.template())));
        List<HttpAnswer> answers = new ArrayList<>();
        for (Url url : urls.stream().limit(DATA_ROUTES).toList()) {
            try {
                HttpAnswer answer = context.http().send(HttpCall.get(url));
                if (crawl.seen(url, answer)) {
                    answers.add(answer);
                }
            } catch (ProbeException e) {
                crawl.miss(url, e);
            }
        }
        return answers;
    }
}
