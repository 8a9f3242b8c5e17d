package dev.launchready.check.authz.backend;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Crossing;
import dev.launchready.check.authz.backend.Survey.Look;
import dev.launchready.check.authz.backend.Survey.Pair;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.PublicKey;
import dev.launchready.check.authz.backend.Survey.Service;
import dev.launchready.check.authz.backend.Survey.Sign;
import dev.launchready.check.authz.backend.Survey.SignUp;
import dev.launchready.check.authz.backend.Survey.Write;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.probe.http.HttpCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a survey of back ends: nobody may read what is somebody's, and one tenant nothing of another. */
public final class BackendJudge {
    private final Survey seen;
    private final Tally tally = new Tally();

    public BackendJudge(Survey seen) {
        this.seen = seen;
    }

    public Judgement judge() {
        seen.keys().forEach(this::key);
        seen.opened().forEach(new KeyJudge(tally)::judge);
        seen.services().forEach(this::service);
        seen.places().forEach(this::place);
        seen.told()
                .forEach(each -> tally.unproven(
                        BackendReasons.NOT_NAMED,
                        Map.of(
                                "service",
                                each.kind().label(),
                                "url",
                                each.url(),
                                "from",
                                each.from(),
                                "line",
                                each.line())));
        seen.unexamined()
                .forEach(each -> tally.unproven(
                        BackendReasons.NOT_EXAMINED,
                        Map.of(
                                "service",
                                each.kind().label(),
                                "project",
                                each.url(),
                                "from",
                                each.from(),
                                "line",
                                each.line())));
        if (tally.empty() || !seen.services().isEmpty()) {
            seen.unread().forEach(why -> tally.unproven(BackendReasons.FRONT_UNREAD, Map.of("why", why)));
        }
        return tally.empty()
                ? Tally.notApplicable(BackendReasons.NO_BACKEND)
                : tally.fact("places", seen.places().size())
                        .fact("services", seen.services().size())
                        .conclude();
    }

    private void key(PublicKey key) {
        tally.raise(
                Raised.of(BackendReasons.SECRET_KEY_PUBLIC, Where.route("GET", key.path(), key.host()), Proof.CONFIRMED)
                        .fact("kind", key.kind())
                        .fact("from", key.where())
                        .fact("shown", key.shown())
                        .fact("length", key.length())
                        .locatedBy(key.kind()));
    }

    private void service(Service service) {
        Map<String, String> facts = facts(service);
        switch (service.reach()) {
            case ANSWERED -> answered(service, facts);
            case KEY_MISSING -> tally.unproven(BackendReasons.NO_KEY, facts);
            case KEY_REFUSED -> tally.unproven(BackendReasons.KEY_REFUSED, facts);
            case ELSEWHERE -> tally.unproven(BackendReasons.BUCKET_ELSEWHERE, facts);
            case UNREACHED -> tally.unproven(BackendReasons.NOT_REACHED, facts);
            case OTHER -> tally.unproven(BackendReasons.NOT_THAT_SERVICE, facts);
        }
    }

    private void answered(Service service, Map<String, String> facts) {
        service.signUp().ifPresent(signUp -> signUp(service, signUp, facts));
        if (service.more()) {
            tally.unproven(BackendReasons.MORE_PLACES, facts);
        }
        if (service.kind().asNobody()) {
            return;
        }
        if (service.places() == 0) {
            tally.unproven(BackendReasons.NO_PLACE_KNOWN, facts);
        } else if (service.readers().isEmpty()) {
            tally.unproven(BackendReasons.NO_IDENTITY_THERE, facts);
        } else if (!service.strangers()) {
            tally.unproven(BackendReasons.NO_STRANGERS, facts);
        }
    }

    private void signUp(Service service, SignUp signUp, Map<String, String> facts) {
        Where where = Where.route("GET", "/auth/v1/settings", service.host());
        if (signUp.open() && !signUp.declared()) {
            tally.raise(with(Raised.of(BackendReasons.SIGN_UP_OPEN, where, Proof.CONFIRMED), facts)
                    .showing(service.exchanges()));
        }
        if (signUp.open() && signUp.unconfirmed()) {
            tally.raise(with(Raised.of(BackendReasons.SIGN_UP_UNCONFIRMED, where, Proof.CONFIRMED), facts)
                    .showing(service.exchanges()));
        }
    }

