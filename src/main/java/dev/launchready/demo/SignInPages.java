package dev.launchready.demo;

import java.util.Map;
import java.util.Optional;

/** Signing in and out with a browser. The form's token must match a cookie that only this site can set. */
final class SignInPages {
    private static final String FORM_COOKIE = "__Host-harbor-form";

    private final Accounts accounts;
    private final Sessions sessions;
    private final PageFrame frame;
    private final String action;
    private final Switches on;

    SignInPages(Accounts accounts, Sessions sessions, PageFrame frame, String action, Switches on) {
        this.on = on;
        this.action = action;
        this.accounts = accounts;
        this.sessions = sessions;
        this.frame = frame;
    }

    Optional<Reply> answer(Visit visit) {
        if (visit.reads() && visit.path().equals("/login")) {
            return Optional.of(before(visit, form("")));
        }
        if (visit.is("POST", "/login")) {
            return Optional.of(signIn(visit));
        }
        if (visit.is("POST", "/logout")) {
            return Optional.of(signOut(visit));
        }
        return Optional.empty();
    }

    /** The sign-in page, with the id of a visit where a flaw gives one before anybody has signed in. */
    private Reply before(Visit visit, Reply page) {
        return on.has(SessionFlaws.ID_KEPT) && !sessions.known(visit)
                ? page.with("Set-Cookie", sessions.cookie(Randomness.name()))
                : page;
    }

    private Reply form(String alert) {
        String token = Randomness.name();
        String page = Resources.text("pages/login.html")
                .replace("@ALERT@", alert)
                .replace("@CSRF@", token)
                .replace("@ACTION@", action);
        return frame.open("Sign in", page)
                .with("Set-Cookie", FORM_COOKIE + "=" + token + "; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    private Reply signIn(Visit visit) {
        Map<String, String> fields = visit.form();
        boolean ours = visit.cookie(FORM_COOKIE)
                .filter(token -> token.equals(fields.get("csrf")))
                .isPresent();
        Optional<Person> person = ours
                ? accounts.signIn(fields.getOrDefault("email", ""), fields.getOrDefault("password", ""))
                : Optional.empty();
        return person.map(known -> Reply.redirect(303, "/dashboard")
                        .with("Set-Cookie", sessions.cookie(sessions.begin(visit, known))))
                .orElseGet(
                        () -> form("<p class=\"alert\" role=\"alert\">E-mail address or password is not right.</p>"));
    }

    private Reply signOut(Visit visit) {
        boolean ours = sessions.of(visit)
                .filter(session -> session.csrf().equals(visit.form().get("csrf")))
                .isPresent();
        if (!ours) {
            return Reply.redirect(303, "/dashboard");
        }
        sessions.end(visit);
        Reply out = Reply.redirect(303, "/");
        boolean stays = on.has(SessionFlaws.COOKIE_STAYS) && !on.has(SessionFlaws.SESSION_SURVIVES);
        return stays ? out : out.with("Set-Cookie", sessions.expired());
    }
}
