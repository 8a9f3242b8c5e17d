package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Look;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.Reach;
import dev.launchready.check.authz.backend.Survey.Service;
import dev.launchready.check.authz.backend.Survey.Sign;
import dev.launchready.check.authz.backend.Survey.Writing;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpCall.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one bucket for a list of its files, as nobody, and for the head of one that it tells. */
final class StoreProbe {
    private final CheckContext context;
    private final Store store;
    private final Gate gate;
    private final Reader nobody = Readers.nobody(List.of());
    private final Looks looks;
    private final Declared declared;

    StoreProbe(CheckContext context, Store store, TrafficClass traffic, List<Reader> identities) {
        this.context = context;
        this.store = store;
        this.gate = new Gate(context, store.base(), traffic);
        this.looks = Looks.of(context.portal(), identities);
        this.declared = new Declared(context.portal());
    }

    record Found(Service service, Optional<Place> place) {}

    Found look() throws ProbeException, InterruptedException {
        Gate.Knock knock = gate.knock(nobody.sign(HttpCall.get(store.listing()).needing(gate.traffic())));
        if (knock.answer().isEmpty()) {
            return new Found(service(Reach.UNREACHED, knock.says()), Optional.empty());
        }
        HttpAnswer listed = knock.answer().get();
        StoreAnswer answer = new StoreAnswer(listed);
        if (!answer.speaks()) {
            return new Found(service(Reach.OTHER, answer.says()), Optional.empty());
        }
        Optional<String> elsewhere = answer.elsewhere();
        if (elsewhere.isPresent()) {
            return new Found(service(Reach.ELSEWHERE, elsewhere.get()), Optional.empty());
        }
        List<HttpExchange> exchanges = new ArrayList<>(List.of(listed.evidence()));
        Look look = judged(answer, listed, exchanges);
        Optional<Writing> writing = look.access() == Access.MISSING ? Optional.empty() : writing();
        return new Found(service(Reach.ANSWERED, answer.says()), Optional.of(place(look, writing)));
    }

    /** A list of files is somebody's when it bears a name of somebody, or names of files that no page is made of. */
    private Look judged(StoreAnswer answer, HttpAnswer listed, List<HttpExchange> exchanges)
            throws ProbeException, InterruptedException {
        List<String> names = answer.names();
        Rows rows = new Rows(
                names.stream().map(name -> Trees.row(name, new Json.Str(name))).toList());
        Reading reading = new Reading(answer.access(), rows, rows.size(), answer.says(), List.of(), listed);
        Look look = looks.look(nobody, reading);
        Optional<String> telling = FileNames.telling(names);
        String got = names.isEmpty() ? "" : got(telling.orElse(names.get(0)), exchanges);
        Optional<Sign> sign = look.sign().or(() -> telling.map(name -> Sign.PERSONAL));
        String because = look.sign().isPresent()
                ? look.because()
                : telling.map(name -> "among them " + FileNames.shown(name))
                        .orElse("nothing in their names tells whose they are");
        return new Look(look.reader(), look.access(), look.total(), sign, because + got, look.says(), exchanges);
    }

    private String got(String name, List<HttpExchange> exchanges) throws ProbeException, InterruptedException {
        HttpAnswer head = gate.ask(nobody, HttpCall.of("HEAD", store.file(name)).needing(gate.traffic()));
        exchanges.add(head.evidence());
        return head.status() == 200
                ? "; nobody gets what is asked for by name as well"
                : "; what is asked for by name is answered with " + head.status();
    }

    /** At Azure nobody can ever write without a signature. */
    private Optional<Writing> writing() throws ProbeException, InterruptedException {
        if (store.kind() == ServiceKind.AZURE || store.api()) {
            return Optional.empty();
        }
        return new Trial(context, nobody).of(store.kind().place().label(), marker -> {
            HttpCall call = HttpCall.of("PUT", store.file(marker + ".txt"))
                    .needing(TrafficClass.WRITES)
                    .carrying(new Content("text/plain", marker.getBytes(StandardCharsets.UTF_8)));
            return new RuledTree.Putting(call, call.url());
        });
    }

    private Place place(Look look, Optional<Writing> writing) {
        return new Place(
                store.kind().place(),
                store.base().toString().replaceFirst("/$", ""),
                store.base().host(),
                store.bucket(),
                store.base().path(),
                Optional.empty(),
                declared.open(store.base()) || declared.open(store.listing()),
                false,
                declared.writable(store.base()),
                List.of(look),
                List.of(),
                writing,
                Map.of("closing", store.closing(), "narrowing", store.narrowing()));
    }

    private Service service(Reach reach, String says) {
        return new Service(
                store.kind(),
                store.base().toString().replaceFirst("/$", ""),
                store.base().host(),
                reach,
                says,
                List.of(),
                false,
                1,
                false,
                Optional.empty(),
                List.of());
    }
}
