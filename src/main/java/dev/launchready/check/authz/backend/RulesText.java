package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Place;

/** Security rules of Firebase that give a path to its owners alone, in the language of the service; the code of a fix. */
final class RulesText {
    private RulesText() {}

    /** The file that a project keeps them in, and what publishes it. */
    static String file(PlaceKind kind) {
        return switch (kind) {
            case NODE -> "database.rules.json";
            case COLLECTION -> "firestore.rules";
            default -> "storage.rules";
        };
    }

    static String deploy(PlaceKind kind) {
        return switch (kind) {
            case NODE -> "firebase deploy --only database";
            case COLLECTION -> "firebase deploy --only firestore:rules";
            default -> "firebase deploy --only storage";
        };
    }

    /** Each step of a path opens a block of its own in the rules of the Realtime Database. */
    static String of(Place place) {
        String name = place.name().equals("/") ? "" : place.name();
        return switch (place.kind()) {
            case NODE -> node(name);
            case COLLECTION -> collection(name, place.ownerColumn().orElse("userId"));
            default -> folder(name);
        };
    }

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
