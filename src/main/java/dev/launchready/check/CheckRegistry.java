package dev.launchready.check;

import dev.launchready.check.auth.AnonymousAccessCheck;
import dev.launchready.check.authz.ObjectReadCheck;
import dev.launchready.check.cors.UntrustedOriginCheck;
import dev.launchready.check.transport.HttpsRedirectCheck;
import java.util.ArrayList;
import java.util.List;

/** Every check there is, one line each. */
public final class CheckRegistry {
    private CheckRegistry() {}

    public static List<Check<?>> all() {
        List<Check<?>> all = new ArrayList<>();
        // transport
        all.add(new HttpsRedirectCheck());
        // headers
        // cors
        all.add(new UntrustedOriginCheck());
        // auth
        all.add(new AnonymousAccessCheck());
        // authz
        all.add(new ObjectReadCheck());
        // dns
        return List.copyOf(all);
    }
}
