package dev.launchready.check.secrets;

import dev.launchready.check.CheckContext;
import dev.launchready.check.Memo;
import dev.launchready.check.face.Asset;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.face.PublicFace.Unseen;
import dev.launchready.check.face.References;
import dev.launchready.check.face.Trouble;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe.Chain;
import dev.launchready.probe.http.HttpProbe.End;
import dev.launchready.session.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that a browser loads from the portal: the public face, what its bound left out, the chunks that a loader's map names, and what
 * signed-in pages load besides. Raw, so it lives inside {@code observe} alone.
 */
final class Served {
    /** Over the public face's own: enough for the chunks of a large application. */
    static final int MOST_MORE = 300;
    /** Whose start page is looked at, for scripts that nobody else is given. */
    static final int MOST_IDENTITIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Served.class);
    private static final Pattern FILE = Pattern.compile(".*\\.(?:m?js|css|json|webmanifest)");
    private static final int HOPS = 5;

    /** Read once for all checks that look into it. */
    static final Memo.Shared<Served> KEY = new Memo.Shared<>() {
        @Override
        public String name() {
            return "served";
        }

        @Override
        public Served observe(CheckContext context) throws ProbeException, InterruptedException {
            return read(context);
        }
    };

    private final CheckContext context;
    private final PublicFace face;
    private final Map<Url, Asset> assets = new LinkedHashMap<>();
    private final List<Page> signedIn = new ArrayList<>();
    private final Set<String> missed = new LinkedHashSet<>();
    private final Set<Url> asked = new LinkedHashSet<>();
    private int named;
    private int left = MOST_MORE;

    private Served(CheckContext context, PublicFace face) {
        this.context = context;
        this.face = face;
    }

    private static Served read(CheckContext context) throws ProbeException, InterruptedException {
        PublicFace face = context.memo().get(PublicFace.KEY);
        Served served = new Served(context, face);
        face.assets().forEach(asset -> served.assets.put(asset.url(), asset));
        face.pages().forEach(page -> served.count(page));
        Deque<Asset> unread = new ArrayDeque<>(face.assets());
        for (Unseen unseen : face.unseen()) {
            served.again(unseen).ifPresent(unread::add);
        }
        served.lookAsIdentities(unread);
        served.readChunks(unread);
        return served;
    }

    PublicFace face() {
        return face;
    }

    List<Asset> assets() {
        return List.copyOf(assets.values());
    }

    /** Start pages as identities see them. */
    List<Page> signedInPages() {
        return List.copyOf(signedIn);
    }

    /** How many scripts the pages name. */
    int scriptsNamed() {
        return named;
    }

    /** Of the portal's own hosts, what was named and could not be read. */
    List<String> missed() {
        return List.copyOf(missed);
    }

    private void count(Page page) {
        if (page.html()) {
            named += (int) References.of(page).entrySet().stream()
                    .filter(entry -> entry.getValue() == Asset.Kind.SCRIPT && ours(entry.getKey()))
                    .count();
        }
    }

    /** What the public face left out because of its bound is read here; what had trouble gets a second chance. */
    private Optional<Asset> again(Unseen unseen) throws InterruptedException {
        try {
            Url url = Url.parse(unseen.url());
            return ours(url) ? fetch(url, Asset.Kind.SCRIPT, face.front().url(), Optional.empty()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.debug("{} is no address", unseen.url());
            return Optional.empty();
        }
    }

    private void lookAsIdentities(Deque<Asset> unread) throws InterruptedException {
        for (String name : context.sessions().identities().stream()
                .map(Identity::name)
                .limit(MOST_IDENTITIES)
                .toList()) {
            try {
                Session session = context.sessions().of(name);
                HttpCall call = session.sign(HttpCall.get(context.portal().url()));
                Chain chain = context.http().follow(call, HOPS);
                Page page = new Page(chain);
                if (chain.end() == End.ANSWERED && page.html()) {
                    signedIn.add(page);
                    for (Map.Entry<Url, Asset.Kind> entry : References.of(page).entrySet()) {
                        if (ours(entry.getKey())) {
                            fetch(entry.getKey(), entry.getValue(), page.url(), Optional.of(session))
                                    .ifPresent(unread::add);
                        }
                    }
                }
            } catch (ProbeException e) {
                LOG.debug("{} sees no start page: {}", name, e.code()); // the checks of sessions tell it
            }
        }
    }

    private void readChunks(Deque<Asset> unread) throws InterruptedException {
        while (!unread.isEmpty()) {
            Asset asset = unread.remove();
            if (asset.kind() != Asset.Kind.SCRIPT || !ours(asset.url())) {
                continue;
            }
            Set<Url> chunks = new LinkedHashSet<>(LazyChunks.of(asset));
            chunks.addAll(References.of(asset).keySet());
            for (Url chunk : chunks) {
                fetch(chunk, Asset.Kind.SCRIPT, asset.url(), Optional.empty()).ifPresent(unread::add);
            }
        }
    }

    private Optional<Asset> fetch(Url url, Asset.Kind kind, Url from, Optional<Session> session)
            throws InterruptedException {
        if (assets.containsKey(url) || !asked.add(url)) {
            return Optional.empty();
        }
        if (left-- <= 0) {
            miss(url, url + " was not read: " + MOST_MORE + " files more than the public face had been read.");
            return Optional.empty();
        }
        try {
            HttpCall plain = HttpCall.get(url);
            HttpCall call = session.map(each -> each.sign(plain)).orElse(plain.purposed(HttpCall.Purpose.ASSET));
            HttpAnswer answer = context.http().follow(call, HOPS).last();
            if (Trouble.of(answer.status())) {
                miss(url, url + " answers " + answer.status() + ".");
            }
            if (answer.status() / 100 != 2 || answer.mediaType().equals("text/html")) {
                return Optional.empty();
            }
            Asset asset = new Asset(kind, answer, from);
            assets.put(url, asset);
            return Optional.of(asset);
        } catch (ProbeException e) {
            miss(url, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A page that fails is for others to tell; a file that a browser would have run is not known to be clean. */
    private void miss(Url url, String says) {
        if (FILE.matcher(url.path()).matches()) {
            missed.add(says);
        }
    }

    /** Whether the portal's owner serves it: from a named host, or from the front page's own origin. */
    boolean ours(Url url) {
        return context.portal().hosts().contains(url.host())
                || url.sameOrigin(face.front().url());
    }
}
