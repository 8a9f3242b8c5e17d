package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.OpenedKey;
import dev.launchready.check.authz.backend.Survey.Opens;
import dev.launchready.check.face.Trouble;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Address.Backend;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Asks the vendors of the front's public keys what these open, where the portal file names the vendor's host or consent covers it. */
final class KeySurvey {
    private static final String SEARCH = "https://%s-dsn.algolia.net";
    private static final String MAPS = "https://maps.googleapis.com";
    private static final String MODELS = "https://generativelanguage.googleapis.com";

    /** Rights by which a key changes what is found (Algolia, API reference, "acl"). */
    private static final Set<String> WRITING = Set.of("addObject", "deleteObject", "deleteIndex", "editSettings");

    /** Rights without which nobody searches. */
    private static final Set<String> NEEDED = Set.of("search", "recommendation", "personalization", "inference");

    private static final int SHOWN = 4;

    private final CheckContext context;
    private final Predicate<Url> mayCall;
    private final List<OpenedKey> opened = new ArrayList<>();

    /** @param mayCall whether a vendor's host may be asked */
    KeySurvey(CheckContext context, Predicate<Url> mayCall) {
        this.context = context;
        this.mayCall = mayCall;
    }

    List<OpenedKey> look(FrontText front) throws ProbeException, InterruptedException {
        for (VendorKeys.Key key : VendorKeys.in(front)) {
            if (key.kind() == ServiceKind.ALGOLIA) {
                search(key);
            } else {
                maps(key);
                models(key);
            }
        }
        return List.copyOf(opened);
    }

    /** A key may always ask for its own rights. */
    private void search(VendorKeys.Key key) throws ProbeException, InterruptedException {
        Url base = base(key.kind(), SEARCH.formatted(key.application().toLowerCase(Locale.ROOT)));
        if (!mayCall.test(base)) {
            return;
        }
        List<Header> credentials = List.of(
                new Header("X-Algolia-API-Key", key.value()),
                new Header("X-Algolia-Application-Id", key.application()));
        Gate gate = gate(base);
        Gate.Knock knock = gate.knock(Readers.nobody(credentials).sign(gate.get("/1/keys/" + key.value())));
        Optional<Json> acl = body(knock).flatMap(json -> json.get("acl")).filter(Json.Arr.class::isInstance);
        if (acl.isEmpty()) {
            boolean refused = knock.answer()
                    .filter(answer -> answer.status() / 100 == 4 && !Trouble.of(answer.status()))
                    .isPresent();
            add(key, base, refused ? Opens.NOTHING : Opens.UNCLEAR, "", knock);
            return;
        }
        List<String> rights = ((Json.Arr) acl.get())
                .items().stream().flatMap(each -> each.text().stream()).toList();
        List<String> writing = rights.stream().filter(WRITING::contains).toList();
        List<String> more =
                rights.stream().filter(right -> !NEEDED.contains(right)).toList();
        Opens opens = !writing.isEmpty() ? Opens.WRITING : more.isEmpty() ? Opens.WHAT_IT_NEEDS : Opens.MORE;
        add(key, base, opens, String.join(", ", writing.isEmpty() ? more : writing), knock);
    }

    /** A key that is held to the portal's own pages is refused where no page is named. */
    private void maps(VendorKeys.Key key) throws ProbeException, InterruptedException {
        Url base = base(key.kind(), MAPS);
        if (!mayCall.test(base)) {
            return;
        }
        Gate gate = gate(base);
        Gate.Knock knock = gate.knock(gate.get("/maps/api/geocode/json?latlng=0,0&key=" + key.value()));
        String status = body(knock)
                .flatMap(json -> json.get("status"))
                .flatMap(Json::text)
                .orElse("");
        Opens opens =
                switch (status) {
                    case "OK", "ZERO_RESULTS" -> Opens.ANYWHERE;
                    case "REQUEST_DENIED" -> Opens.NOTHING;
                    default -> Opens.UNCLEAR;
                };
        add(key, base, opens, "Geocoding", knock);
    }

    /** The same kind of key opens models that are paid for by the word, where that API is switched on for its project. */
    private void models(VendorKeys.Key key) throws ProbeException, InterruptedException {
        Url base = base(key.kind(), MODELS);
        if (!mayCall.test(base)) {
            return;
        }
        Gate gate = gate(base);
        Gate.Knock knock = gate.knock(Readers.nobody(List.of(new Header("x-goog-api-key", key.value())))
                .sign(gate.get("/v1beta/models?pageSize=1")));
        boolean told = body(knock).flatMap(json -> json.get("models")).isPresent();
        boolean refused = knock.answer()
                .filter(answer -> answer.status() / 100 == 4 && !Trouble.of(answer.status()))
                .isPresent();
        add(key, base, told ? Opens.PAID : refused ? Opens.NOTHING : Opens.UNCLEAR, "Gemini", knock);
    }

    /** Where the portal file says that the service is, or the vendor's own host. */
    private Url base(ServiceKind kind, String vendor) {
        return context.portal().address().backends().stream()
                .filter(backend -> backend.kind().equals(kind.key()))
                .map(Backend::url)
                .findFirst()
                .orElseGet(() -> Url.parse(vendor));
    }

    private Gate gate(Url base) {
        boolean named = context.portal().hosts().contains(base.host());
        return new Gate(context, base, named ? TrafficClass.PASSIVE : TrafficClass.THIRD_PARTY);
    }

    private static Optional<Json> body(Gate.Knock knock) {
        return knock.answer().map(HttpAnswer::text).flatMap(JsonBody::parse);
    }

    private void add(VendorKeys.Key key, Url base, Opens opens, String rights, Gate.Knock knock) {
        List<HttpExchange> shown =
                knock.answer().stream().map(HttpAnswer::evidence).toList();
        String says =
                knock.answer().map(answer -> String.valueOf(answer.status())).orElse(knock.says());
        opened.add(new OpenedKey(
                key.kind(),
                opens,
                key.from().host(),
                key.from().path(),
                base.host(),
                key.value().substring(0, SHOWN),
                key.value().length(),
                rights,
                says,
                shown));
    }
}
