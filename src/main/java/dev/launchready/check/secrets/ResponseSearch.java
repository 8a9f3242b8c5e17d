package dev.launchready.check.secrets;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.OwnReading;
import dev.launchready.check.Provoked;
import dev.launchready.check.secrets.ResponsesCheck.Dump;
import dev.launchready.check.secrets.ResponsesCheck.Leak;
import dev.launchready.check.secrets.ResponsesCheck.Reach;
import dev.launchready.check.secrets.ResponsesCheck.Seen;
import dev.launchready.check.secrets.ResponsesCheck.Spot;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.Source;
import dev.launchready.model.Evidence.Header;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches the answers of the run, each body once however many were answered with it. */
final class ResponseSearch {
    private static final int ERROR = 400;

    private final CheckContext context;
    private final AnswerPlace.Finder places;
    private final ScanWorker worker;
    private final IdentityHashMap<byte[], List<SecretHit>> bodies = new IdentityHashMap<>();
    private final Map<String, List<ShownSecret>> shown = new LinkedHashMap<>();
    private final Map<String, Dump> dumps = new LinkedHashMap<>();
    private final Set<String> dumpers = new LinkedHashSet<>();

    ResponseSearch(CheckContext context) {
        this.context = context;
        this.places = new AnswerPlace.Finder(context.portal());
        this.worker = context.secrets().scanner().worker();
    }

    /** As whoever can sign in; where nobody can, nobody's answers are searched all the same. */
    static Seen look(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().thoseAble().isEmpty()
                ? new ResponseSearch(context).look(List.of())
                : context.sessions()
                        .whileAlive(() -> new ResponseSearch(context)
                                .look(context.sessions().able()));
    }

    private Seen look(List<Session> able) throws ProbeException, InterruptedException {
        List<HttpAnswer> answers = answers(able);
        CarriedValues carried = new CarriedValues(context, able);
        long bytes = 0;
        for (HttpAnswer answer : answers) {
            AnswerPlace place = places.of(answer);
            bytes += answer.body().length;
            Optional<EnvironmentDump> dump = EnvironmentDump.in(answer.text());
            dump.ifPresent(found -> note(found, answer, place));
            for (ShownSecret each : secrets(answer, place)) {
                boolean toldWithTheRest = dump.isPresent() && each.byNameAlone();
                if (!toldWithTheRest && !each.namesWhoSigned() && !carried.has(answer, each.hit())) {
                    shown.computeIfAbsent(each.hit().ref().fingerprint(), unseen -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        Reaches reaches = new Reaches(context, answers, places);
        List<Leak> leaks = new ArrayList<>();
        for (List<ShownSecret> each : shown.values()) {
            List<ShownSecret> told = reaches.toldOf(each);
            if (!told.isEmpty()) {
                leaks.add(leak(told, reaches.of(told)));
            }
        }
        return new Seen(
                leaks,
                List.copyOf(dumps.values()),
                answers.size(),
                (int) answers.stream().filter(each -> each.status() >= ERROR).count(),
                answers.stream().map(each -> each.call().sender()).distinct().toList(),
                bytes,
                context.answers().left().overflow(),
                context.portal().lines().file().orElse("the portal file"));
    }

    private List<HttpAnswer> answers(List<Session> able) throws ProbeException, InterruptedException {
        OwnReading reading = OwnReading.sparing(context, context.params().integer("max-routes"));
        Set<HttpAnswer> all = new LinkedHashSet<>(reading.ofNobody());
        if (!able.isEmpty()) {
            all.addAll(reading.of(able));
        }
        all.addAll(context.memo().get(Provoked.KEY).all());
        all.addAll(context.answers().all());
        ReadElsewhere elsewhere = new ReadElsewhere(context);
        return all.stream().filter(answer -> !elsewhere.reads(answer)).toList();
    }

    private List<ShownSecret> secrets(HttpAnswer answer, AnswerPlace place) {
        List<ShownSecret> found = new ArrayList<>();
        String name = place.method() + " " + answer.call().url().origin() + place.template();
        for (Header header : answer.headers()) {
            byte[] line = (header.name() + ": " + header.value()).getBytes(StandardCharsets.UTF_8);
            scan(line, name).forEach(hit -> found.add(new ShownSecret(hit, answer, place, Optional.of(header.name()))));
        }
        bodies.computeIfAbsent(answer.body(), body -> scan(body, name))
                .forEach(hit -> found.add(new ShownSecret(hit, answer, place, Optional.empty())));
        return found;
    }

    private List<SecretHit> scan(byte[] bytes, String name) {
        List<SecretHit> hits = new ArrayList<>();
        worker.scan(bytes, 0, bytes.length, Source.of(name), hits::add);
        return hits;
    }

    private Leak leak(List<ShownSecret> told, Reach reach) {
        Harvest harvest = new Harvest(context.secrets());
        told.forEach(each -> harvest.add(each.hit(), each.sighting()));
        ShownSecret first = told.get(0);
        List<String> readers = told.stream().map(ShownSecret::reader).distinct().toList();
        return new Leak(harvest.found().get(0), reach, spot(first.answer(), first.place(), first.part(), readers));
    }

    /** One for each host: whatever shows its variables on one route does so on all. */
    private void note(EnvironmentDump dump, HttpAnswer answer, AnswerPlace place) {
        dumpers.add(place.host() + " " + place.method() + " " + place.template());
        int routes = (int) dumpers.stream()
                .filter(each -> each.startsWith(place.host() + " "))
                .count();
        Dump one = new Dump(
                dump.names(),
                dump.variables(),
                dump.secrets(),
                routes,
                spot(answer, place, "its body", List.of(answer.call().sender())));
        dumps.merge(place.host(), one, (known, next) -> {
            Dump better = next.secrets() && !known.secrets() ? next : known;
            return new Dump(better.names(), better.variables(), better.secrets(), routes, better.at());
        });
    }

    /** Without excerpt and header values: what was found in there was not known to the redaction when it arrived. */
    private Spot spot(HttpAnswer answer, AnswerPlace place, String part, List<String> readers) {
        return new Spot(
                place.method(),
                place.template(),
                place.host(),
                place.line(),
                answer.status(),
                part,
                readers,
                answer.evidence().withoutContent());
    }
}
