package dev.launchready.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Routes of the API that need no sign-in, and tell too much. The people are made up. */
final class OpenApi {
    private static final List<String> FIRST = List.of("Mara", "Jonas", "Edda", "Tilo", "Signe", "Oskar");
    private static final List<String> LAST = List.of("Brandt", "Keller", "Lind", "Farkas", "Moreau", "Ibsen");

    private OpenApi() {}

    static Reply answer(Flaw flaw) {
        return switch (flaw.reason()) {
            case "client-list" ->
                items(person -> Map.of(
                        "id",
                        700 + person,
                        "email",
                        address(person),
                        "phone",
                        "+49 40 5550" + (110 + person),
                        "name",
                        name(person)));
            case "business-records" ->
                items(person -> Map.of(
                        "invoice", "A-" + (4100 + person), "customer", name(person), "amount", 310 + 45 * person));
            case "contact-list" -> items(person -> Map.of("name", name(person), "email", address(person)));
            default ->
                ApiRoutes.ok(Map.of(
                        "customer",
                        Map.of("fullName", name(0), "birthDate", "1984-03-17", "phone", "+49 40 5550173"),
                        "text",
                        "Twelve evenings, and a new trade."));
        };
    }

    private static Reply items(java.util.function.IntFunction<Map<String, Object>> made) {
        return ApiRoutes.ok(
                Map.of("items", IntStream.range(0, FIRST.size()).mapToObj(made).toList()));
    }

    private static String name(int person) {
        return FIRST.get(person) + " " + LAST.get(person);
    }

    private static String address(int person) {
        return (FIRST.get(person) + "." + LAST.get(person)).toLowerCase(java.util.Locale.ROOT) + "@post.example";
    }
}
