package dev.launchready.portal.file;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Login;
import dev.launchready.portal.Login.Common;
import dev.launchready.portal.Login.Step;
import dev.launchready.portal.Login.Totp;
import dev.launchready.portal.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the recipe under {@code login}, whatever its kind. */
final class LoginReader {
    private static final Map<String, BiFunction<Section, Common, Optional<Login>>> KINDS = kinds();
    private static final Map<String, String> GRANTS = Map.of(
            "client-credentials", "client-credentials",
            "password", "password",
            "refresh", "refresh");
    private static final String OWN = "*";

    private LoginReader() {}

    private static Map<String, BiFunction<Section, Common, Optional<Login>>> kinds() {
        Map<String, BiFunction<Section, Common, Optional<Login>>> kinds = new LinkedHashMap<>();
        kinds.put("json", LoginReader::json);
        kinds.put("form", LoginReader::form);
        kinds.put("basic", LoginReader::basic);
        kinds.put(
                "bearer",
                (section, common) -> secret(section, "token").map(token -> new Login.BearerLogin(common, token)));
        kinds.put("header", LoginReader::lines);
        kinds.put("cookie", LoginReader::lines);
        kinds.put("oauth2", LoginReader::oauth2);
        kinds.put("supabase", LoginReader::supabase);
        kinds.put("firebase", LoginReader::firebase);
        kinds.put(
                "storage-state",
                (section, common) -> file(section).map(path -> new Login.StorageStateLogin(common, path)));
        kinds.put("har", (section, common) -> file(section).map(path -> new Login.HarLogin(common, path)));
        kinds.put("steps", LoginReader::steps);
        return kinds;
    }

    /** A recipe as a mapping with its {@code kind}, or as a list of steps. */
    static Optional<Login> read(Slot slot) {
        if (slot.isList()) {
            return Optional.of(new Login.StepsLogin(Common.NONE, steps(slot)));
        }
        return slot.section().flatMap(section -> {
            Optional<BiFunction<Section, Common, Optional<Login>>> kind = section.required(
                            "kind", "one of " + String.join(", ", KINDS.keySet()))
                    .flatMap(each -> each.choice("kind of login", KINDS));
            Optional<Login> login = kind.flatMap(each -> each.apply(section, common(section)));
            if (kind.isPresent()) {
                section.done();
            }
            return login;
        });
    }

    private static Common common(Section section) {
        Map<String, List<String>> sendAs = new LinkedHashMap<>();
        section.get("send-as").ifPresent(slot -> {
            if (slot.isText() || slot.isList()) {
                sendAs.put(OWN, headerLines(slot));
            } else {
                slot.section()
                        .ifPresent(inner -> inner.rest()
                                .forEach((origin, lines) -> origin(origin, lines)
                                        .ifPresent(place -> sendAs.put(place, headerLines(lines)))));
            }
        });
        return new Common(RequestReader.headers(section, "headers"), sendAs, RequestReader.refusal(section));
    }

