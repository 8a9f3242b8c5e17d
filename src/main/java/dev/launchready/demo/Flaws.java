package dev.launchready.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every flaw that the demo portal can have, in the order of the families. */
public final class Flaws {
    private static final List<Flaw> ALL = joined(List.of(
            AccessFlaws.ALL,
            SessionFlaws.ALL,
            TransportFlaws.ALL,
            ContentFlaws.ALL,
            HostFlaws.ALL,
            HeaderFlaws.ALL,
            CorsFlaws.ALL));

    private Flaws() {}

    public static List<Flaw> all() {
        return ALL;
    }

    public static Optional<Flaw> find(String id) {
        return ALL.stream().filter(flaw -> flaw.id().equals(id)).findFirst();
    }

    private static List<Flaw> joined(List<List<Flaw>> families) {
        Set<Flaw> flaws = new LinkedHashSet<>();
        families.forEach(flaws::addAll);
        return List.copyOf(new ArrayList<>(flaws));
    }
}
