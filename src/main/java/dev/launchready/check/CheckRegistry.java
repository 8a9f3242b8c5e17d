package dev.launchready.check;

import java.util.List;

/** Every check there is, one line each. */
public final class CheckRegistry {
    private CheckRegistry() {}

    public static List<Check<?>> all() {
        return List.of(new dev.launchready.check.cors.UntrustedOriginCheck());
    }
}
