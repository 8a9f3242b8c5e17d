package dev.launchready.portal.routes;

import dev.launchready.portal.Routes.Operation;
import java.util.Map;
import java.util.Optional;

/**
 * One recorded request to the portal, credentials left out.
 *
 * @param place a concrete path below the portal's API, or a full URL at another host of the portal
 * @param query parameter to value
 * @param body path in the body to value
 * @param status of the answer
 * @param effect whether the answer shows that something was changed
 */
record Call(
        String method,
        String place,
        Map<String, String> query,
        Map<String, String> body,
        int status,
        boolean effect,
        Optional<Operation> operation) {
    Call {
        query = Map.copyOf(query);
        body = Map.copyOf(body);
    }
}
