package dev.launchready.portal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The routes of the portal, merged from the file and its imports.
 *
 * @param shared resource types whose objects belong to nobody alone
 * @param notes what a person should know of the merge, a sentence each
 * @param recordings what each imported recording had in the placeholders of these routes
 */
public record Routes(List<Route> all, Set<String> shared, List<String> notes, List<Recording> recordings) {
    public static final Routes NONE = new Routes(List.of(), Set.of(), List.of(), List.of());

    public Routes {
        all = List.copyOf(all);
        shared = Set.copyOf(shared);
        notes = List.copyOf(notes);
        recordings = List.copyOf(recordings);
    }

    public List<Route> of(Access access) {
        return all.stream().filter(route -> route.access() == access).toList();
    }

    /** Who may call a route. */
    public enum Access {
        PUBLIC,
        SIGNED_IN,
        OWNED,
        ROLES,
        /** Never called. */
        IGNORED
    }

    /**
     * One route.
     *
     * @param template a path with placeholders in braces, or a full URL
     * @param roles the roles under which it is listed besides its class
     * @param assumed nobody classified it, so it counts as private
     * @param safe whether calling it changes nothing, as far as its method and name tell
     * @param sources where it was named: {@code launch-ready.yml:41}, {@code openapi.yaml}
     * @param line of the portal file, where it is named there
     * @param operation for a route of GraphQL: which operation; such routes share a template
     */
    public record Route(
            String method,
            String template,
            Access access,
            Set<String> roles,
            boolean assumed,
            boolean safe,
            List<String> sources,
            List<Parameter> parameters,
            Optional<Integer> line,
            Optional<Operation> operation) {
        public Route {
            roles = Set.copyOf(roles);
            sources = List.copyOf(sources);
            parameters = List.copyOf(parameters);
        }

        public boolean isPrivate() {
            return access != Access.PUBLIC && access != Access.IGNORED;
        }

        @Override
        public String toString() {
            return method + " " + template
                    + operation.map(each -> " (" + each + ")").orElse("");
        }
    }

    /**
     * An operation of GraphQL, as a recording had it.
     *
     * @param kind {@code query}, {@code mutation} or {@code subscription}
     * @param document the text to send; absent where the recording had it by its hash only, or with a credential in it. Its variables are
     *     the route's parameters in {@code body}, named {@code variables.NAME}
     */
    public record Operation(String name, String kind, Optional<String> document) {
        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    /**
     * What one person's recording shows: whose ids are whose.
     *
     * @param file the recording
     */
    public record Recording(Path file, List<Use> uses) {
        public Recording {
            uses = List.copyOf(uses);
        }
    }

    /**
     * One call of a route in a recording.
     *
     * @param route as {@link Route#toString} has it
     * @param values parameter to value, credentials left out; body parameters by their path ({@code variables.id})
     * @param status of the recorded answer
     */
    public record Use(String route, Map<String, String> values, int status) {
        public Use {
            values = Map.copyOf(values);
        }
    }

    /**
     * @param in {@code path}, {@code query}, {@code header}, {@code cookie} or {@code body}
     * @param examples values seen in imports, never credentials
     * @param need whether a request may lack it, as far as a description says so
     * @param neutral a value that its type and bounds allow, where it may not be lacking
     */
    public record Parameter(String name, String in, List<String> examples, Need need, Optional<String> neutral) {
        public Parameter {
            examples = List.copyOf(examples);
        }

        /** One of which nothing says whether it may be lacking. */
        public Parameter(String name, String in, List<String> examples) {
            this(name, in, examples, Need.UNKNOWN, Optional.empty());
        }

        /** The same under another name. */
        public Parameter named(String other) {
            return new Parameter(other, in, examples, need, neutral);
        }
    }

    /** Whether a parameter has to be there; of several sources the later word here counts. */
    public enum Need {
        UNKNOWN,
        OPTIONAL,
        REQUIRED
    }
}
