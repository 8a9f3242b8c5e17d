package dev.launchready.check.headers;

import dev.launchready.check.Judgement;
import dev.launchready.check.Tally;
import dev.launchready.check.headers.CacheSurvey.Afterwards;
import dev.launchready.check.headers.CacheSurvey.PrivateRead;
import dev.launchready.check.headers.HeaderSurvey.PageTraits;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.check.headers.HeaderSurvey.SeenCookie;
import dev.launchready.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From what was said about keeping answers to a verdict: whether one visitor's answer can reach another. */
final class PrivateCacheJudge {
    static final Reason LEAKED = Reason.fails("leaked-from-cache");
    static final Reason COOKIE_FROM_CACHE = Reason.fails("cookie-from-cache");
    static final Reason GUARDED_FROM_CACHE = Reason.fails("guarded-from-cache");
    static final Reason PRIVATE_CACHEABLE = Reason.fails("private-cacheable");
    static final Reason COOKIE_CACHEABLE = Reason.fails("cookie-cacheable");
    static final Reason GUARDED_CACHEABLE = Reason.warns("guarded-cacheable");
    static final Reason TOKEN_CACHEABLE = Reason.warns("token-cacheable");
    static final Reason PRIVATE_UNSAID = Reason.warns("private-unsaid");
    static final Reason NO_ANSWER = Reason.blocks("no-answer");
    static final Reason PRIVATE_UNSEEN = Reason.blocks("private-unseen");

    static final Set<Reason> REASONS = Set.of(
            LEAKED,
            COOKIE_FROM_CACHE,
            GUARDED_FROM_CACHE,
            PRIVATE_CACHEABLE,
            COOKIE_CACHEABLE,
            GUARDED_CACHEABLE,
            TOKEN_CACHEABLE,
            PRIVATE_UNSAID,
            NO_ANSWER,
            PRIVATE_UNSEEN);

    private static final List<String> SAID = List.of("cache-control", "cdn-cache-control", "surrogate-control");
    private static final List<String> KEPT =
            List.of("x-cache", "x-cache-status", "cf-cache-status", "x-vercel-cache", "x-nextjs-cache", "age");

    private final Gathered found = new Gathered();

    private PrivateCacheJudge() {}

    static Judgement judge(CacheSurvey survey) {
        List<Seen> open = survey.open();
        if (open.isEmpty()) {
            return Tally.blocked(NO_ANSWER, Map.of());
        }
        PrivateCacheJudge judge = new PrivateCacheJudge();
        open.forEach(judge::open);
        survey.reads().forEach(judge::read);
        Tally tally = new Tally();
        judge.found.raiseInto(tally, survey.file());
        survey.unseen().ifPresent(why -> tally.unproven(PRIVATE_UNSEEN, Map.of("seen", why)));
        control(tally, "answered", open.get(0));
        survey.reads().stream().findFirst().ifPresent(read -> control(tally, "read", read.seen()));
        return tally.fact("answers", open.size())
                .fact("private", survey.reads().size())
                .conclude();
    }

    private static void control(Tally tally, String code, Seen seen) {
        tally.control(
                code,
                Map.of(
                        "route",
                        seen.route(),
                        "host",
                        seen.host(),
                        "status",
                        Integer.toString(seen.status()),
                        "viewer",
                        seen.viewer()));
    }

    private void open(Seen seen) {
        Caching caching = Caching.of(seen);
        Optional<SeenCookie> session =
                seen.cookies().stream().filter(SeenCookie::session).findFirst();
        if (session.isPresent()) {
            if (caching.hit() && session.get().repeated()) {
                found.add(COOKIE_FROM_CACHE, seen, session.get().name() + " beside " + kept(seen));
            } else if (caching.sharable()) {
                found.add(COOKIE_CACHEABLE, seen, session.get().name() + " beside " + said(seen));
            }
        } else if (caching.sharable() && seen.page().filter(PageTraits::token).isPresent()) {
            found.add(TOKEN_CACHEABLE, seen, said(seen));
        }
        if (!seen.guarded()) {
            return;
        }
        if (caching.hit() && seen.success()) {
            found.add(GUARDED_FROM_CACHE, seen, kept(seen));
        } else if (caching.sharable() && !caching.variesByCredential()) {
            found.add(GUARDED_CACHEABLE, seen, said(seen));
        }
    }

    private void read(PrivateRead read) {
        Seen seen = read.seen();
        Caching caching = Caching.of(seen);
        if (read.afterwards() == Afterwards.FROM_CACHE) {
            found.add(LEAKED, seen, said(seen));
        } else if (read.afterwards() == Afterwards.OPEN_TO_ALL
                || seen.part() == Part.SCRIPT
                || seen.part() == Part.STYLE) {
            return;
        } else if (read.byAuthorization() ? caching.sharableDespiteAuthorization() : caching.sharable()) {
            found.add(PRIVATE_CACHEABLE, seen, said(seen));
        } else if (!caching.said()) {
            found.add(PRIVATE_UNSAID, seen, "no Cache-Control");
        }
    }

    private static String said(Seen seen) {
        return first(seen, SAID).orElse("no Cache-Control");
    }

    private static String kept(Seen seen) {
        return first(seen, KEPT).orElse("kept by a cache");
    }

    private static Optional<String> first(Seen seen, List<String> names) {
        return names.stream().filter(seen::has).findFirst().map(name -> name + ": " + seen.joined(name));
    }
}
