package dev.launchready.session;

import dev.launchready.portal.Flows.Creation;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.Map;
import java.util.Optional;

/** The id of what was just made, where the portal file says that it is found. */
final class NewId {
    private static final String FROM_REQUEST = "$request.body#/";
    private static final String FROM_HEADER = "$response.header.";

    private NewId() {}

    /** @param values with which the request was filled */
    static Optional<String> of(Creation creation, HttpAnswer answer, Map<String, String> values) {
        if (creation.id().startsWith(FROM_REQUEST)) {
            String path = "$." + creation.id().substring(FROM_REQUEST.length()).replace('/', '.');
            return creation.request().body().flatMap(body -> JsonPaths.text(Filling.fill(body, values), path));
        }
        if (creation.id().startsWith(FROM_HEADER)) {
            return answer.header(creation.id().substring(FROM_HEADER.length())).map(NewId::lastSegment);
        }
        return JsonBody.parse(answer.text()).flatMap(body -> JsonPaths.text(body, creation.id()));
    }

    /** Of {@code /api/invoices/17} the {@code 17}. */
    private static String lastSegment(String location) {
        int query = location.indexOf('?');
        String path = query < 0 ? location : location.substring(0, query);
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.substring(bare.lastIndexOf('/') + 1);
    }
}
