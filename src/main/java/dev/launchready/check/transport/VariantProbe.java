package dev.launchready.check.transport;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.Likeness;
import dev.launchready.check.face.NamedHost;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.transport.CanonicalHostCheck.Found;
import dev.launchready.check.transport.CanonicalHostCheck.Seen;
import dev.launchready.check.transport.CanonicalHostCheck.Spelling;
import dev.launchready.check.transport.CanonicalHostCheck.Variant;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe.Chain;
import dev.launchready.probe.http.HttpProbe.End;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Asks for the portal in every way that its address could be written. */
final class VariantProbe {
    private static final String QUERY = "from=launch-ready";

    private final CheckContext context;
    private final int mostHops;

    VariantProbe(CheckContext context) {
        this.context = context;
        this.mostHops = context.params().integer("max-hops");
    }

    Seen look() throws ProbeException, InterruptedException {
        PublicFace face = context.memo().get(PublicFace.KEY);
        Url canonical = face.front().url();
        List<Variant> variants = new ArrayList<>();
        HttpAnswer front = face.front().answer();
        Optional<Page> inner = inner(face);
        for (Url door : doors(canonical)) {
            variants.add(
                    variant(Spelling.SCHEME_OR_HOST, door.at(front.call().url().path()), canonical, front));
            if (inner.isPresent()) {
                Url asked = door.at(inner.get().url().path() + "?" + QUERY);
                Url wanted = canonical.at(asked.target());
                variants.add(variant(
                        Spelling.SCHEME_OR_HOST, asked, wanted, inner.get().answer()));
            }
        }
        if (inner.isPresent()) {
            spellings(inner.get(), variants);
        }
        variants.removeIf(VariantProbe::servedInClear);
        return new Seen(Optional.of(canonical), variants);
    }

    /** Every named door but the canonical one; programs have the API's address in their settings, and may not be redirected. */
    private Set<Url> doors(Url canonical) {
        Set<Url> doors = new LinkedHashSet<>();
        for (NamedHost host : NamedHost.of(context.portal())) {
            boolean api = host.kind() == NamedHost.Kind.API;
            if (!api && !host.underDevelopment()) {
                doors.add(host.secure());
                doors.add(host.plain());
            }
        }
        doors.removeIf(door -> door.sameOrigin(canonical));
        return doors;
    }

    /** A page behind the front page that is there for itself: not a shell that every path would show. */
    private static Optional<Page> inner(PublicFace face) {
        return face.pages().stream()
                .filter(page -> page.url().sameOrigin(face.front().url())
                        && page.redirects().isEmpty())
                .filter(page -> page.url().path().length() > 1 && page.answer().status() == 200)
                .filter(page -> !face.missing().looksMissing(page.answer()))
                .findFirst();
    }

    private void spellings(Page page, List<Variant> variants) throws InterruptedException {
        Url url = page.url().at(page.url().path());
        String path = url.path();
        String slashed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        variants.add(variant(Spelling.SLASH, url.at(slashed), url, page.answer()));
        String upper = path.toUpperCase(Locale.ROOT);
        if (!upper.equals(path)) {
            variants.add(variant(Spelling.CASE, url.at(upper), url, page.answer()));
        }
    }

    private Variant variant(Spelling spelling, Url asked, Url wanted, HttpAnswer there) throws InterruptedException {
        try {
            Chain chain = context.http().follow(HttpCall.get(asked), mostHops);
            Trail trail = Trail.of(chain);
            return new Variant(spelling, wanted, trail, found(chain, trail, wanted, there));
        } catch (ProbeException e) {
            return new Variant(spelling, wanted, Trail.failed(asked, e), Found.NOTHING);
        }
    }

    /** What is served in clear is no second address but a fault of its own, see {@link HttpsRedirectCheck}. */
    private static boolean servedInClear(Variant variant) {
        Trail trail = variant.trail();
        return !trail.start().secure()
                && trail.hops().size() == 1
                && trail.last().status() < 400;
    }

    private static Found found(Chain chain, Trail trail, Url wanted, HttpAnswer there) {
        if (chain.end() != End.ANSWERED) {
            return Found.NOTHING;
        }
        if (chain.hops().size() > 1 && trail.destination().sameOrigin(wanted)) {
            return Found.CANONICAL;
        }
        if (chain.last().status() >= 400) {
            return Found.NOTHING;
        }
        if (!Likeness.alike(chain.last(), there)) {
            return Found.OTHER;
        }
        return declares(new Page(chain), wanted) ? Found.SAME_PAGE_DECLARED : Found.SAME_PAGE;
    }

    private static boolean declares(Page page, Url wanted) {
        Element link = page.html() ? page.document().selectFirst("link[rel=canonical]") : null;
        return link != null
                && page.url()
                        .resolve(link.attr("href"))
                        .filter(url -> url.sameOrigin(wanted) && url.path().equals(wanted.path()))
                        .isPresent();
    }
}
