package dev.launchready.session;

import java.util.List;
import java.util.Set;

/**
 * What one identity gets of its own right: from its own lists and pages.
 *
 * @param texts every piece of text in them; personal values, never to leave memory
 * @param objects what belongs to it, those that the portal file gives first
 * @param routes how many routes answered it
 */
public record Holdings(String identity, Set<String> texts, List<OwnedObject> objects, int routes) {
    public static final Holdings NONE = new Holdings("", Set.of(), List.of(), 0);

    public Holdings {
        texts = Set.copyOf(texts);
        objects = List.copyOf(objects);
    }

    public List<OwnedObject> objects(String type) {
        return objects.stream().filter(object -> object.type().equals(type)).toList();
    }
}
