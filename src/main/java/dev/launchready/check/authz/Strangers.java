package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.OwnedObject.Origin;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import dev.launchready.session.Subject;
import dev.launchready.session.Subjects;
import dev.launchready.session.Welcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who has to be refused an object, and what is known of them by which their answers are read. */
final class Strangers {
    private final CheckContext context;
    private final Subjects subjects;
    private final Pairs pairs;
    private final Welcome welcome;
    private final List<Session> able;

    Strangers(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.subjects = new Subjects(context.portal(), context.sessions());
        this.pairs = new Pairs(context.portal());
        this.welcome = new Welcome(context.portal(), context.http(), context.sessions());
        this.able = context.sessions().able();
    }

    /** Those who sign in and have to be refused it; nobody is not among them. */
    List<Session> of(Subject subject) throws ProbeException, InterruptedException {
        List<Session> readers = new ArrayList<>();
        for (Session each : able) {
            if (pairs.strangers(subject.route(), subject.owner().identity(), each.identity())
                    && holds(subject, each, Origin.NAMED).isEmpty()) {
                readers.add(each);
            }
        }
        return readers;
    }

    /** The pair of roles for a fingerprint. */
    String roles(Subject subject, Session reader) {
        return reader.isNobody() ? HttpCall.NOBODY : pairs.roles(subject.owner().identity(), reader.identity());
    }

    /** The answer to that somebody; asked for once more when the portal breaks over it. */
    HttpAnswer patiently(Session reader, HttpCall call) throws ProbeException, InterruptedException {
        HttpAnswer answer = context.http().send(reader.sign(call));
        return answer.status() >= 500 ? context.http().send(reader.sign(call)) : answer;
    }

    /**
     * Whether the subject's owner is staff whose own only answers make the object, as it lists it or is named beside it, while clients have
     * such objects: then it is theirs.
     */
    boolean onlyOversees(Subject subject, List<Subject> all) {
        boolean listed = subject.object()
                .filter(object -> object.origin() == Origin.LEARNT || object.origin() == Origin.NAMED)
                .isPresent();
        return listed
                && pairs.staff(subject.owner().identity())
                && all.stream().anyMatch(each -> !pairs.staff(each.owner().identity()));
    }

    /** Texts that the reader, or nobody, gets of its own right. */
    Set<String> known(Session reader) throws ProbeException, InterruptedException {
        Set<String> known = new HashSet<>();
        if (!reader.isNobody()) {
            known.addAll(context.sessions().publicTexts());
            known.addAll(context.sessions().holdings(reader.identity()).texts());
        }
        return known;
    }

    /** Whether the reader reads its own by the same route, or other private routes near it. */
    boolean taken(Subject subject, Session reader) throws ProbeException, InterruptedException {
        for (Subject mine : subjects.of(subject.route()).stream()
                .filter(each -> each.owner() == reader)
                .limit(2)
                .toList()) {
            if (welcome.by(reader, mine.call())) {
                return true;
            }
        }
        return welcome.near(reader, subject.call().url());
    }

    /** Whether the reader's own answers name the object, and only answers, not the file, tell whose it is. */
    boolean listed(Subject subject, Session reader) throws ProbeException, InterruptedException {
        boolean learnt = subject.object()
                .filter(object -> object.origin() == Origin.LEARNT || object.origin() == Origin.NAMED)
                .isPresent();
        return learnt
                && (holds(subject, reader, Origin.LEARNT).isPresent()
                        || holds(subject, reader, Origin.GIVEN).isPresent());
    }

    /** The same object, under the same parents where they are known, among the reader's own, if it is known in that way to be the reader's. */
    private Optional<OwnedObject> holds(Subject subject, Session reader, Origin origin)
            throws ProbeException, InterruptedException {
        OwnedObject object = subject.object().orElse(null);
        return object == null
                ? Optional.empty()
                : context.sessions().holdings(reader.identity()).objects(object.type()).stream()
                        .filter(theirs ->
                                theirs.origin() == origin && theirs.ids().equals(object.ids()))
                        .findFirst();
    }
}
