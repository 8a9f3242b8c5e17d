package dev.launchready.portal;

import dev.launchready.model.Url;
import java.util.List;

/** The part {@code edge}: addresses of origins, and preview hosts. */
public record Edge(List<String> origins, List<Url> previews) {
    public static final Edge NONE = new Edge(List.of(), List.of());

    public Edge {
        origins = List.copyOf(origins);
        previews = List.copyOf(previews);
    }
}
