package dev.launchready.check;

import dev.launchready.check.cors.UntrustedOriginCheck;
import dev.launchready.check.headers.SecurityCheck;
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
        all.add(new SecurityCheck());
        // cors
        all.add(new UntrustedOriginCheck());
        // dns
        return List.copyOf(all);
    }
}
