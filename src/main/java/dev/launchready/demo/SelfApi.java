package dev.launchready.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making an account by the API, changing what one signs in with, and leaving. */
final class SelfApi {
    private final Accounts accounts;
    private final Switches on;

    SelfApi(Accounts accounts, Switches on) {
        this.accounts = accounts;
        this.on = on;
    }

    /** Says the same whether the address was free or not; who has an account would get a mail that says so. */
    Reply signUp(Visit visit) {
        Map<String, Object> body = JsonText.object(visit.body()).orElse(Map.of());
        String email = text(body, "email");
        Accounts.SignedUp done = accounts.signUp(
                email,
                body.get("name") instanceof String name ? name : "A new client",
                text(body, "password"),
                on.has(WriteFlaws.ROLE_AT_SIGN_UP) && body.containsKey("role") ? text(body, "role") : "client",
                Optional.of(text(body, "tenant"))
                        .filter(tenant -> on.has(WriteFlaws.TENANT_AT_SIGN_UP) && accounts.isTenant(tenant)));
        if (done == Accounts.SignedUp.INVALID) {
            return ApiRoutes.error(422, "email_and_password_wanted");
        }
        return done == Accounts.SignedUp.TAKEN && on.has(SessionFlaws.SIGN_UP_TELLS)
                ? ApiRoutes.error(409, "address_is_taken")
                : Reply.json(202, JsonText.of(Map.of("status", "accepted")));
    }

    Reply changePassword(Visit visit, Person person, List<String> ids) {
        Map<String, Object> body = JsonText.object(visit.body()).orElse(Map.of());
        if (!on.has(AccountFlaws.PASSWORD_BY_API) && !accounts.proves(person, text(body, "current"))) {
            return ApiRoutes.error(403, "current_password_is_wrong");
        }
        return accounts.changePassword(person, text(body, "new"))
                ? Reply.empty(204)
                : ApiRoutes.error(422, "new_password_is_too_short");
    }

    /** As {@link #changePassword}, for those who write down whose password it is. */
    Reply changePasswordOf(Visit visit, Person person, List<String> ids) {
        Map<String, Object> body = JsonText.object(visit.body()).orElse(Map.of());
        boolean trusting = on.has(WriteFlaws.ANYONE_TAKES);
        Optional<Person> named = accounts.named(text(body, "email"));
        boolean own = named.filter(person::equals).isPresent();
        if (named.isEmpty() || !(own || trusting || on.has(WriteFlaws.OTHERS_TAKE))) {
            return ApiRoutes.error(404, "no_such_account");
        }
        if (!trusting && !accounts.proves(person, text(body, "current"))) {
            return ApiRoutes.error(403, "current_password_is_wrong");
        }
        return accounts.changePassword(named.get(), text(body, "new"))
                ? Reply.empty(204)
                : ApiRoutes.error(422, "new_password_is_too_short");
    }

    Reply changeAddress(Visit visit, Person person, List<String> ids) {
        Map<String, Object> body = JsonText.object(visit.body()).orElse(Map.of());
        if (on.has(AccountFlaws.EMAIL_WAITS) && !on.has(AccountFlaws.EMAIL_CHANGES)) {
            return Reply.json(202, JsonText.of(Map.of("status", "confirmation_mail_sent")));
        }
        if (!on.has(AccountFlaws.EMAIL_CHANGES) && !accounts.proves(person, text(body, "password"))) {
            return ApiRoutes.error(400, "password_is_wrong");
        }
        return accounts.changeAddress(person, text(body, "email"))
                ? ApiRoutes.ok(Map.of("success", true))
                : ApiRoutes.error(422, "address_cannot_be_used");
    }

    /** Takes one's name from the body, and leaves the rest of one's record as it is. */
    Reply changeProfile(Visit visit, Person person, List<String> ids) {
        Map<String, Object> body = JsonText.object(visit.body()).orElse(Map.of());
        boolean any = on.has(WriteFlaws.ROLE_IN_PROFILE) && body.containsKey("role");
        return accounts.rename(person, text(body, "name"), any ? text(body, "role") : person.role())
                ? Reply.empty(204)
                : ApiRoutes.error(422, "name_wanted");
    }

    Reply leave(Visit visit, Person person, List<String> ids) {
        return accounts.remove(person) ? Reply.empty(204) : ApiRoutes.error(409, "ask_us_first");
    }

    private static String text(Map<String, Object> body, String name) {
        return Optional.ofNullable(body.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }
}
