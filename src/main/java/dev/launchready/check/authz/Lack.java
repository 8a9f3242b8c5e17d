package dev.launchready.check.authz;

import java.util.Map;

/**
 * A type that an identity cannot make, as the flow puts it beneath an object that it does not own.
 *
 * @param parent the type of that object, as the flow names it
 */
public record Lack(String owner, String type, String parent) {
    Map<String, String> facts() {
        return Map.of("owner", owner, "type", type, "parent", parent);
    }
}
