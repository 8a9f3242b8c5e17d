package dev.launchready.check.auth;

import dev.launchready.check.DialectServer.Reply;
import java.util.Set;
import java.util.UUID;

/** How a {@link Gate} answers those who are not signed in: a wrong password, a forgotten one, a new account. */
final class GateDoors {
    private GateDoors() {}

    static Reply noLogin(Door door, String mail, Set<Wrong> wrong) {
        boolean known = Gate.PEOPLE.containsKey(mail);
        if (wrong.contains(Wrong.TELLS_UNKNOWN_AT_LOGIN)) {
            return refused(door, known ? "The password is wrong" : "There is no such account");
        }
        if (wrong.contains(Wrong.STATUS_AT_LOGIN) && !known) {
            return Reply.json(404, "{\"error\":\"No\"}");
        }
        return refused(door, "E-mail address or password is wrong");
    }

    private static Reply refused(Door door, String text) {
        String id = UUID.randomUUID().toString();
        if (door.carrier().pages()) {
            return Reply.html("<html><body><p class=alert>" + text
                    + "</p><form method=post action=/login><input type=hidden name=csrf value=h-1><input name=email>"
                    + "<input type=password name=password></form><i>" + id + "</i></body></html>");
        }
        String body = "{\"success\":false,\"error\":\"" + text + "\",\"request\":\"" + id + "\"}";
        return switch (door.refusal()) {
            case ERROR_WITH_200, EMPTY_WITH_200 -> Reply.json(200, body);
            case BAD_REQUEST -> Reply.json(400, body);
            case FORBIDDEN -> Reply.json(403, body);
            case THROWS -> Reply.json(422, body);
            default -> Reply.json(401, body);
        };
    }

    static Reply forgot(String mail, Set<Wrong> wrong) {
        boolean tells = wrong.contains(Wrong.TELLS_UNKNOWN_AT_RECOVERY) && !Gate.PEOPLE.containsKey(mail);
        return tells
                ? Reply.json(200, "{\"message\":\"We do not know that address\"}")
                : Reply.json(200, "{\"message\":\"If we know that address, a mail is on its way\"}");
    }

    static Reply join(String mail, Set<Wrong> wrong) {
        boolean tells = wrong.contains(Wrong.TELLS_KNOWN_AT_SIGNUP) && Gate.PEOPLE.containsKey(mail);
        return tells
                ? Reply.json(409, "{\"message\":\"That address is taken\"}")
                : Reply.json(202, "{\"message\":\"Look into your mailbox to go on\"}");
    }
}
