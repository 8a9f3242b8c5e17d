package dev.launchready.session;

import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.List;

/** Finds which parts of the credentials are the session, by leaving them out one by one. */
final class Carriers {
    private final Reading reading;
    private final Session session;
    private final Sign sign;

    Carriers(Reading reading, Prover.Proved proved) {
        this.reading = reading;
        this.session = proved.session();
        this.sign = proved.sign();
    }

    /** The parts without which the sign is gone; where each can be left out, since another does as well, those that do alone. */
    List<Credential> learn() throws ProbeException, InterruptedException {
        Url url = reading.call(sign.expectation().request()).url();
        List<Credential> all = session.credentials(url);
        List<Credential> needed = new ArrayList<>();
        List<Credential> enough = new ArrayList<>();
        for (Credential part : all) {
            List<Credential> others = new ArrayList<>(all);
            others.remove(part);
            if (others.isEmpty() || !holds(others)) {
                needed.add(part);
            }
        }
        for (Credential part : needed.isEmpty() ? all : List.<Credential>of()) {
            if (holds(List.of(part))) {
                enough.add(part);
            }
        }
        return needed.isEmpty() ? List.copyOf(enough) : List.copyOf(needed);
    }

    private boolean holds(List<Credential> parts) throws ProbeException, InterruptedException {
        return sign.look(reading, session.limitedTo(parts)).holds();
    }
}
