package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Login;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names under which a portal may know an identity: from its recipe, from the answer to its sign-in, from its token. */
final class OwnWords {
    private static final int LEAST_LENGTH = 4;
    private static final int LEAST_ID = 8;
    private static final Set<String> NAMES = Set.of(
            "email",
            "mail",
            "e_mail",
            "username",
            "user_name",
            "login",
            "name",
            "displayname",
            "display_name",
            "fullname",
            "full_name",
            "preferred_username",
            "phone");
    private static final Set<String> IDS =
            Set.of("id", "uid", "sub", "user_id", "userid", "account_id", "accountid", "uuid", "localid");
    private static final List<String> SECRETS =
            List.of("pass", "secret", "pwd", "token", "otp", "code", "pin", "csrf", "nonce", "key");

    private OwnWords() {}

    static Set<String> of(Identity identity, SignIn.Attempt attempt) {
        Set<String> words = new LinkedHashSet<>(of(identity.login()));
        attempt.answer().flatMap(answer -> JsonBody.parse(answer.text())).ifPresent(body -> collect(body, words));
        attempt.session().taken().values().forEach(value -> claims(value).ifPresent(claims -> collect(claims, words)));
        return words;
    }

    /** What the recipe itself says: e-mail addresses and user names, never a password. */
    static Set<String> of(Login login) {
        Set<String> words = new LinkedHashSet<>();
        if (login instanceof Login.JsonLogin json) {
            named(json.body(), words);
        } else if (login instanceof Login.FormLogin form) {
            named(form.body(), words);
        } else if (login instanceof Login.StepsLogin steps) {
            steps.steps().forEach(step -> step.request().body().ifPresent(body -> named(body, words)));
        } else if (login instanceof Login.BasicLogin basic) {
            add(basic.user(), words);
        } else if (login instanceof Login.OAuth2Login oauth2) {
            oauth2.user().ifPresent(user -> add(user, words));
        } else if (login instanceof Login.SupabaseLogin supabase) {
            add(supabase.email(), words);
        } else if (login instanceof Login.FirebaseLogin firebase) {
            add(firebase.email(), words);
        }
        return words;
    }

    /** The claims of a JWT (RFC 7519); empty for any other text. */
    static Optional<Json> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length < 2 || !parts[0].startsWith("ey")) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return JsonBody.parse(new String(claims, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void named(Json body, Set<String> words) {
        body.scalars((path, value) -> {
            String name = path.isEmpty() ? "" : path.get(path.size() - 1).toLowerCase(Locale.ROOT);
            boolean secret = SECRETS.stream().anyMatch(name::contains);
            boolean user = NAMES.contains(name) || name.contains("user") || name.contains("mail");
            value.text().filter(text -> !secret && (user || text.contains("@"))).ifPresent(text -> add(text, words));
        });
    }

    private static void collect(Json body, Set<String> words) {
        body.scalars((path, value) -> {
            String name = path.isEmpty() ? "" : path.get(path.size() - 1).toLowerCase(Locale.ROOT);
            Optional<String> text = value.text();
            if (NAMES.contains(name)) {
                text.ifPresent(word -> add(word, words));
            } else if (IDS.contains(name)) {
                text.filter(word -> word.length() >= LEAST_ID).ifPresent(words::add);
            }
        });
    }

    private static void add(String text, Set<String> words) {
        if (text.strip().length() >= LEAST_LENGTH) {
            words.add(text.strip());
        }
    }
}
