package dev.launchready.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signing in and out by the API, and who one is. */
final class AccountApi {
    private static final int SLOW_ROUNDS = 40;

    private final Accounts accounts;
    private final Tokens tokens;
    private final Oversharing answers;
    private final Switches on;

    AccountApi(Accounts accounts, Tokens tokens, Oversharing answers, Switches on) {
        this.answers = answers;
        this.on = on;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    Reply login(Visit visit) {
        Optional<Map<String, Object>> body = JsonText.object(visit.body());
        if (body.isEmpty()
                || !(body.get().get("email") instanceof String email)
                || !(body.get().get("password") instanceof String password)) {
            return ApiRoutes.error(400, "email_and_password_wanted");
        }
        return accounts.signIn(email, password)
                .map(person -> ApiRoutes.ok(Map.of("token", tokens.issue(person), "expires_in", 3600)))
                .orElseGet(() -> failed(email, password));
    }

    private Reply failed(String email, String password) {
        boolean known = accounts.known(email);
        if (known && on.has(SessionFlaws.TIME_TELLS)) {
            for (int round = 0; round < SLOW_ROUNDS; round++) {
                Passwords.hash(password);
            }
        }
        if (!known && on.has(SessionFlaws.STATUS_TELLS)) {
            return ApiRoutes.error(404, "wrong_email_or_password");
        }
        boolean tells = !known && on.has(SessionFlaws.ANSWER_TELLS);
        return ApiRoutes.error(401, tells ? "no_account_of_this_address" : "wrong_email_or_password");
    }

    Reply logout(Visit visit, Person person, List<String> ids) {
        tokens.end(visit);
        return Reply.empty(204);
    }

    Reply me(Visit visit, Person person, List<String> ids) {
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("id", person.id());
        me.put("email", person.email());
        me.put("name", person.name());
        me.put("role", person.role());
        me.put("tenant", person.tenant());
        return ApiRoutes.ok(answers.me(me, person, tokens));
    }
}
