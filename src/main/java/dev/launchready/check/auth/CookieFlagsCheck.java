package dev.launchready.check.auth;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Cookie;
import dev.launchready.session.Credential;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cookie that is the session, learnt by leaving cookies out one by one, is kept from scripts, other sites and clear text. */
public final class CookieFlagsCheck implements Check<CookieFlagsCheck.Seen> {
    static final Reason NO_SECURE = Reason.fails("no-secure");
    static final Reason NO_SECURE_ON_LOOPBACK = Reason.warns("no-secure-on-loopback");
    static final Reason READABLE_BY_SCRIPT = Reason.fails("readable-by-script");
    static final Reason SAME_SITE_NONE = Reason.warns("same-site-none");
    static final Reason SAME_SITE_MISSING = Reason.warns("same-site-missing");
    static final Reason DOMAIN_TOO_WIDE = Reason.warns("domain-too-wide");
    static final Reason PREFIX_BROKEN = Reason.fails("prefix-broken");
    static final Reason NO_COOKIE = Reason.notApplicable("no-cookie");
    static final Reason ATTRIBUTES_UNKNOWN = Reason.blocks("attributes-unknown");

    private static final int REQUESTS_EACH = 12;

    /**
     * One cookie that is a session, or part of it.
     *
     * @param flags its attributes; absent when the portal file gave the cookie and the portal never set it
     */
    public record SessionCookie(String identity, String name, Optional<Flags> flags) {}

    /**
     * @param domain empty where only the very host gets it back
     * @param sharers how many of the portal's own hosts lie under the domain
     */
    public record Flags(
            Optional<String> domain,
            int sharers,
            String path,
            boolean secure,
            boolean httpOnly,
            Optional<String> sameSite) {}

    /**
     * @param others identities whose session travels by other means, and how
     * @param clearLoopback whether the portal is looked at over plain http on this machine
     * @param crossSite whether page and API are different sites, so that the cookie has to cross
     */
    public record Seen(
            List<SessionCookie> cookies, List<String> others, String host, boolean clearLoopback, boolean crossSite) {
        public Seen {
            cookies = List.copyOf(cookies);
            others = List.copyOf(others);
        }
    }

    @Override
    public String id() {
        return "auth.cookie-flags";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                NO_SECURE,
                NO_SECURE_ON_LOOPBACK,
                READABLE_BY_SCRIPT,
                SAME_SITE_NONE,
                SAME_SITE_MISSING,
                DOMAIN_TOO_WIDE,
                PREFIX_BROKEN,
                NO_COOKIE,
                ATTRIBUTES_UNKNOWN);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(portal.identities().size() * REQUESTS_EACH);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        Portal portal = context.portal();
        List<SessionCookie> cookies = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Session session : context.sessions().able()) {
            for (Credential part : context.sessions().carriers(session.identity())) {
                if (part.kind() == Credential.Kind.HEADER) {
                    others.add(session.identity() + " by the header " + part.name());
                } else {
                    cookies.add(new SessionCookie(
                            session.identity(), part.name(), part.cookie().map(cookie -> flags(cookie, portal))));
                }
            }
        }
        boolean clear = !portal.api().secure() && loopback(portal.api().host());
        return new Seen(cookies, others, portal.api().host(), clear, crossSite(portal.url(), portal.api()));
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return CookieFlagsJudge.judge(seen);
    }

    private static Flags flags(Cookie cookie, Portal portal) {
        int sharers = (int) portal.hosts().stream()
                .filter(host -> host.equals(cookie.domain()) || host.endsWith("." + cookie.domain()))
                .count();
        return new Flags(
                cookie.hostOnly() ? Optional.empty() : Optional.of(cookie.domain()),
                sharers,
                cookie.path(),
                cookie.secure(),
                cookie.httpOnly(),
                cookie.sameSite());
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /** Whether the two hosts have not even their last two labels in common. */
    private static boolean crossSite(Url page, Url api) {
        return !site(page.host()).equals(site(api.host()));
    }

    private static String site(String host) {
        String[] labels = host.split("\\.", -1);
        boolean address = host.matches("[0-9.]+");
        return address || labels.length < 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }
}
