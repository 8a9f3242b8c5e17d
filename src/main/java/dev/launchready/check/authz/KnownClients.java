package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.PublicDataCheck.Case;
import dev.launchready.check.authz.PublicDataCheck.Kind;
import dev.launchready.model.Proof;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Mark;
import dev.launchready.session.Marks;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The identities that are clients, by what is theirs: where it stands before nobody, that is proof. */
final class KnownClients {
    /** Written as people write telephone numbers, or an account number of a bank; a bare number is rather an id. */
    private static final Pattern NUMBER =
            Pattern.compile("[+0][0-9 ()./-]{7,20}|[0-9]{2,5}[ /-][0-9 /-]{5,14}|[A-Z]{2}[0-9]{2} ?[A-Z0-9 ]{11,36}");

    private final Marks marks;
    private final Pairs pairs;
    private final List<Session> able;
    private final Set<String> closedIds = new HashSet<>();

    KnownClients(CheckContext context, Marks marks, List<Session> able) throws ProbeException, InterruptedException {
        this.marks = marks;
        this.pairs = new Pairs(context.portal());
        this.able = able;
        Set<String> open = new OpenAnswers(context).openTypes();
        for (Session session : able) {
            context.sessions().holdings(session.identity()).objects().stream()
                    .filter(object -> !open.contains(object.type()))
                    .map(OwnedObject::id)
                    .forEach(closedIds::add);
        }
    }

    /** Clients of whom something is known. */
    List<String> identities() {
        return able.stream()
                .map(Session::identity)
                .filter(identity -> !pairs.staff(identity) && marks.knows(identity))
                .toList();
    }

    /** The gravest of what the answer shows of them; people who work for the portal may well be named. */
    Optional<Case> in(HttpAnswer answer, AnswerPlace place) {
        List<Mark> theirs = new ArrayList<>();
        for (Mark mark : marks.in(answer)) {
            boolean clients = mark.owners().stream().noneMatch(pairs::staff);
            if (clients && kind(mark).isPresent()) {
                theirs.add(mark);
            }
        }
        return theirs.stream()
                .map(this::kind)
                .flatMap(Optional::stream)
                .min(Kind::compareTo)
                .map(kind -> told(kind, theirs, answer, place));
    }

    private Optional<Kind> kind(Mark mark) {
        return switch (mark.kind()) {
            case SESSION -> Optional.of(Kind.CLIENT);
            case WORD -> Optional.of(reaches(mark.value()) ? Kind.CLIENT : Kind.NAME);
            case OBJECT -> closedIds.contains(mark.value()) ? Optional.of(Kind.OBJECT) : Optional.empty();
            case TEXT -> Optional.empty();
        };
    }

    /** An address, or a number by which a person can be reached or billed. */
    private static boolean reaches(String value) {
        return value.indexOf('@') > 0 || NUMBER.matcher(value).matches();
    }

    private Case told(Kind kind, List<Mark> theirs, HttpAnswer answer, AnswerPlace place) {
        Set<String> owners = new LinkedHashSet<>();
        Set<String> members = new LinkedHashSet<>();
        theirs.stream()
                .filter(mark -> kind(mark).filter(kind::equals).isPresent())
                .forEach(mark -> {
                    owners.addAll(mark.owners());
                    members.addAll(Marks.places(answer, mark));
                });
        return new Case(
                kind,
                place.method(),
                place.template(),
                place.host(),
                place.line(),
                String.join(", ", owners.stream().sorted().toList()),
                owners.size(),
                "",
                List.copyOf(members),
                Proof.CONFIRMED,
                answer.evidence().withoutContent());
    }
}
