package dev.launchready.session;

import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.http.HttpCall;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a route by somebody who may make it, not yet signed.
 *
 * @param object the object that it names, where the route has placeholders
 * @param ids type to id, for every placeholder
 */
public record Subject(
        Route route, Session owner, HttpCall call, Optional<OwnedObject> object, Map<String, String> ids) {
    public Subject {
        ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
    }
}
