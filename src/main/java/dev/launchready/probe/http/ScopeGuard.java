package dev.launchready.probe.http;

import dev.launchready.model.TrafficClass;
import dev.launchready.probe.ProbeException.OutOfScope;
import dev.launchready.probe.http.HttpCall.Purpose;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;

/** Decides by host and by class of traffic whether a request may be sent; addresses are the address guard's part. */
final class ScopeGuard {
    private static final Set<String> CREDENTIAL_HEADERS = Set.of("authorization", "cookie", "proxy-authorization");

    private final HttpSettings.Scope scope;

    ScopeGuard(HttpSettings.Scope scope) {
        this.scope = scope;
    }

    /** @param url as it will be sent, its host in canonical form */
    void check(HttpCall call, HttpUrl url) throws OutOfScope {
        checkConsent(call);
        String host = url.host().toLowerCase(Locale.ROOT);
        boolean open = scope.hosts().contains(host)
                || (call.purpose() == Purpose.LOGIN && scope.loginHosts().contains(host))
                || call.traffic() == TrafficClass.THIRD_PARTY;
        if (open) {
            return;
        }
        if (call.purpose() != Purpose.ASSET) {
            throw new OutOfScope("Not sent: " + host
                    + " is not among the hosts in scope; if it belongs to the portal, name it under portal.hosts.");
        }
        if (!bare(call)) {
            throw new OutOfScope("Not sent: from " + host
                    + ", which is not in scope, page assets may be fetched by a plain GET alone.");
        }
    }

    private void checkConsent(HttpCall call) throws OutOfScope {
        TrafficClass traffic = call.traffic();
        if (traffic == TrafficClass.PASSIVE || scope.traffic().contains(traffic)) {
            return;
        }
        throw new OutOfScope(
                traffic.needsConsent()
                        ? "Not sent: requests of the class " + traffic.key()
                                + " need the owner's consent; add consent.allow: [" + traffic.key() + "]."
                        : "Not sent: signed-in requests need test accounts; add them under identities.");
    }

    private static boolean bare(HttpCall call) {
        return call.method().equals("GET")
                && call.traffic() == TrafficClass.PASSIVE
                && call.body().isEmpty()
                && call.credentials().isEmpty()
                && call.headers().stream()
                        .noneMatch(header -> CREDENTIAL_HEADERS.contains(
                                header.name().strip().toLowerCase(Locale.ROOT)));
    }
}