    private void place(Place place) {
        place.writing().ifPresent(writing -> writing(place));
        Optional<Look> nobody = look(place, HttpCall.NOBODY);
        if (nobody.isEmpty()) {
            return;
        }
        switch (nobody.get().access()) {
            case ROWS -> rows(place, nobody.get());
            case UNTRIED -> untried(place, nobody.get());
            case UNCLEAR -> tally.unproven(BackendReasons.CANNOT_TELL, facts(place, nobody.get()));
            case LET_IN -> letIn(place, nobody.get());
            case EMPTY, REFUSED -> closed(place, nobody.get());
            case MISSING -> missing(place, nobody.get());
        }
    }

    private void rows(Place place, Look nobody) {
        if (place.declared()) {
            tally.control("declared-public", facts(place, nobody));
            return;
        }
        boolean confirmed = nobody.sign().filter(Sign.MARKER::equals).isPresent();
        boolean somebodys = nobody.sign().isPresent();
        Proof proof = confirmed ? Proof.CONFIRMED : somebodys ? Proof.STRONG : Proof.HEURISTIC;
        raise(
                somebodys
                        ? BackendReasons.of(place.kind()).open()
                        : BackendReasons.of(place.kind()).readable(),
                place,
                proof,
                facts(place, nobody),
                nobody.exchanges());
    }

    /** The rules refuse nobody, and there is nothing yet that they would give away. */
    private void letIn(Place place, Look nobody) {
        if (place.declared()) {
            tally.control("declared-public", facts(place, nobody));
        } else {
            Reason reason = place.kind().stored() ? BackendReasons.BUCKET_LISTED : BackendReasons.PATH_OPEN_EMPTY;
            raise(reason, place, Proof.STRONG, facts(place, nobody), nobody.exchanges());
        }
    }

    /** A bucket that the front names and nobody has can be made by anybody, and then says what the page shows. */
    private void missing(Place place, Look nobody) {
        if (place.kind().stored()) {
            raise(BackendReasons.BUCKET_GONE, place, Proof.STRONG, facts(place, nobody), nobody.exchanges());
        }
    }

    private void newcomer(Place place, Look newcomer) {
        boolean reads = newcomer.access() == Access.ROWS && newcomer.sign().isPresent();
        if (reads && !place.declaredShared()) {
            Proof proof = newcomer.sign().filter(Sign.MARKER::equals).isPresent() ? Proof.CONFIRMED : Proof.STRONG;
            raise(
                    BackendReasons.NEW_ACCOUNT_READS,
                    place,
                    proof,
                    facts(place, newcomer),
                    newcomer.exchanges(),
                    FirebaseAccount.NAME);
        }
    }

    private void untried(Place place, Look nobody) {
        if (place.declared() || place.declaredShared()) {
            tally.control("declared-public", facts(place, nobody));
        } else {
            tally.unproven(BackendReasons.FUNCTION_UNTRIED, facts(place, nobody));
        }
    }

    /** Nobody gets nothing: protected when a signed-in identity gets something by the same request, or when the refusal says so. */
    private void closed(Place place, Look nobody) {
        List<Look> identities = place.looks().stream()
                .filter(look ->
                        !look.reader().equals(HttpCall.NOBODY) && !look.reader().equals(FirebaseAccount.NAME))
                .toList();
        Optional<Look> unclear = identities.stream()
                .filter(look -> look.access() == Access.UNCLEAR)
                .findFirst();
        Optional<Look> owner =
                identities.stream().filter(look -> look.access() == Access.ROWS).findFirst();
        boolean allRefused = nobody.access() == Access.REFUSED
                && identities.stream().allMatch(look -> look.access() == Access.REFUSED);
        look(place, FirebaseAccount.NAME).ifPresent(newcomer -> newcomer(place, newcomer));
        if (unclear.isPresent()) {
            tally.unproven(BackendReasons.CANNOT_TELL, facts(place, unclear.get()));
        } else if (allRefused) {
            tally.control(place.kind().stored() ? "list-refused" : "refused", facts(place, nobody));
        } else if (owner.isEmpty()) {
            tally.unproven(BackendReasons.NOBODY_SEES_A_ROW, facts(place, nobody));
        } else {
            Map<String, String> facts = facts(place, nobody);
            facts.put("owner", owner.get().reader());
            tally.control("owner-reads", facts);
            if (!place.declaredShared()) {
                place.pairs().forEach(pair -> pair(place, nobody, pair));
            }
        }
    }

