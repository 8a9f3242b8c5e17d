package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Login.FormLogin;
import dev.launchready.portal.Login.JsonLogin;
import dev.launchready.portal.Login.Step;
import dev.launchready.portal.Login.StepsLogin;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The recipes that send requests which the portal file writes out: json, form and steps. */
final class PasswordRecipes {
    static final List<String> TOKEN_NAMES =
            List.of("token", "access_token", "accessToken", "jwt", "id_token", "idToken", "auth_token", "authToken");
    private static final String HEADER = "header:";
    private static final String COOKIE = "cookie:";

    private PasswordRecipes() {}

    static Granted json(Conversation talk, JsonLogin login) throws ProbeException, InterruptedException {
        HttpCall call = talk.call(login.request(), Bodies.JSON)
                .carrying(Bodies.encode(login.body(), login.request().encoding().orElse(Bodies.JSON)))
                .with("Accept", "application/json");
        HttpAnswer answer = talk.send(call);
        refuse(talk, answer, login.common().refused());
        if (login.token().isPresent()) {
            String path = login.token().get();
            String token = JsonBody.parse(answer.text())
                    .flatMap(body -> JsonPaths.text(body, path))
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> noToken(talk, answer, path));
            talk.take(Granted.TOKEN, token);
            JsonBody.parse(answer.text())
                    .flatMap(RefreshRoutes::token)
                    .ifPresent(refresh -> talk.take(TokenRecipes.REFRESH, refresh));
            return Granted.bearer(talk, answer);
        }
        if (talk.jar().cookies().isEmpty() && login.common().sendAs().isEmpty()) {
            throw noCookie(talk, answer);
        }
        return Granted.cookies(talk, answer);
    }

    static Granted form(Conversation talk, FormLogin login) throws ProbeException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(Bodies.fields(login.body()));
        Request pageRequest =
                login.page().orElseGet(() -> Request.parse(login.request().target()));
        HttpAnswer page = talk.follow(talk.call(pageRequest, Bodies.FORM).with("Accept", "text/html,*/*"));
        HtmlForm form = HtmlForm.in(page, fields.keySet());
        form.hidden().forEach(fields::putIfAbsent);
        HttpCall call = talk.call(login.request(), Bodies.FORM);
        HttpCall sent = form.action()
                .filter(action -> action.sameOrigin(call.url())
                        && action.path().equals(call.url().path()))
                .map(call::movedTo)
                .orElse(call)
                .carrying(encoded(login, fields))
                .with("Accept", "text/html,*/*")
                .with("Origin", page.call().url().origin())
                .with("Referer", page.call().url().toString());
        HttpAnswer answer = talk.send(withMeta(sent, form));
        refuse(talk, answer, login.common().refused());
        answer.location().ifPresent(target -> talk.take("landed", target.path()));
        talk.followOn(answer);
        return Granted.cookies(talk, answer);
    }

    static Granted steps(Conversation talk, StepsLogin login) throws ProbeException, InterruptedException {
        Optional<HttpAnswer> last = Optional.empty();
        for (Step step : login.steps()) {
            step.totp()
                    .ifPresent(totp -> talk.take(
                            totp.into(), Totp.code(totp.secret(), talk.clock().instant())));
            HttpAnswer answer = talk.send(talk.call(step.request(), Bodies.JSON));
            refuse(talk, answer, login.common().refused());
            for (Map.Entry<String, String> take : step.take().entrySet()) {
                String value = taken(answer, take.getValue())
                        .orElseThrow(() -> new ProbeException.SignIn(
                                "sign-in-refused",
                                talk.identity() + " could not sign in: " + Words.of(answer) + ", and '"
                                        + take.getValue() + "' is not in it.",
                                "identities." + talk.identity() + ".login.steps[].take." + take.getKey()
                                        + ": where the answer has it"));
                talk.take(take.getKey(), value);
            }
            last = Optional.of(answer);
        }
        boolean token = talk.taken().containsKey(Granted.TOKEN);
        HttpAnswer end = last.orElseThrow(() -> new ProbeException.SignIn(
                "sign-in-refused",
                talk.identity() + " cannot sign in: the recipe has no steps.",
                "identities." + talk.identity() + ".login.steps: [{request: POST /api/login, body: {…}}]"));
        return token ? Granted.bearer(talk, end) : Granted.cookies(talk, end);
    }

    /** @throws ProbeException.SignIn when that answer is a refusal by its status or by what the file says of refusals */
    static void refuse(Conversation talk, HttpAnswer answer, Optional<dev.launchready.portal.Login.Refusal> refused)
            throws ProbeException {
        boolean known = refused.map(sign ->
                        sign.status().map(status -> status == answer.status()).orElse(true)
                                && sign.contains().map(answer.text()::contains).orElse(true)
                                && (sign.status().isPresent() || sign.contains().isPresent()))
                .orElse(false);
        if (known || answer.status() >= 400) {
            throw refused(talk, answer);
        }
    }

    static ProbeException.SignIn refused(Conversation talk, HttpAnswer answer) {
        return new ProbeException.SignIn(
                "sign-in-refused",
                talk.identity() + " could not sign in: " + Words.of(answer) + ".",
                "identities." + talk.identity() + ".login: the right user and password, then run doctor");
    }

    private static ProbeException.SignIn noToken(Conversation talk, HttpAnswer answer, String path) {
        return new ProbeException.SignIn(
                "sign-in-refused",
                talk.identity() + " could not sign in: " + Words.of(answer) + ", and there is nothing at " + path + ".",
                "identities." + talk.identity() + ".login: the right user and password, or the right token: JSONPath");
    }

    private static ProbeException.SignIn noCookie(Conversation talk, HttpAnswer answer) {
        Set<String> names = JsonBody.parse(answer.text())
                .filter(Json.Obj.class::isInstance)
                .map(body -> ((Json.Obj) body).members().keySet())
                .orElse(Set.of());
        String token = TOKEN_NAMES.stream().filter(names::contains).findFirst().orElse("token");
        return new ProbeException.SignIn(
                "sign-in-refused",
                talk.identity() + " could not sign in: " + Words.of(answer) + ", and no cookie came back.",
                "identities." + talk.identity() + ".login.token: $." + token);
    }

    private static Optional<String> taken(HttpAnswer answer, String from) {
        if (from.startsWith(HEADER)) {
            return answer.header(from.substring(HEADER.length()).strip());
        }
        if (from.startsWith(COOKIE)) {
            String name = from.substring(COOKIE.length()).strip() + "=";
            return answer.headers("set-cookie").stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).split(";", 2)[0])
                    .findFirst();
        }
        return JsonBody.parse(answer.text()).flatMap(body -> JsonPaths.text(body, from));
    }

    private static HttpCall.Content encoded(FormLogin login, Map<String, String> fields) {
        Map<String, Json> members = new LinkedHashMap<>();
        fields.forEach((name, value) -> members.put(name, new Json.Str(value)));
        return Bodies.encode(new Json.Obj(members), login.request().encoding().orElse(Bodies.FORM));
    }

    private static HttpCall withMeta(HttpCall call, HtmlForm form) {
        return form.csrfMeta().map(token -> call.with("X-CSRF-TOKEN", token)).orElse(call);
    }
}
