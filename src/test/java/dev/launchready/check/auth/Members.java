package dev.launchready.check.auth;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.auth.Manner.Asking;
import dev.launchready.check.auth.Manner.Carrier;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** One small portal with accounts that people make and change. Sound but for what is said to be wrong. */
final class Members implements Function<Ask, Reply> {

    /** What may be wrong with it. */
    enum Lapse {
        CURRENT_IGNORED,
        MISSING_IS_FINE,
        EMPTY_IS_FINE,
        CONFIRMS_ANYTHING,
        NEVER_ASKS,
        CASE_COUNTS,
        SPACE_COUNTS,
        WIDTH_COUNTS,
        SIGN_UP_OVERWRITES,
        OTHER_CASE_OVERWRITES,
        PLUS_COUNTS
    }

    private final Manner manner;
    private final Set<Lapse> lapses;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Member> sessions = new LinkedHashMap<>();
    private final Set<String> confirmed = new LinkedHashSet<>();

    private static final class Member {
        private final String name;
        private String mail;
        private String password;

        Member(String name, String mail, String password) {
            this.name = name;
            this.mail = mail;
            this.password = password;
        }
    }

    Members(Manner manner, Set<Lapse> lapses) {
        this.manner = manner;
        this.lapses = lapses;
        members.add(new Member("anna-l", "anna@north.example", "pw-anna-2026"));
    }

    /** Who has an account, for a test to look at. */
    synchronized List<String> mails() {
        return members.stream().map(member -> member.mail).toList();
    }

    @Override
    public synchronized Reply apply(Ask ask) {
        Map<String, String> fields = Gate.fields(ask);
        String place = ask.method() + " " + ask.path();
        if (place.equals("POST /login")) {
            return login(fields);
        }
        if (place.equals("POST /join")) {
            return join(fields);
        }
        if (place.equals("GET /login") || place.equals("GET /join")) {
            return Reply.html(MemberLooks.form(ask.path(), "email", "password"));
        }
        String session = session(ask);
        Optional<Member> who = Optional.ofNullable(sessions.get(session));
        if (who.isEmpty()) {
            return manner.pages() ? Reply.empty(302).with("Location", "/login") : Reply.json(401, "{\"error\":\"no\"}");
        }
        boolean forged = manner.pages()
                && ask.method().equals("POST")
                && !fields.getOrDefault("csrf", "").equals("c-1");
        return forged ? Reply.empty(400) : inside(place, who.get(), session, fields);
    }

    private Reply inside(String place, Member who, String session, Map<String, String> fields) {
        return switch (place) {
            case "GET /me", "GET /settings" ->
                manner.pages()
                        ? Reply.html(MemberLooks.account(who.mail, manner.field()))
                        : Reply.json(200, "{\"email\":\"" + who.mail + "\",\"name\":\"" + who.name + "\"}");
            case "GET /confirm" -> Reply.html(MemberLooks.form("/confirm", "password"));
            case "POST /confirm" -> {
                boolean right = who.password.equals(fields.get("password"));
                if (right || lapses.contains(Lapse.CONFIRMS_ANYTHING)) {
                    confirmed.add(session);
                }
                yield right ? Reply.empty(manner.pages() ? 302 : 204).with("Location", "/settings") : refused();
            }
            case "POST /settings/password", "POST /settings/email" -> change(place, who, session, fields);
            case "DELETE /me", "POST /leave" -> {
                members.remove(who);
                sessions.values().remove(who);
                yield Reply.empty(204);
            }
            default -> Reply.json(404, "{\"error\":\"nothing here\"}");
        };
    }

    private Reply change(String place, Member who, String session, Map<String, String> fields) {
        boolean asks = manner.confirms() && !lapses.contains(Lapse.NEVER_ASKS);
        if (asks && !confirmed.contains(session)) {
            return manner.asking() == Asking.LOCKED
                    ? Reply.json(423, "{\"message\":\"Please confirm your password.\"}")
                    : Reply.empty(302).with("Location", "/confirm");
        }
        if (manner.field() && !proved(who, fields)) {
            return refused();
        }
        boolean password = place.endsWith("password");
        if (password) {
            if (fields.getOrDefault("new", "").length() < 8) {
                return refused();
            }
            who.password = fields.get("new");
        } else if (manner.asking() == Asking.MAIL) {
            String sent = "We have sent a mail to the new address";
            return manner.pages()
                    ? Reply.html(MemberLooks.account(sent, true))
                    : Reply.json(202, "{\"message\":\"" + sent + "\"}");
        } else {
            who.mail = stored(fields.getOrDefault("email", ""));
        }
        return switch (manner.refusal()) {
            case BACK_TO_FORM, FORM_AGAIN -> Reply.empty(303).with("Location", "/settings?saved=1");
            case FALSE_WITH_200 -> Reply.json(200, "{\"success\":true,\"message\":\"Saved\"}");
            default -> Reply.json(200, "{\"message\":\"Saved\"}");
        };
    }

    private boolean proved(Member who, Map<String, String> fields) {
        String current = fields.get("current");
        return lapses.contains(Lapse.CURRENT_IGNORED)
                || lapses.contains(Lapse.NEVER_ASKS)
                || (current == null && lapses.contains(Lapse.MISSING_IS_FINE))
                || ("".equals(current) && lapses.contains(Lapse.EMPTY_IS_FINE))
                || who.password.equals(current);
    }

