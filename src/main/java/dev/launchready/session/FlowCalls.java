package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Login;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Makes the requests of the portal file's flows, placeholders filled, as somebody's browser would send them. */
public final class FlowCalls {
    private static final List<String> PASSWORDS = List.of("pass", "secret", "pwd");

    private final Portal portal;
    private final HttpProbe http;
    private final Reading reading;

    public FlowCalls(Portal portal, HttpProbe http) {
        this.portal = portal;
        this.http = http;
        this.reading = new Reading(portal, http);
    }

    /** The call of a flow, not yet signed. */
    public HttpCall call(Request request, Map<String, String> values) {
        Url url = portal.resolve(Filling.fill(request.target(), values, Bodies::encoded));
        HttpCall call = HttpCall.of(request.method(), url).with("Accept", Reading.ACCEPT);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            call = call.with(header.getKey(), Filling.fill(header.getValue(), values));
        }
        Optional<Json> body = request.body();
        return body.isPresent()
                ? call.carrying(Bodies.encode(Filling.fill(body.get(), values), encoding(request)))
                : call;
    }

    /**
     * A call that is ready to be sent.
     *
     * @param session who sends it, with the cookies of the pages that were looked at for it
     */
    public record Prepared(Session session, HttpCall call) {}

    /** As {@link #call}, with the hidden fields and the CSRF token that those pages have for it. */
    public Prepared asBrowser(Session session, Request request, Map<String, String> values, List<Request> pages)
            throws ProbeException, InterruptedException {
        HttpCall plain = call(request, values);
        Session browser = session;
        for (Request page : pages) {
            HttpAnswer first = reading.as(browser, reading.call(page));
            browser = browser.after(first);
            HttpAnswer shown = reading.landing(browser, first);
            browser = browser.after(shown);
            Optional<HttpCall> filled = filled(plain, request, values, shown);
            if (filled.isPresent()) {
                return new Prepared(browser, filled.get());
            }
        }
        return new Prepared(browser, plain);
    }

    /** How that recipe signs in, its user and password as placeholders; empty for recipes that write out no request. */
    public static Optional<Request> template(Login login) {
        Optional<String> user = user(login);
        Optional<String> password = password(login);
        if (user.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> names = Map.of(user.get(), "{user}", password.get(), "{password}");
        if (login instanceof Login.JsonLogin json) {
            return Optional.of(with(json.request(), blanked(json.body(), names), Bodies.JSON));
        }
        if (login instanceof Login.FormLogin form) {
            return Optional.of(with(form.request(), blanked(form.body(), names), Bodies.FORM));
        }
        return Optional.empty();
    }

    private static Request with(Request request, Json body, String encoding) {
        return new Request(
                request.method(),
                request.target(),
                request.as(),
                request.headers(),
                request.encoding().or(() -> Optional.of(encoding)),
                Optional.of(body));
    }

    private static Json blanked(Json json, Map<String, String> names) {
        if (json instanceof Json.Obj obj) {
            Map<String, Json> members = new LinkedHashMap<>();
            obj.members().forEach((name, value) -> members.put(name, blanked(value, names)));
            return new Json.Obj(members);
        }
        return json instanceof Json.Str str ? new Json.Str(names.getOrDefault(str.value(), str.value())) : json;
    }

    private Optional<HttpCall> filled(HttpCall plain, Request request, Map<String, String> values, HttpAnswer page) {
        if (!Likeness.html(page)) {
            return Optional.empty();
        }
        HtmlForm found = HtmlForm.in(page, Set.of());
        Optional<Element> form = Jsoup.parse(page.text(), page.call().url().toString()).select("form[action]").stream()
                .filter(each -> page.call()
                        .url()
                        .resolve(each.attr("action"))
                        .map(url -> url.sameOrigin(plain.url())
                                && url.path().equals(plain.url().path()))
                        .orElse(false))
                .findFirst();
        if (form.isPresent() && !plain.method().equals("GET")) {
            Map<String, Json> fields = new LinkedHashMap<>();
            form.get()
                    .select("input[type=hidden][name]")
                    .forEach(input -> fields.put(input.attr("name"), new Json.Str(input.attr("value"))));
            request.body()
                    .map(body -> Bodies.fields(Filling.fill(body, values)))
                    .orElse(Map.of())
                    .forEach((name, value) -> fields.put(name, new Json.Str(value)));
            return Optional.of(plain.carrying(Bodies.encode(
                            new Json.Obj(fields), request.encoding().orElse(Bodies.FORM)))
                    .with("Origin", page.call().url().origin())
                    .with("Referer", page.call().url().origin() + "/"));
        }
        return found.csrfMeta().map(token -> plain.with("X-CSRF-TOKEN", token));
    }

    public HttpAnswer send(Session session, HttpCall call) throws ProbeException, InterruptedException {
        return http.send(session.sign(call));
    }

    /** Where the redirects of an answer end, within the portal's own origins. */
    public HttpAnswer landing(Session session, HttpAnswer first) throws InterruptedException {
        return reading.landing(session, first);
    }

    /** What fills the placeholders of a flow for that identity: {@code user} and {@code password}, as far as its recipe has them. */
    public Map<String, String> values(String identity) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional.ofNullable(portal.identities().get(identity)).ifPresent(who -> {
            user(who.login()).ifPresent(user -> values.put("user", user));
            password(who.login()).ifPresent(password -> values.put("password", password));
        });
        return values;
    }

    /** The name with which a recipe signs in; an e-mail address before others. */
    public static Optional<String> user(Login login) {
        Set<String> words = OwnWords.of(login);
        return words.stream()
                .filter(word -> word.contains("@"))
                .findFirst()
                .or(() -> words.stream().findFirst());
    }

    static Optional<String> password(Login login) {
        if (login instanceof Login.JsonLogin json) {
            return secret(json.body());
        }
        if (login instanceof Login.FormLogin form) {
            return secret(form.body());
        }
        if (login instanceof Login.BasicLogin basic) {
            return Optional.of(basic.password());
        }
        if (login instanceof Login.OAuth2Login oauth2) {
            return oauth2.password();
        }
        if (login instanceof Login.SupabaseLogin supabase) {
            return Optional.of(supabase.password());
        }
        return login instanceof Login.FirebaseLogin firebase ? Optional.of(firebase.password()) : Optional.empty();
    }

    private static Optional<String> secret(Json body) {
        return Bodies.fields(body).entrySet().stream()
                .filter(field ->
                        PASSWORDS.stream().anyMatch(field.getKey().toLowerCase(java.util.Locale.ROOT)::contains))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The encoding of a flow: its own, or that of the first recipe that has a body. */
    public String encoding(Request request) {
        return request.encoding()
                .orElseGet(() -> portal.identities().values().stream()
                        .map(identity -> identity.login() instanceof Login.FormLogin form
                                ? form.request().encoding().orElse(Bodies.FORM)
                                : Bodies.JSON)
                        .findFirst()
                        .orElse(Bodies.JSON));
    }
}
