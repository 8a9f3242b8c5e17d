package dev.launchready.portal.routes;

import dev.launchready.portal.Routes.Operation;
import dev.launchready.portal.Routes.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * A route as one import has it.
 *
 * @param template a path below the portal's API, or a full URL at another host of the portal
 * @param label what the import says of it, one a line: name, summary, operation id, description, which may tell what it does
 * @param effect whether its recorded answers show that it changes something
 * @param source the import, as the person named it
 */
record Found(
        String method,
        String template,
        Guard guard,
        List<Parameter> parameters,
        String label,
        boolean effect,
        String source,
        Optional<Operation> operation) {
    Found {
        parameters = List.copyOf(parameters);
    }

    /** What an import says about who may call a route. */
    enum Guard {
        /** Written out: no credential needed. */
        OPEN,
        /** A credential is needed. */
        SECURED,
        UNKNOWN
    }
}
