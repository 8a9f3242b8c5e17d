package dev.launchready.session;

import dev.launchready.portal.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An object that the run made.
 *
 * @param marker a random text in it that nothing else has, at least 12 characters
 * @param values what the request's placeholders were filled with, to make the same body again
 * @param undo how it is removed; absent where the file says {@code undo: none}
 */
public record Made(
        String type, String owner, String id, String marker, Map<String, String> values, Optional<Request> undo) {
    public Made {
        values = Map.copyOf(values);
    }

    /** The same object after a change that put another marker into it. */
    public Made marked(String other) {
        return new Made(type, owner, id, other, values, undo);
    }

    /** Whether both are one object, whatever text it holds by now. */
    boolean same(Made other) {
        return type.equals(other.type) && owner.equals(other.owner) && id.equals(other.id);
    }

    /** Type to id, the objects under which it was made first. */
    public Map<String, String> ids() {
        Map<String, String> ids = new LinkedHashMap<>(OwnIds.parents(values));
        ids.remove(type);
        ids.put(type, id);
        return ids;
    }

    /** The request that removes it, as a person would write it. */
    public String undoing() {
        return undo.map(request -> Filling.fill(Filling.fill(request.toString(), Map.of("id", id)), above()))
                .orElse("none");
    }

    /** Of what the placeholders were filled with, the ids: the rest may be nobody else's business. */
    private Map<String, String> above() {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(OwnIds.PREFIX))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
