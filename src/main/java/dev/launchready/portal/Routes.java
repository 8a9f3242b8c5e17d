package dev.launchready.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The routes of the portal, merged from the file and its imports.
 *
 * @param shared resource types whose objects belong to nobody alone
 * @param notes what a person should know of the merge, a sentence each
 */
public record Routes(List<Route> all, Set<String> shared, List<String> notes) {
    public static final Routes NONE = new Routes(List.of(), Set.of(), List.of());

    public Routes {
        all = List.copyOf(all);
        shared = Set.copyOf(shared);
        notes = List.copyOf(notes);
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
            Optional<Integer> line) {
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
            return method + " " + template;
        }
    }

    /**
     * @param in {@code path}, {@code query}, {@code header}, {@code cookie} or {@code body}
     * @param examples values seen in imports, never credentials
     */
    public record Parameter(String name, String in, List<String> examples) {
        public Parameter {
            examples = List.copyOf(examples);
        }
    }
}
