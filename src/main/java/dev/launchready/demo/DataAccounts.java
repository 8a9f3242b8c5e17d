package dev.launchready.demo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts of the data host's own, without an address: made for whoever asks where a flaw lets it, as Firebase does. */
final class DataAccounts {
    static final String PATH = "/identitytoolkit.googleapis.com/";

    private static final Person GUEST = new Person(0, "", "A guest", "guest", "");

    private final Map<String, Person> guests = new ConcurrentHashMap<>();
    private final boolean open;

    DataAccounts(Switches on) {
        open = on.has(DataFlaws.NEW_ACCOUNT_READS);
    }

    Optional<Person> guest(String token) {
        return Optional.ofNullable(guests.get(token));
    }

    Reply answer(Visit visit) {
        Map<String, Object> body = JsonText.object(visit.body()).orElse(Map.of());
        if (visit.is("POST", PATH + "v1/accounts:signUp") && open && !body.containsKey("email")) {
            String token = Randomness.name();
            guests.put(token, GUEST);
            return Reply.json(200, JsonText.of(Map.of("idToken", token, "localId", Randomness.name())));
        }
        if (visit.is("POST", PATH + "v1/accounts:delete") && body.get("idToken") instanceof String token) {
            guests.remove(token);
            return Reply.json(200, "{}");
        }
        return Reply.json(400, JsonText.of(Map.of("error", Map.of("code", 400, "message", "ADMIN_ONLY_OPERATION"))));
    }
}
