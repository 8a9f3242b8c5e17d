package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Login;
import dev.launchready.portal.Login.Step;
import dev.launchready.portal.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A login recipe with another person in its leading part. */
final class Recast {
    private final Map<String, String> swapped;
    private final Applicant who;

    private Recast(Map<String, String> swapped, Applicant who) {
        this.swapped = swapped;
        this.who = who;
    }

    /** How that person signs in by that recipe; empty for recipes without a user and a password. */
    static Optional<Login> of(Login login, Applicant who) {
        Optional<String> user = FlowCalls.user(login);
        Optional<String> password = FlowCalls.password(login);
        if (user.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> swapped = Map.of(user.get(), who.user(), password.get(), who.password());
        return new Recast(swapped, who).of(login);
    }

    private Optional<Login> of(Login login) {
        if (login instanceof Login.JsonLogin json) {
            return Optional.of(new Login.JsonLogin(json.common(), json.request(), put(json.body()), json.token()));
        }
        if (login instanceof Login.FormLogin form) {
            return Optional.of(new Login.FormLogin(form.common(), form.page(), form.request(), put(form.body())));
        }
        if (login instanceof Login.StepsLogin steps) {
            return Optional.of(new Login.StepsLogin(
                    steps.common(), steps.steps().stream().map(this::put).toList()));
        }
        if (login instanceof Login.BasicLogin basic) {
            return Optional.of(new Login.BasicLogin(basic.common(), who.user(), who.password()));
        }
        if (login instanceof Login.OAuth2Login oauth2) {
            return Optional.of(put(oauth2));
        }
        if (login instanceof Login.SupabaseLogin supabase) {
            return Optional.of(new Login.SupabaseLogin(
                    supabase.common(), supabase.url(), supabase.key(), who.mail(), who.password()));
        }
        return login instanceof Login.FirebaseLogin firebase
                ? Optional.of(new Login.FirebaseLogin(firebase.common(), firebase.apiKey(), who.mail(), who.password()))
                : Optional.empty();
    }

    private Login put(Login.OAuth2Login login) {
        return new Login.OAuth2Login(
                login.common(),
                login.tokenUrl(),
                login.grant(),
                login.clientId(),
                login.clientSecret(),
                Optional.of(who.user()),
                Optional.of(who.password()),
                login.refreshToken(),
                login.scope());
    }

    private Step put(Step step) {
        Request request = step.request();
        return new Step(
                new Request(
                        request.method(),
                        request.target(),
                        request.as(),
                        request.headers(),
                        request.encoding(),
                        request.body().map(this::put)),
                step.take(),
                step.totp());
    }

    private Json put(Json json) {
        if (json instanceof Json.Obj obj) {
            Map<String, Json> members = new LinkedHashMap<>();
            obj.members().forEach((name, value) -> members.put(name, put(value)));
            return new Json.Obj(members);
        }
        if (json instanceof Json.Arr arr) {
            return new Json.Arr(arr.items().stream().map(this::put).toList());
        }
        return json instanceof Json.Str str ? new Json.Str(swapped.getOrDefault(str.value(), str.value())) : json;
    }
}