    private Reply refused() {
        return switch (manner.refusal()) {
            case FORBIDDEN -> Reply.json(403, "{\"error\":\"wrong\",\"at\":\"" + UUID.randomUUID() + "\"}");
            case BAD_REQUEST -> Reply.json(400, "{\"code\":\"E17\"}");
            case UNPROCESSABLE -> Reply.json(422, "{\"errors\":{\"field\":[\"does not fit\"]}}");
            case FALSE_WITH_200 -> Reply.json(200, "{\"success\":false,\"message\":\"That did not fit\"}");
            case BACK_TO_FORM -> Reply.empty(303).with("Location", "/settings?error=1");
            case FORM_AGAIN -> Reply.html(MemberLooks.account("That did not fit", manner.field()));
        };
    }

    private Reply join(Map<String, String> fields) {
        String mail = stored(fields.getOrDefault("email", ""));
        String name = fields.getOrDefault("user", mail);
        Optional<Member> there = members.stream()
                .filter(member -> member.mail.equals(mail) || member.name.equals(name))
                .findFirst();
        Optional<Member> other = members.stream()
                .filter(member -> member.mail.equalsIgnoreCase(mail))
                .findFirst();
        if (lapses.contains(Lapse.OTHER_CASE_OVERWRITES) && other.isPresent() && there.isEmpty()) {
            other.get().password = fields.getOrDefault("password", "");
            return Reply.json(200, "{\"ok\":true}");
        }
        if (there.isPresent() && lapses.contains(Lapse.SIGN_UP_OVERWRITES)) {
            there.get().password = fields.getOrDefault("password", "");
        } else if (there.isPresent()) {
            return taken();
        } else {
            members.add(new Member(name, mail, fields.getOrDefault("password", "")));
        }
        return manner.pages() ? Reply.empty(303).with("Location", "/login") : Reply.json(201, "{\"ok\":true}");
    }

    private Reply taken() {
        return switch (manner.refusal()) {
            case FALSE_WITH_200 -> Reply.json(200, "{\"success\":false,\"message\":\"taken\"}");
            case BACK_TO_FORM -> Reply.empty(303).with("Location", "/join?taken=1");
            case FORM_AGAIN -> Reply.html(MemberLooks.form("/join", "email", "password"));
            // says the same as for a fresh address: who has an account gets a mail
            case FORBIDDEN -> Reply.json(201, "{\"ok\":true}");
            default -> Reply.json(409, "{\"error\":\"taken\"}");
        };
    }

    /** The form in which an address is kept: one for each mailbox. */
    private String stored(String written) {
        String mail =
                lapses.contains(Lapse.WIDTH_COUNTS) ? written : Normalizer.normalize(written, Normalizer.Form.NFKC);
        mail = lapses.contains(Lapse.SPACE_COUNTS) ? mail : mail.strip();
        boolean exact = lapses.contains(Lapse.CASE_COUNTS) || lapses.contains(Lapse.OTHER_CASE_OVERWRITES);
        mail = exact ? mail : mail.toLowerCase(Locale.ROOT);
        return lapses.contains(Lapse.PLUS_COUNTS) ? mail : mail.replaceAll("\\+[^@]*", "");
    }

    private Reply login(Map<String, String> fields) {
        boolean byName = manner.carrier() == Carrier.BY_NAME;
        String mail = stored(fields.getOrDefault("email", ""));
        Optional<Member> who = members.stream()
                .filter(member -> byName ? member.name.equals(fields.get("user")) : known(member, mail))
                .filter(member -> member.password.equals(fields.get("password")))
                .findFirst();
        if (who.isEmpty()) {
            return manner.pages()
                    ? Reply.html(MemberLooks.form("/login", "email", "password"))
                    : Reply.json(401, "{\"error\":\"no\"}");
        }
        if (manner.carrier() == Carrier.SINGLE) {
            sessions.values().remove(who.get());
        }
        String token = UUID.randomUUID().toString();
        sessions.put(token, who.get());
        String cookie = "sid=" + token + "; Path=/; HttpOnly";
        return switch (manner.carrier()) {
            case FORM -> Reply.empty(302).with("Location", "/me").with("Set-Cookie", cookie);
            case COOKIE -> Reply.json(200, "{\"ok\":true}").with("Set-Cookie", cookie);
            default -> Reply.json(200, "{\"token\":\"" + token + "\"}");
        };
    }

    private boolean known(Member member, String mail) {
        return lapses.contains(Lapse.OTHER_CASE_OVERWRITES)
                ? member.mail.equalsIgnoreCase(mail)
                : member.mail.equals(mail);
    }

    private String session(Ask ask) {
        String line = ask.header("Authorization");
        if (line.startsWith("Bearer ")) {
            return line.substring(7);
        }
        return java.util.Arrays.stream(ask.header("Cookie").split(";\\s*", -1))
                .filter(pair -> pair.startsWith("sid="))
                .map(pair -> pair.substring(4))
                .findFirst()
                .orElse("");
    }
}
