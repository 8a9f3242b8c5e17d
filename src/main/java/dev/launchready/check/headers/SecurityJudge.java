package dev.launchready.check.headers;

import static dev.launchready.check.headers.SecurityReasons.*;

import dev.launchready.check.Judgement;
import dev.launchready.check.Tally;
import dev.launchready.check.headers.HeaderSurvey.PageTraits;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which protections the browser was told to put up, by kind of answer. Redirects and errors are left alone: nothing runs there. */
final class SecurityJudge {
    private static final Set<Part> SNIFFABLE =
            Set.of(Part.PAGE, Part.SIGN_IN, Part.API, Part.SCRIPT, Part.STYLE, Part.DOWNLOAD);
    private static final Set<String> LEAKING_REFERRERS = Set.of("unsafe-url", "no-referrer-when-downgrade");
    private static final Set<String> REFERRERS = Set.of(
            "no-referrer",
            "no-referrer-when-downgrade",
            "same-origin",
            "origin",
            "strict-origin",
            "origin-when-cross-origin",
            "strict-origin-when-cross-origin",
            "unsafe-url");

    private final Gathered found = new Gathered();

    private SecurityJudge() {}

    static Judgement judge(HeaderSurvey survey) {
        SecurityJudge judge = new SecurityJudge();
        List<Seen> looked = survey.answers().stream()
                .filter(seen -> seen.success() && SNIFFABLE.contains(seen.part()))
                .toList();
        List<Seen> telling = looked.stream()
                .filter(seen -> seen.part().page() || seen.part() == Part.API)
                .toList();
        if (telling.isEmpty()) {
            return Tally.blocked(NO_PAGE, Map.of());
        }
        looked.forEach(judge::look);
        Tally tally = new Tally();
        judge.found.raiseInto(tally, survey.file());
        telling.stream()
                .limit(2)
                .forEach(seen -> tally.control(
                        "answered",
                        Map.of("route", seen.route(), "host", seen.host(), "status", Integer.toString(seen.status()))));
        return tally.fact(
                        "pages",
                        telling.stream().filter(seen -> seen.part().page()).count())
                .fact("answers", looked.size())
                .conclude();
    }

    private void look(Seen seen) {
        if (!nosniff(seen)) {
            found.add(NOSNIFF_MISSING, seen, seen.joined("x-content-type-options"));
        }
        seen.page().ifPresent(traits -> {
            if (traits.jsonInside()) {
                found.add(JSON_AS_HTML, seen, seen.joined("content-type"));
            } else if (seen.part().page()) {
                page(seen, traits);
            }
        });
    }

    /** The first value decides (Fetch Standard, "determine nosniff"). */
    private static boolean nosniff(Seen seen) {
        return seen.joined("x-content-type-options").split(",", -1)[0].strip().equalsIgnoreCase("nosniff");
    }

    private void page(Seen seen, PageTraits traits) {
        ContentSecurityPolicy policy =
                ContentSecurityPolicy.read(seen.lines("content-security-policy"), traits.metaPolicies());
        scripts(seen, traits, policy);
        framing(seen, traits);
        referrer(seen, traits);
        if (traits.active()) {
            extras(seen, traits);
        }
    }

    private void scripts(Seen seen, PageTraits traits, ContentSecurityPolicy policy) {
        String said = Stream.concat(seen.lines("content-security-policy").stream(), traits.metaPolicies().stream())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        boolean reported = seen.has("content-security-policy-report-only");
        if (!policy.governsScripts()) {
            if (!traits.active()) {
                found.add(CSP_MISSING_INERT, seen, said);
            } else if (reported) {
                found.add(CSP_REPORT_ONLY, seen, seen.joined("content-security-policy-report-only"));
            } else {
                found.add(policy.empty() ? CSP_MISSING : CSP_SCRIPTS_UNRESTRICTED, seen, said);
            }
            return;
        }
        if (policy.allowsScriptsFromAnywhere()) {
            found.add(CSP_SCRIPT_ANYWHERE, seen, said);
        }
        if (policy.allowsInlineScripts()) {
            found.add(CSP_SCRIPT_INLINE, seen, said);
        }
        if (traits.nonceRepeated()) {
            found.add(CSP_STATIC_NONCE, seen, said);
        }
        if (policy.allowsEval()) {
            found.add(CSP_EVAL, seen, said);
        }
        if (!policy.sharedScriptHosts().isEmpty()) {
            found.add(CSP_SHARED_HOST, seen, String.join(", ", policy.sharedScriptHosts()));
        }
        if (!policy.restrictsPlugins()) {
            found.add(CSP_PLUGINS, seen, said);
        }
        if (policy.trustsMarkedScripts() && !policy.restrictsBase()) {
            found.add(CSP_BASE, seen, said);
        }
        if (!policy.slips().isEmpty()) {
            found.add(CSP_SLIP, seen, String.join(", ", policy.slips()));
        }
    }

    private void framing(Seen seen, PageTraits traits) {
        ContentSecurityPolicy headers = ContentSecurityPolicy.read(seen.lines("content-security-policy"), List.of());
        Framing framing = Framing.of(headers, seen.lines("x-frame-options"));
        if (framing.byAnybody() && seen.part() == Part.SIGN_IN) {
            found.add(SIGN_IN_FRAMABLE, seen, framing.because());
        } else if (framing.byAnybody() && traits.active()) {
            found.add(FRAMABLE, seen, framing.because());
        }
    }

    /** The last value that browsers know decides (Referrer Policy, section 8.1). */
    private void referrer(Seen seen, PageTraits traits) {
        String header = Stream.of(seen.joined("referrer-policy").split(",", -1))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(REFERRERS::contains)
                .reduce("", (earlier, later) -> later);
        String decides = traits.metaReferrer().orElse(header);
        if (LEAKING_REFERRERS.contains(decides)) {
            found.add(REFERRER_LEAKS, seen, decides);
        }
    }

    private void extras(Seen seen, PageTraits traits) {
        List<String> missing = new ArrayList<>();
        if (!seen.has("referrer-policy") && traits.metaReferrer().isEmpty()) {
            missing.add("Referrer-Policy");
        }
        if (!seen.has("permissions-policy")) {
            missing.add("Permissions-Policy");
        }
        if (seen.part() == Part.SIGN_IN && !seen.has("cross-origin-opener-policy")) {
            missing.add("Cross-Origin-Opener-Policy");
        }
        missing.forEach(name -> found.add(EXTRAS_MISSING, seen, name));
    }
}
