package dev.launchready.portal;

import dev.launchready.model.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One test account.
 *
 * @param owns resource type to the ids of its objects; an id under a parent is an object of both ({@code {project: 17, task: 5}})
 */
public record Identity(
        String name,
        String role,
        Optional<String> tenant,
        Login login,
        Optional<Expectation> signedInWhen,
        Map<String, List<Json>> owns) {
    public Identity {
        owns = Map.copyOf(owns);
    }

    /** What an answer must show. */
    public record Expectation(Request request, Optional<Integer> status, Optional<String> contains) {}
}
