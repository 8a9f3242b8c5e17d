package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpCall.Purpose;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * An account of nobody's at a Firebase project, made where consent covers writes and removed again: it shows what everybody gets who just
 * signs up. Without an address first, as an anonymous one; with one of {@code example.com} where the project wants that.
 */
final class FirebaseAccount {
    /** How it is called where readers are named. */
    static final String NAME = "a new account";

    private static final String GOOGLE = "https://identitytoolkit.googleapis.com";
    private static final String TYPE = "account of the project";

    private final CheckContext context;
    private final Portal portal;
    private final Url service;
    private final String key;

    private FirebaseAccount(CheckContext context, Url service, String key) {
        this.context = context;
        this.portal = context.portal();
        this.service = service;
        this.key = key;
    }

    /** Empty where consent or scope does not cover it. */
    static Optional<FirebaseAccount> at(CheckContext context, String key) {
        Portal portal = context.portal();
        LocalDate today = LocalDate.now(context.clock());
        Url service = portal.address().firebaseAuth().orElseGet(() -> Url.parse(GOOGLE));
        boolean reachable = portal.hosts().contains(service.host())
                || portal.loginHosts().contains(service.host())
                || portal.consent().covers(TrafficClass.THIRD_PARTY, today);
        return reachable && portal.consent().covers(TrafficClass.WRITES, today)
                ? Optional.of(new FirebaseAccount(context, service, key))
                : Optional.empty();
    }

    /** Empty where the project makes no accounts for everybody. */
    Optional<Reader> make() throws ProbeException, InterruptedException {
        String marker = context.sessions().workbench().marker();
        context.sessions().workbench().making(TYPE, marker);
        Optional<Reader> anonymous = made(ask("accounts:signUp", Map.of()));
        return anonymous.isPresent()
                ? anonymous
                : made(ask(
                        "accounts:signUp",
                        Map.of("email", new Json.Str(marker + "@example.com"), "password", new Json.Str(marker))));
    }

    /** Whether the project said that it is gone. */
    boolean remove(Reader account) throws ProbeException, InterruptedException {
        String token = account.token().orElse("");
        boolean gone = ask("accounts:delete", Map.of("idToken", new Json.Str(token)))
                .filter(answer -> answer.status() == 200)
                .isPresent();
        if (!gone) {
            LoggerFactory.getLogger(FirebaseAccount.class)
                    .warn(
                            "The account {} that was made at {} stays behind.",
                            account.id().orElse(""),
                            service.host());
        }
        return gone;
    }

    private Optional<HttpAnswer> ask(String method, Map<String, Json> fields)
            throws ProbeException, InterruptedException {
        Map<String, Json> body = new LinkedHashMap<>(fields);
        body.put("returnSecureToken", new Json.Bool(true));
        String path = service.path().replaceFirst("/+$", "") + "/v1/" + method + "?key=" + Tables.encoded(key);
        HttpCall call = HttpCall.of("POST", service.at(path))
                .needing(TrafficClass.WRITES)
                .purposed(Purpose.LOGIN)
                .carrying(new HttpCall.Content(
                        "application/json", JsonBody.write(new Json.Obj(body)).getBytes(StandardCharsets.UTF_8)));
        boolean vendors =
                !portal.hosts().contains(service.host()) && !portal.loginHosts().contains(service.host());
        return Gate.knock(context, vendors ? call.needing(TrafficClass.THIRD_PARTY) : call)
                .answer();
    }

    private static Optional<Reader> made(Optional<HttpAnswer> answer) {
        Optional<Json> body = answer.filter(each -> each.status() == 200).flatMap(each -> JsonBody.parse(each.text()));
        Optional<String> id = body.flatMap(json -> json.get("localId")).flatMap(Json::text);
        return body.flatMap(json -> json.get("idToken"))
                .flatMap(Json::text)
                .map(token -> new Reader(
                        NAME,
                        Optional.of(token),
                        List.of(new Header("Authorization", "Bearer " + token)),
                        id,
                        Set.of(),
                        TrafficClass.WRITES));
    }
}
