package dev.launchready.check.auth;

import dev.launchready.model.TrafficClass;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Credential;
import dev.launchready.session.Credential.Kind;
import dev.launchready.session.Spellings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ways in which somebody without a credential asks for a protected route. */
final class Strangers {
    private static final String GARBAGE = "launch-ready-garbage";

    private Strangers() {}

    /** How somebody asks. */
    enum Way {
        PLAIN,
        EMPTY_CREDENTIAL,
        GARBAGE_CREDENTIAL,
        METHOD,
        PATH
    }

    /** @param name of the variant, for a person: {@code trailing slash} */
    record Variant(Way way, String name, HttpCall call) {}

    /** What needs no consent: the request itself, and the other safe methods. */
    static List<Variant> passive(HttpCall call) {
        return List.of(
                new Variant(Way.PLAIN, "no credential", call),
                new Variant(Way.METHOD, "HEAD", Spellings.method(call, "HEAD")),
                new Variant(Way.METHOD, "OPTIONS", Spellings.method(call, "OPTIONS")));
    }

    /**
     * Unusual requests that change nothing.
     *
     * @param carriers the parts of the credentials that are the session
     * @param methods that the file lists for this route's template
     */
    static List<Variant> active(HttpCall call, List<Credential> carriers, Set<String> methods) {
        List<Variant> variants = new ArrayList<>();
        for (Credential part : carriers) {
            variants.add(new Variant(Way.EMPTY_CREDENTIAL, "empty " + part.name(), worth(call, part, "")));
            variants.add(new Variant(Way.EMPTY_CREDENTIAL, part.name() + " null", worth(call, part, "null")));
            variants.add(new Variant(Way.GARBAGE_CREDENTIAL, "garbage in " + part.name(), worth(call, part, GARBAGE)));
        }
        Spellings.of(call).forEach((name, spelt) -> variants.add(new Variant(Way.PATH, name, spelt)));
        if (!methods.contains("POST")) {
            variants.add(new Variant(
                    Way.METHOD,
                    "POST overridden to GET",
                    Spellings.method(call, "POST").with("X-HTTP-Method-Override", "GET")));
        }
        return variants.stream()
                .map(each -> new Variant(each.way(), each.name(), each.call().needing(TrafficClass.ACTIVE)))
                .toList();
    }

    static int activeCount(int carriers) {
        return 3 * carriers + Spellings.MOST + 1;
    }

    /** The part with a scheme's word kept and its value replaced. */
    private static HttpCall worth(HttpCall call, Credential part, String value) {
        int blank = part.value().indexOf(' ');
        String scheme = part.kind() == Kind.HEADER && blank > 0 ? part.value().substring(0, blank + 1) : "";
        return Credential.carry(call, HttpCall.NOBODY, List.of(part.worth((scheme + value).strip())));
    }
}
