package dev.launchready.check.authz.backend;

import dev.launchready.model.Reason;
import java.util.Set;

/** Every reason that the judge of the front's public keys can give. */
final class KeyReasons {
    static final Reason WRITES = Reason.fails("key-writes");
    static final Reason PAID_API = Reason.fails("key-paid-api");
    static final Reason OPENS_MORE = Reason.warns("key-opens-more");
    static final Reason ANYWHERE = Reason.warns("key-anywhere");
    static final Reason UNCLEAR = Reason.blocks("key-unclear");

    static final Set<Reason> ALL = Set.of(WRITES, PAID_API, OPENS_MORE, ANYWHERE, UNCLEAR);

    private KeyReasons() {}
}
