package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.CookieFlagsCheck.Flags;
import dev.launchready.check.auth.CookieFlagsCheck.Seen;
import dev.launchready.check.auth.CookieFlagsCheck.SessionCookie;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Judges the attributes of session cookies (RFC 6265bis sections 4.1.2 and 4.1.3). */
final class CookieFlagsJudge {
    private final Seen seen;
    private final Tally tally = new Tally();

    private CookieFlagsJudge(Seen seen) {
        this.seen = seen;
    }

    static Judgement judge(Seen seen) {
        if (seen.cookies().isEmpty()) {
            return new Judgement.NotApplicable(
                    CookieFlagsCheck.NO_COOKIE, Map.of("carriers", String.join(", ", seen.others())));
        }
        CookieFlagsJudge judge = new CookieFlagsJudge(seen);
        Set<String> names = new TreeSet<>();
        for (SessionCookie cookie : seen.cookies()) {
            if (names.add(cookie.name())) {
                judge.judge(cookie);
            }
        }
        judge.tally.fact("cookies", String.join(", ", names));
        return judge.tally.conclude();
    }

    private void judge(SessionCookie cookie) {
        Map<String, String> facts = Map.of("cookie", cookie.name(), "identity", cookie.identity());
        if (cookie.flags().isEmpty()) {
            tally.unproven(CookieFlagsCheck.ATTRIBUTES_UNKNOWN, facts);
            return;
        }
        Flags flags = cookie.flags().get();
        tally.control("learnt", facts);
        if (!flags.secure()) {
            raise(
                    seen.clearLoopback() ? CookieFlagsCheck.NO_SECURE_ON_LOOPBACK : CookieFlagsCheck.NO_SECURE,
                    cookie,
                    flags);
        }
        if (!flags.httpOnly()) {
            raise(CookieFlagsCheck.READABLE_BY_SCRIPT, cookie, flags);
        }
        String sameSite = flags.sameSite().orElse("");
        if (sameSite.equals("none") && !seen.crossSite()) {
            raise(CookieFlagsCheck.SAME_SITE_NONE, cookie, flags);
        } else if (!Set.of("none", "lax", "strict").contains(sameSite)) {
            raise(CookieFlagsCheck.SAME_SITE_MISSING, cookie, flags);
        }
        if (flags.domain().isPresent() && flags.sharers() < 2) {
            raise(CookieFlagsCheck.DOMAIN_TOO_WIDE, cookie, flags);
        }
        if (prefixBroken(cookie.name(), flags)) {
            raise(CookieFlagsCheck.PREFIX_BROKEN, cookie, flags);
        }
    }

    private static boolean prefixBroken(String name, Flags flags) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean host = lower.startsWith("__host-")
                && (!flags.secure()
                        || flags.domain().isPresent()
                        || !flags.path().equals("/"));
        return host || (lower.startsWith("__secure-") && !flags.secure());
    }

    private void raise(Reason reason, SessionCookie cookie, Flags flags) {
        tally.raise(Raised.of(reason, Where.host(seen.host()), Proof.CONFIRMED)
                .fact("cookie", cookie.name())
                .fact("identity", cookie.identity())
                .fact("line", line(cookie.name(), flags))
                .fact("domain", flags.domain().orElse(seen.host()))
                .locatedBy(cookie.name()));
    }

    /** The line that set it, without its value. */
    private static String line(String name, Flags flags) {
        return name + "=…; Path=" + flags.path()
                + flags.domain().map(domain -> "; Domain=" + domain).orElse("")
                + (flags.secure() ? "; Secure" : "")
                + (flags.httpOnly() ? "; HttpOnly" : "")
                + flags.sameSite().map(text -> "; SameSite=" + text).orElse("");
    }
}
