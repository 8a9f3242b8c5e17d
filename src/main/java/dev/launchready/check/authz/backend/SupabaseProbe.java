package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.Reach;
import dev.launchready.check.authz.backend.Survey.Service;
import dev.launchready.check.authz.backend.Survey.SignUp;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at one Supabase project, or at a bare PostgREST, as nobody and as every identity that signs in there. */
final class SupabaseProbe {
    /** A table that nobody has: how it is missed tells whether this is PostgREST, and whether the key is taken. */
    private static final String NO_TABLE = "lr_no_such_table";

    private static final List<String> ISSUERS = List.of("/auth/v1", "supabase");

    private final CheckContext context;
    private final Readers readers;
    private final Gate gate;
    private final Names names;
    private final List<Header> publicly;
    private boolean more;

    /** @param key empty where none is known */
    SupabaseProbe(
            CheckContext context, Readers readers, Url base, Optional<String> key, TrafficClass traffic, Names names) {
        this.context = context;
        this.readers = readers;
        this.gate = new Gate(context, base, traffic);
        this.names = names;
        this.publicly = headers(key);
    }

    /** What one project came to. */
    record Found(Service service, List<Place> places) {}

    Found look() throws ProbeException, InterruptedException {
        Reader nobody = Readers.nobody(publicly);
        Gate.Knock knock = gate.knock(nobody.sign(gate.get("/rest/v1/" + NO_TABLE + "?select=*&limit=1")));
        if (knock.answer().isEmpty()) {
            return new Found(
                    service(Reach.UNREACHED, knock.says(), List.of(), 0, Optional.empty(), List.of()), List.of());
        }
        PostgrestAnswer missed = new PostgrestAnswer(knock.answer().get());
        String root = "/rest/v1";
        if (missed.reach() == Reach.OTHER) {
            PostgrestAnswer bare = missing(nobody, "");
            root = bare.reach() == Reach.OTHER ? root : "";
            missed = bare.reach() == Reach.OTHER ? missed : bare;
        }
        List<Reader> identities = readers.at(gate.base(), publicly, ISSUERS);
        if (missed.reach() != Reach.ANSWERED) {
            return new Found(
                    service(missed.reach(), missed.says(), identities, 0, Optional.empty(), List.of()), List.of());
        }
        missed.schemas().forEach(names::schema);
        Tables tables = new Tables(context, gate, root, readers, nobody, identities, names);
        tables.readDescription();
        List<Place> places = new ArrayList<>(tables(tables, missed));
        for (String function : names.functions()) {
            tables.function(function).ifPresent(places::add);
        }
        if (!root.isEmpty()) {
            places.addAll(new Buckets(context, gate, readers, nobody, identities, names).look());
        }
        List<HttpExchange> exchanges = new ArrayList<>();
        Optional<SignUp> signUp = root.isEmpty() ? Optional.empty() : signUp(nobody, exchanges);
        return new Found(service(missed.reach(), missed.says(), identities, places.size(), signUp, exchanges), places);
    }

    private PostgrestAnswer missing(Reader nobody, String root) throws ProbeException, InterruptedException {
        return new PostgrestAnswer(gate.ask(nobody, gate.get(root + "/" + NO_TABLE + "?select=*&limit=1")));
    }

    /** Known names first, then likely ones, then those that answers give away. */
    private List<Place> tables(Tables tables, PostgrestAnswer missed) throws ProbeException, InterruptedException {
        Deque<Names.Table> open = new ArrayDeque<>(names.tables());
        context.params().list("likely-tables").forEach(name -> open.add(new Names.Table("", name)));
        missed.hints().forEach(name -> open.add(new Names.Table("", name)));
        Set<Names.Table> asked = new HashSet<>();
        List<Place> places = new ArrayList<>();
        int most = context.params().integer("max-places");
        while (!open.isEmpty() && places.size() < most) {
            Names.Table table = open.remove();
            if (asked.add(table)) {
                Tables.Told told = tables.table(table);
                told.place().ifPresent(places::add);
                told.hints().forEach(name -> open.add(new Names.Table("", name)));
            }
        }
        more = !open.isEmpty();
        return places;
    }

    private Optional<SignUp> signUp(Reader nobody, List<HttpExchange> exchanges)
            throws ProbeException, InterruptedException {
        HttpAnswer answer = gate.ask(nobody, gate.get("/auth/v1/settings"));
        Optional<Json> settings = answer.status() == 200 ? JsonBody.parse(answer.text()) : Optional.empty();
        if (settings.flatMap(json -> json.get("disable_signup")).isEmpty()) {
            return Optional.empty();
        }
        exchanges.add(answer.evidence());
        boolean open = !truth(settings.get(), "disable_signup");
        boolean declared = !context.portal().flows().named("signup").isEmpty();
        return Optional.of(new SignUp(open, truth(settings.get(), "mailer_autoconfirm"), declared));
    }

    private static boolean truth(Json json, String name) {
        return json.get(name).flatMap(Json::text).filter("true"::equals).isPresent();
    }

    private Service service(
            Reach reach,
            String says,
            List<Reader> identities,
            int places,
            Optional<SignUp> signUp,
            List<HttpExchange> exchanges) {
        return new Service(
                ServiceKind.SUPABASE,
                gate.base().toString(),
                gate.base().host(),
                reach,
                says,
                identities.stream().map(Reader::name).toList(),
                readers.anyStrangers(identities),
                places,
                more,
                signUp,
                exchanges);
    }

    /** The key as the client library sends it; only a token is fit for the Authorization header. */
    private static List<Header> headers(Optional<String> key) {
        List<Header> headers = new ArrayList<>();
        key.ifPresent(value -> headers.add(new Header("apikey", value)));
        key.filter(value -> value.startsWith("eyJ"))
                .ifPresent(value -> headers.add(new Header("Authorization", "Bearer " + value)));
        return headers;
    }
}