    private static Optional<String> origin(String text, Slot slot) {
        try {
            return Optional.of(text.equals(OWN) ? OWN : Url.parse(text).origin());
        } catch (IllegalArgumentException e) {
            return slot.problem(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> headerLines(Slot slot) {
        return slot.oneOrMany().stream()
                .flatMap(each -> headerLine(each).stream())
                .toList();
    }

    private static Optional<String> headerLine(Slot slot) {
        Optional<Text> text = slot.filled();
        if (text.isPresent() && !text.get().value().matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+:\\s*\\S[^\\r\\n]*")) {
            return slot.problem(
                    "'" + slot.path() + "' must be a header line in quotes, such as \"Authorization: Bearer {token}\"");
        }
        return text.map(
                line -> slot.reading().custody().headerLine(line, slot.yaml().at(), slot.path()));
    }

    private static Optional<Login> json(Section section, Common common) {
        Optional<Request> request = RequestReader.of(section, BodyReader.LOGIN);
        Optional<String> token = section.text("token");
        return request.map(
                each -> new Login.JsonLogin(common, each, each.body().orElse(new Json.Obj(Map.of())), token));
    }

    private static Optional<Login> form(Section section, Common common) {
        Optional<Request> page = section.get("page").flatMap(RequestReader::line);
        return RequestReader.of(section, BodyReader.LOGIN)
                .map(each -> new Login.FormLogin(common, page, each, each.body().orElse(new Json.Obj(Map.of()))));
    }

    private static Optional<Login> basic(Section section, Common common) {
        Optional<String> user = needed(section, "user");
        return secret(section, "password")
                .flatMap(password -> user.map(name -> new Login.BasicLogin(common, name, password)));
    }

    private static Optional<Login> lines(Section section, Common common) {
        section.required("send-as", "the header line that is the session, such as \"Cookie: sid=${env:SID}\"");
        return Optional.of(new Login.HeaderLogin(common));
    }

    private static Optional<Login> oauth2(Section section, Common common) {
        Optional<Url> url =
                section.required("token-url", "the address that gives tokens").flatMap(Slot::url);
        Optional<String> grant = section.required("grant", "client-credentials, password or refresh")
                .flatMap(slot -> slot.choice("grant", GRANTS));
        Login.OAuth2Login login = new Login.OAuth2Login(
                common,
                url.orElse(Url.parse("http://localhost")),
                grant.orElse(""),
                section.text("client-id"),
                section.get("client-secret").flatMap(Slot::credential),
                section.text("user"),
                section.get("password").flatMap(Slot::credential),
                section.get("refresh-token").flatMap(Slot::credential),
                section.text("scope"));
        if (login.grant().equals("password")
                && (login.user().isEmpty() || login.password().isEmpty())) {
            section.problem("the grant 'password' needs 'user' and 'password'");
        }
        if (login.grant().equals("refresh") && login.refreshToken().isEmpty()) {
            section.problem("the grant 'refresh' needs 'refresh-token'");
        }
        return url.flatMap(each -> grant).map(each -> login);
    }

    private static Optional<Login> supabase(Section section, Common common) {
        Optional<Url> url =
                section.required("url", "the address of the Supabase project").flatMap(Slot::url);
        Optional<String> key = section.required("key", "the publishable (anon) key of the project")
                .flatMap(AddressReader::serviceKey);
        Optional<String> email = needed(section, "email");
        Optional<String> password = secret(section, "password");
        return url.flatMap(place -> key.flatMap(open ->
                email.flatMap(user -> password.map(pass -> new Login.SupabaseLogin(common, place, open, user, pass)))));
    }

    private static Optional<Login> firebase(Section section, Common common) {
        Optional<String> key =
                section.required("api-key", "the web API key of the project").flatMap(Slot::text);
        Optional<String> email = needed(section, "email");
        Optional<String> password = secret(section, "password");
        return key.flatMap(
                open -> email.flatMap(user -> password.map(pass -> new Login.FirebaseLogin(common, open, user, pass))));
    }

    private static Optional<Login> steps(Section section, Common common) {
        return section.required("steps", "a list of requests").map(slot -> new Login.StepsLogin(common, steps(slot)));
    }

    private static List<Step> steps(Slot slot) {
        return slot.items().stream()
                .flatMap(item -> item.section().flatMap(LoginReader::step).stream())
                .toList();
    }

    private static Optional<Step> step(Section section) {
        Optional<Request> request = RequestReader.of(section, BodyReader.LOGIN);
        Map<String, String> take = section.map("take", Slot::text);
        Optional<Totp> totp = section.section("totp").flatMap(inner -> {
            Optional<String> secret = secret(inner, "secret");
            Optional<String> into = needed(inner, "into");
            inner.done();
            return secret.flatMap(key -> into.map(name -> new Totp(key, name)));
        });
        section.done();
        return request.map(each -> new Step(each, take, totp));
    }

    private static Optional<java.nio.file.Path> file(Section section) {
        return section.required("file", "the path of the recording").flatMap(Slot::existing);
    }

    private static Optional<String> secret(Section section, String key) {
        return section.required(key, "write ${env:NAME} and set that variable").flatMap(Slot::credential);
    }

    private static Optional<String> needed(Section section, String key) {
        return section.required(key, "this kind of login cannot do without").flatMap(Slot::text);
    }
}
