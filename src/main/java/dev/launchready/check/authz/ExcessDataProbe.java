package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.OwnReading;
import dev.launchready.check.authz.ExcessDataCheck.Case;
import dev.launchready.check.authz.ExcessDataCheck.Kind;
import dev.launchready.check.authz.ExcessDataCheck.Reader;
import dev.launchready.check.authz.ExcessDataCheck.Seen;
import dev.launchready.model.Proof;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Mark;
import dev.launchready.session.Marks;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what everybody gets of one's own right, and looks through these answers and all others of the run. */
final class ExcessDataProbe {
    private final CheckContext context;
    private final AnswerPlace.Finder places;
    private final Pairs pairs;
    private final Map<String, Case> cases = new LinkedHashMap<>();

    ExcessDataProbe(CheckContext context) {
        this.context = context;
        this.places = new AnswerPlace.Finder(context.portal());
        this.pairs = new Pairs(context.portal());
    }

    Seen look() throws ProbeException, InterruptedException {
        cases.clear();
        List<Session> able = context.sessions().able();
        OwnReading reading = new OwnReading(context, context.params().integer("max-routes"));
        List<HttpAnswer> own = reading.of(able);
        Marks marks = Marks.of(context.sessions(), able, own);
        Set<HttpAnswer> all = new LinkedHashSet<>(own);
        all.addAll(reading.ofNobody());
        all.addAll(context.answers().all());
        StrangersValues strangers = new StrangersValues(context, marks, able, own);
        AnswerContent content = new AnswerContent(context, able);
        WrittenFields written = WrittenFields.of(all);
        for (HttpAnswer answer : all) {
            AnswerPlace place = places.of(answer);
            foreign(answer, place, strangers.in(answer, place));
            content.of(answer).stream()
                    .filter(found -> found.kind() != Kind.INTERNAL || !written.all(found.members(), answer))
                    .forEach(found -> note(answer, place, found, ""));
        }
        return new Seen(
                List.copyOf(cases.values()),
                readers(able, own, marks),
                strangers.possible(),
                all.size(),
                context.answers().left().overflow(),
                context.portal().lines().file().orElse("the portal file"));
    }

    private void foreign(HttpAnswer answer, AnswerPlace place, List<Mark> seen) {
        Map<String, List<Mark>> byOwner = seen.stream()
                .collect(Collectors.groupingBy(
                        mark -> mark.owners().stream().sorted().findFirst().orElse(""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byOwner.forEach((owner, marks) -> {
            boolean session = marks.stream().anyMatch(mark -> mark.kind() == Mark.Kind.SESSION);
            Set<String> members = marks.stream()
                    .flatMap(mark -> Marks.places(answer, mark).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            AnswerContent.Found found = new AnswerContent.Found(
                    session ? Kind.SESSION : Kind.FOREIGN, List.copyOf(members), "", marks.size(), proof(marks));
            note(answer, place, found, owner);
        });
    }

    /** One address or id of somebody's own is proof; of what was merely learnt, two values are no chance. */
    static Proof proof(List<Mark> marks) {
        if (marks.stream().anyMatch(Mark::sure)) {
            return Proof.CONFIRMED;
        }
        boolean several = marks.size() >= 2
                || marks.stream().anyMatch(mark -> mark.value().indexOf('@') > 0);
        return several ? Proof.STRONG : Proof.HEURISTIC;
    }

    /** Once for each kind, route and pair; the surest and fullest of several answers is kept. */
    private void note(HttpAnswer answer, AnswerPlace place, AnswerContent.Found found, String owner) {
        String reader = answer.call().sender();
        String roles = owner.isEmpty() ? "" : pairs.roles(owner, reader);
        Case one = new Case(
                found.kind(),
                place.method(),
                place.template(),
                place.host(),
                place.line(),
                reader,
                owner,
                roles,
                found.members(),
                found.what(),
                found.values(),
                found.proof(),
                answer.evidence());
        boolean hint = found.proof() == Proof.HEURISTIC;
        String key = found.kind() + (hint ? " hint " : " ") + place.method() + " " + place.template() + " " + roles;
        cases.merge(key, one, ExcessDataProbe::surer);
    }

    private static Case surer(Case known, Case other) {
        int better = known.proof().compareTo(other.proof());
        return better < 0 || (better == 0 && known.values() >= other.values()) ? known : other;
    }

    /** An answer counts for its reader when it shows a mark of the reader's, or where the reader has none, when it succeeds. */
    private static List<Reader> readers(List<Session> able, List<HttpAnswer> own, Marks marks) {
        List<Reader> readers = new ArrayList<>();
        for (Session session : able) {
            String name = session.identity();
            List<HttpAnswer> mine = own.stream()
                    .filter(answer -> sentBy(answer.call(), name) && answer.status() / 100 == 2)
                    .toList();
            long telling = mine.stream()
                    .filter(answer -> marks.in(answer).stream()
                            .anyMatch(mark -> mark.owners().contains(name)))
                    .count();
            boolean unknown = !marks.knows(name);
            readers.add(new Reader(name, unknown ? mine.size() : (int) telling));
        }
        return readers;
    }

    private static boolean sentBy(HttpCall call, String identity) {
        return call.sender().equals(identity);
    }
}
