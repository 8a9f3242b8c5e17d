package dev.launchready.check.authz.backend;

import java.util.Map;
import java.util.Optional;

/** Security rules of Firebase that give a path to its owners alone, in the language of the service; the code of a fix. */
final class RulesText {
    private RulesText() {}

    /**
     * The rules, the file that a project keeps them in, and what publishes it.
     *
     * @param shown the path as a person writes it
     * @param field by which documents name their owner
     */
    static Map<String, String> facts(PlaceKind kind, String shown, Optional<String> field) {
        String name = shown.equals("/") ? "" : shown;
        return switch (kind) {
            case NODE -> facts(node(name), "database.rules.json", "firebase deploy --only database");
            case COLLECTION ->
                facts(
                        collection(name, field.orElse("userId")),
                        "firestore.rules",
                        "firebase deploy --only firestore:rules");
            default -> facts(folder(name), "storage.rules", "firebase deploy --only storage");
        };
    }

    private static Map<String, String> facts(String rules, String file, String deploy) {
        return Map.of("rules", rules, "rules-file", file, "deploy", deploy);
    }

    /** Each step of a path opens a block of its own in the rules of the Realtime Database. */
    private static String node(String name) {
        String own =
                "\".read\": \"auth != null && auth.uid === $uid\", \".write\": \"auth != null && auth.uid === $uid\"";
        if (name.isEmpty()) {
            return "{\"rules\": {\".read\": false, \".write\": false, \"users\": {\"$uid\": {" + own + "}}}}";
        }
        StringBuilder open = new StringBuilder("{\"rules\": {\".read\": false, \".write\": false");
        StringBuilder close = new StringBuilder("}}");
        boolean withId = name.contains("{id}");
        for (String step : (withId ? name : name + "/{id}").split("/", -1)) {
            open.append(", \"").append(step.equals("{id}") ? "$uid" : step).append("\": {");
            if (step.equals("{id}")) {
                open.append(own);
            }
            close.append("}");
        }
        return open.toString().replace("{, ", "{") + close;
    }

    private static String collection(String name, String field) {
        String path = name.isEmpty() ? "users/{uid}/{document=**}" : name + "/{document}";
        String condition = name.isEmpty() || name.contains("{id}")
                ? "request.auth != null && request.auth.uid == " + (name.isEmpty() ? "uid" : "id")
                : "request.auth != null && request.auth.uid == resource.data." + field;
        String create = name.isEmpty() || name.contains("{id}")
                ? ""
                : " allow create: if request.auth != null && request.auth.uid == request.resource.data." + field + ";";
        String kinds = create.isEmpty() ? "read, write" : "read, update, delete";
        return "match /" + path + " { allow " + kinds + ": if " + condition + ";" + create + " }";
    }

    private static String folder(String name) {
        String path =
                name.contains("{id}") ? name.replace("{id}", "{uid}") : (name.isEmpty() ? "users" : name) + "/{uid}";
        return "match /" + path
                + "/{file=**} { allow read, write: if request.auth != null && request.auth.uid == uid; }";
    }
}
