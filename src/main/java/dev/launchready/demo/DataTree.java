package dev.launchready.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The live part of the data host: a tree of JSON with rules for each branch, asked as the Realtime Database of Firebase is. */
final class DataTree {
    private static final String ENDING = ".json";

    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private final Map<String, String> added = new ConcurrentHashMap<>();

    /**
     * @param open whether nobody may write into it
     * @param children by their names; those of clients are named by the client's number
     */
    private record Branch(DataRule rule, boolean open, Map<String, Object> children) {}

    DataTree(Switches on) {
        DataRule own = DataRule.OWN;
        DataRule none = DataRule.NOBODY;
        put(
                "boards",
                own.unless(on.has(DataFlaws.ANYONE_READS_PATH), DataRule.EVERYBODY),
                false,
                ofClients("next", "Rest"));
        put(
                "chats",
                own.unless(on.has(DataFlaws.OTHERS_PATH), DataRule.SIGNED_IN),
                false,
                ofClients("text", "Until then"));
        put(
                "greetings",
                own.unless(on.has(DataFlaws.NEW_ACCOUNT_READS), DataRule.SIGNED_IN),
                false,
                ofClients("text", "A calm new year"));
        put("letters", own, on.has(DataFlaws.ANYONE_WRITES_PATH), ofClients("subject", "Our next session"));
        put(
                "hints",
                none.unless(on.has(DataFlaws.PATH_READABLE), DataRule.EVERYBODY),
                false,
                Map.of("h1", Map.of("text", "Sleep well"), "h2", Map.of("text", "Walk a little")));
        put("drafts", none.unless(on.has(DataFlaws.PATH_OPEN_EMPTY), DataRule.EVERYBODY), false, Map.of());
        put("wishes", none, on.has(DataFlaws.PATH_WRITABLE), Map.of());
    }

    private void put(String name, DataRule rule, boolean open, Map<String, Object> children) {
        branches.put(name, new Branch(rule, open, children));
    }

    private static Map<String, Object> ofClients(String field, String text) {
        Map<String, Object> children = new LinkedHashMap<>();
        for (Account account : Account.SEEDED) {
            if (!account.bills().isEmpty()) {
                Person person = account.person();
                children.put(
                        String.valueOf(person.id()),
                        Map.of("client", person.name(), "mail", person.email(), field, text));
            }
        }
        return children;
    }

    static boolean asks(Visit visit) {
        return visit.path().endsWith(ENDING);
    }

    Reply answer(Visit visit, Optional<Person> who) {
        String path = visit.path().substring(1, visit.path().length() - ENDING.length());
        String[] steps = path.split("/", 2);
        Branch branch = branches.get(steps[0]);
        if (branch == null) {
            return refusal();
        }
        Optional<String> child = steps.length > 1 ? Optional.of(steps[1]) : Optional.empty();
        return visit.reads() ? read(branch, child, who) : written(branch, path, visit);
    }

    private static Reply read(Branch branch, Optional<String> child, Optional<Person> who) {
        boolean all = branch.rule().shows(0, who);
        if (child.isEmpty()) {
            return all
                    ? Reply.json(200, branch.children().isEmpty() ? "null" : JsonText.of(branch.children()))
                    : refusal();
        }
        boolean own = branch.rule() == DataRule.OWN
                && who.filter(person -> String.valueOf(person.id()).equals(child.get()))
                        .isPresent();
        Object value = branch.children().get(child.get());
        return all || own ? Reply.json(200, value == null ? "null" : JsonText.of(value)) : refusal();
    }

    private Reply written(Branch branch, String path, Visit visit) {
        if (!branch.open()) {
            return refusal();
        }
        if (visit.method().equals("DELETE")) {
            added.remove(path);
            return Reply.json(200, "null");
        }
        added.put(path, visit.text());
        return Reply.json(200, visit.text());
    }

    private static Reply refusal() {
        return Reply.json(401, JsonText.of(Map.of("error", "Permission denied")));
    }
}
