package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.Optional;
import java.util.function.Function;

/** The sessions of the dialects: {@code tok-NAME-1}, given for {@code pw-NAME}. */
final class Tokens {
    private Tokens() {}

    static Optional<String> known(String token) {
        return switch (token) {
            case "tok-alice-1" -> Optional.of("alice");
            case "tok-bob-1" -> Optional.of("bob");
            case "tok-admin-1" -> Optional.of("admin");
            default -> Optional.empty();
        };
    }

    static Optional<String> bearer(Ask ask) {
        String line = ask.header("Authorization");
        return line.startsWith("Bearer ") ? known(line.substring(7)) : Optional.empty();
    }

    static Optional<String> cookie(Ask ask, String name) {
        for (String pair : ask.header("Cookie").split(";", -1)) {
            if (pair.strip().startsWith(name + "=")) {
                return known(pair.strip().substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** Who gives the right password in the body. */
    static Optional<String> form(Ask ask) {
        String body = ask.raw().getBodyAsString();
        for (String who : new String[] {"alice", "bob", "admin"}) {
            if (body.contains("pw-" + who)) {
                return Optional.of(who);
            }
        }
        return Optional.empty();
    }

    static Optional<Reply> json(Ask ask, String path, Function<String, Reply> welcome, Reply refusal) {
        if (!ask.path().equals(path) || !ask.method().equals("POST")) {
            return Optional.empty();
        }
        return Optional.of(form(ask).map(welcome).orElse(refusal));
    }
}