    private void pair(Place place, Look nobody, Pair pair) {
        Map<String, String> facts = facts(place, nobody);
        facts.put("owner", pair.owner());
        facts.put("reader", pair.reader());
        facts.put("rows", String.valueOf(pair.rows()));
        facts.put("sign", pair.because());
        Crossing crossing = pair.crossing();
        switch (crossing) {
            case NOTHING -> tally.control("own-only", facts);
            case SAME_ROWS -> tally.unproven(BackendReasons.SAME_FOR_BOTH, facts);
            case UNCLEAR -> tally.unproven(BackendReasons.CANNOT_TELL, facts);
            case OWN_ROWS, MANY_OWNERS -> {
                Proof proof = crossing == Crossing.OWN_ROWS ? Proof.CONFIRMED : Proof.STRONG;
                raise(BackendReasons.of(place.kind()).others(), place, proof, facts, pair.exchanges(), pair.roles());
            }
        }
    }

    private void writing(Place place) {
        Survey.Writing writing = place.writing().orElseThrow();
        Map<String, String> facts = facts(place, place.looks().get(0));
        facts.put("answer", writing.says());
        if (writing.end() == Write.REFUSED) {
            tally.control("write-refused", facts);
            return;
        }
        if (writing.end() == Write.UNCLEAR || place.writable()) {
            return;
        }
        boolean ruled = place.kind().ruled();
        boolean somebodys =
                (ruled ? place.name().equals("/") : place.ownerColumn().isPresent())
                        || place.looks().stream().anyMatch(look -> look.sign().isPresent());
        facts.put(
                "left",
                writing.end() == Write.LEFT ? "what was put there could not be removed" : "nothing was left in it");
        raise(
                BackendReasons.written(place.kind(), somebodys),
                place,
                somebodys || place.kind().stored() ? Proof.CONFIRMED : Proof.HEURISTIC,
                facts,
                writing.exchanges());
    }

    private void raise(
            Reason reason, Place place, Proof proof, Map<String, String> facts, List<HttpExchange> exchanges) {
        raise(reason, place, proof, facts, exchanges, "nobody");
    }

    private void raise(
            Reason reason,
            Place place,
            Proof proof,
            Map<String, String> facts,
            List<HttpExchange> exchanges,
            String roles) {
        Raised raised = Raised.of(reason, Where.route("GET", place.route(), place.host()), proof)
                .between(roles)
                .showing(exchanges);
        tally.raise(with(place.kind() == PlaceKind.QUERY ? raised.locatedBy(place.name()) : raised, facts));
    }

    private static Raised with(Raised raised, Map<String, String> facts) {
        Raised filled = raised;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            filled = filled.fact(fact.getKey(), fact.getValue());
        }
        return filled;
    }

    private static Optional<Look> look(Place place, String reader) {
        return place.looks().stream()
                .filter(look -> look.reader().equals(reader))
                .findFirst();
    }

    private static Map<String, String> facts(Service service) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("service", service.kind().label());
        facts.put("base", service.base());
        facts.put("places", String.valueOf(service.places()));
        facts.put("answer", service.says());
        facts.put("login", service.kind().login(service.base()));
        facts.put("readers", service.readers().isEmpty() ? "nobody" : String.join(" and ", service.readers()));
        return facts;
    }

    private static Map<String, String> facts(Place place, Look look) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", place.kind().label());
        facts.put("name", place.name());
        facts.put("base", place.base());
        facts.put("url", place.kind().stored() ? place.base() : place.base() + place.route());
        facts.put("reader", look.reader());
        facts.put("rows", String.valueOf(look.total()));
        facts.put("sign", look.because());
        facts.put("answer", look.says());
        facts.put("owner-column", place.ownerColumn().orElse("user_id"));
        facts.putAll(place.remedy());
        return facts;
    }
}
