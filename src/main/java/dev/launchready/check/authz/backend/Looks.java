package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Look;
import dev.launchready.portal.Portal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes what may leave {@code observe} of what a reader got.
 *
 * @param people name of an identity to the words that are its own
 * @param house domains of the portal's own mail addresses, which are no person's
 */
record Looks(Map<String, Set<String>> people, Set<String> house) {

    static Looks of(Portal portal, List<Reader> identities) {
        Map<String, Set<String>> people = new LinkedHashMap<>();
        identities.forEach(identity -> people.put(identity.name(), identity.words()));
        Set<String> house = new TreeSet<>();
        portal.address().mailDomain().ifPresent(house::add);
        house.add(portal.url().host());
        return new Looks(people, house);
    }

    Look look(Reader reader, Reading reading) {
        Optional<Rows.Told> told = reading.rows().sign(people, house);
        return new Look(
                reader.name(),
                reading.access(),
                reading.total(),
                told.map(Rows.Told::sign),
                told.map(Rows.Told::because).orElse("nothing tells whose they are"),
                reading.says(),
                List.of(reading.answer().evidence()));
    }
}
