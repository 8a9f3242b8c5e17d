package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;

/** Whether an answer says in its body that what was asked for failed, whatever its status says. */
public final class Failing {
    private Failing() {}

    public static boolean said(HttpAnswer answer) {
        return JsonBody.parse(answer.text()).filter(Failing::said).isPresent();
    }

    /**
     * An envelope with {@code success} or {@code ok} that is false, a named error, or GraphQL's errors without any data (GraphQL
     * specification, section 7.1).
     */
    public static boolean said(Json json) {
        boolean failed = json.get("success")
                .or(() -> json.get("ok"))
                .flatMap(Json::text)
                .filter("false"::equals)
                .isPresent();
        boolean without = json.get("data").map(Telling::hollow).orElse(true);
        return failed || named(json, "error") || (named(json, "errors") && without);
    }

    private static boolean named(Json json, String member) {
        return json.get(member).filter(error -> !nothing(error)).isPresent();
    }

    private static boolean nothing(Json error) {
        return error instanceof Json.Null
                || (error instanceof Json.Arr list && list.items().isEmpty())
                || error.text()
                        .filter(text -> text.isEmpty() || text.equals("false"))
                        .isPresent();
    }
}
