package dev.launchready.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object that belongs to one identity.
 *
 * @param ids type to id; more than one where an id lives under another ({@code project: 17, task: 5})
 * @param origin how it is known
 */
public record OwnedObject(String owner, String type, Map<String, String> ids, Origin origin) {

    /** How an object is known to belong to somebody. */
    public enum Origin {
        /** The portal file says so. */
        GIVEN,
        /** The portal's answers name the identity as its owner. */
        NAMED,
        /** Seen in the identity's own answers or recording. */
        LEARNT,
        /** Made by the run. */
        CREATED
    }

    public OwnedObject {
        ids = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(ids));
    }

    /** Whether both are one object, as far as the ids tell that both name. */
    boolean same(OwnedObject other) {
        return type.equals(other.type)
                && id().equals(other.id())
                && ids.entrySet().stream()
                        .allMatch(each -> other.ids
                                .getOrDefault(each.getKey(), each.getValue())
                                .equals(each.getValue()));
    }

    public String id() {
        return ids.getOrDefault(type, "");
    }
}
