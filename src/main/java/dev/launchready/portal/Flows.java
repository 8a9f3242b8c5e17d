package dev.launchready.portal;

import dev.launchready.portal.Identity.Expectation;
import dev.launchready.portal.Login.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person can do in the portal, as requests.
 *
 * @param named {@code login}, {@code logout}, {@code recovery}, {@code invite}, {@code search}, {@code resend}, {@code checkout},
 *     {@code upload}, {@code webhook}, {@code signup}, {@code password-change}, {@code email-change}, {@code profile-change}, {@code confirm}:
 *     each a list, most often of one
 * @param create resource type to how the run makes such an object
 */
public record Flows(Map<String, List<Flow>> named, Map<String, Creation> create) {
    public static final Flows NONE = new Flows(Map.of(), Map.of());

    public Flows {
        named = Map.copyOf(named);
        create = Map.copyOf(create);
    }

    public List<Flow> named(String name) {
        return named.getOrDefault(name, List.of());
    }

    /**
     * @param field the multipart field of an upload
     * @param signedInWhen for a sign-up: how its success shows
     * @param undo for a sign-up: how whoever is signed in with the new account removes it
     */
    public record Flow(
            Request request,
            Optional<Refusal> refused,
            Optional<String> field,
            Optional<Effect> effect,
            Optional<Expectation> signedInWhen,
            Optional<Request> undo) {

        public static Flow of(Request request) {
            return new Flow(
                    request, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** @param counts a JSONPath whose matches are counted */
    public record Effect(Request request, String counts) {}

    /**
     * @param id a JSONPath of the answer, {@code $request.body#/name}, or {@code $response.header.Location}
     * @param undo a request with {@code {id}}; absent when the file says {@code none}
     */
    public record Creation(Request request, String id, Optional<Request> undo) {}
}
