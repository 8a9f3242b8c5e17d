package dev.launchready.portal.file;

import dev.launchready.model.Json;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Identity.Expectation;
import dev.launchready.portal.Login;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code identities}. */
final class IdentityReader {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,39}";

    private IdentityReader() {}

    /** Makes the names known, so that any part of the file may say {@code as}. */
    static Map<String, Slot> names(Section root, Reading reading) {
        Map<String, Slot> slots = root.section("identities").map(Section::rest).orElse(Map.of());
        for (Map.Entry<String, Slot> each : slots.entrySet()) {
            if (!each.getKey().matches(NAME)) {
                each.getValue()
                        .problem("'" + each.getKey()
                                + "' cannot name an identity; use letters, digits, '-' and '_', at most 40");
            }
        }
        reading.identities().addAll(slots.keySet());
        return slots;
    }

    static Map<String, Identity> read(Map<String, Slot> slots) {
        Map<String, Identity> identities = new LinkedHashMap<>();
        slots.forEach((name, slot) -> slot.section()
                .flatMap(section -> identity(name, section))
                .ifPresent(identity -> identities.put(name, identity)));
        return identities;
    }

    private static Optional<Identity> identity(String name, Section section) {
        String role = section.text("role").orElse("user");
        Optional<String> tenant = section.text("tenant");
        Optional<Login> login =
                section.required("login", "how " + name + " signs in").flatMap(LoginReader::read);
        Optional<Expectation> signedInWhen = RequestReader.expectation(section);
        Map<String, List<Json>> owns = section.map("owns", slot -> Optional.of(ids(slot)));
        section.done();
        return login.map(recipe -> new Identity(name, role, tenant, recipe, signedInWhen, owns));
    }

    /** A list of ids or of pairs, or a text with ids between commas, as it comes from the environment. */
    private static List<Json> ids(Slot slot) {
        if (slot.isList()) {
            return slot.items().stream()
                    .flatMap(item -> item.isText() ? split(item) : Stream.of(BodyReader.PLAIN.read(item)))
                    .toList();
        }
        return slot.isText() ? split(slot).toList() : List.of(BodyReader.PLAIN.read(slot));
    }

    private static Stream<Json> split(Slot slot) {
        Json value = BodyReader.PLAIN.read(slot);
        String text = value.text().orElse("");
        if (!(value instanceof Json.Str) || text.isBlank()) {
            return value instanceof Json.Str ? Stream.of() : Stream.of(value);
        }
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(Json.Str::new);
    }
}
