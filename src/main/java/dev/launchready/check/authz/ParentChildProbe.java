package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.ParentChildCheck.Asked;
import dev.launchready.check.authz.ParentChildCheck.Astray;
import dev.launchready.check.authz.ParentChildCheck.Lack;
import dev.launchready.check.authz.ParentChildCheck.Seen;
import dev.launchready.check.authz.ParentChildCheck.Try;
import dev.launchready.check.authz.ParentChildCheck.Without;
import dev.launchready.model.Proof;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Backdrop;
import dev.launchready.session.Glimpse;
import dev.launchready.session.Glimpse.Kind;
import dev.launchready.session.Misses;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Original;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for each child under its own parent as its owner, under their own parents as strangers, and as its owner under theirs. */
final class ParentChildProbe {
    private static final List<Map<String, String>> NO_IDS = List.of();
    private static final Seeing NOTHING = new Seeing(false, List.of(), Lack.NONE, Optional.empty());

    private final CheckContext context;
    private final Misses misses;
    private final Strangers strangers;
    private final Families families;

    ParentChildProbe(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.misses = new Misses(context.portal(), context.http());
        this.strangers = new Strangers(context);
        this.families = new Families(context);
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Lineage> lines = Lineage.of(context.portal());
        List<Asked> asked = new ArrayList<>();
        List<Without> without = new ArrayList<>();
        for (Lineage line : lines) {
            List<Asked> here = new ArrayList<>();
            for (Session owner : context.sessions().able()) {
                for (Family child : families.of(line, owner)) {
                    here.add(asked(line, child));
                }
            }
            boolean answered = here.stream().anyMatch(each -> each.trouble().isEmpty());
            here.stream().filter(each -> each.trouble().isEmpty() || !answered).forEach(asked::add);
            if (here.isEmpty()) {
                without.add(new Without(
                        line.route().method(), RouteCalls.place(line.route()), line.child(), line.parent()));
            }
        }
        String file = context.portal().lines().file().orElse("the portal file");
        return new Seen(asked, file, without, lines.size());
    }

    private Asked asked(Lineage line, Family child) throws ProbeException, InterruptedException {
        if (!child.answered()) {
            return asked(line, child, child.original(), NOTHING);
        }
        Subject subject = child.subject();
        boolean open = opens(child, subject);
        List<Session> readers = strangers.of(subject);
        List<Answer> answers = new ArrayList<>();
        for (Session reader : readers) {
            answers.addAll(answers(line, child, reader, open));
        }
        Optional<Astrayed> astray = astray(line, child, readers, open);
        Original original =
                new Original(child.before(), context.http().send(subject.owner().sign(subject.call())));
        if (original.trouble().isPresent()) {
            return asked(line, child, original, NOTHING);
        }
        if (open && answers.isEmpty()) {
            return asked(line, child, original, new Seeing(true, List.of(), Lack.NONE, Optional.empty()));
        }
        List<Try> tries = new ArrayList<>();
        for (Answer answer : answers) {
            tries.add(seen(line, child, original, answer));
        }
        Optional<Astray> seen =
                astray.isEmpty() ? Optional.empty() : Optional.of(seen(line, child, original, astray.get()));
        Lack lack = tries.isEmpty() ? lack(line, readers) : Lack.NONE;
        return asked(line, child, original, new Seeing(false, tries, lack, seen));
    }

    /** Whether these ids show the child to nobody too: then whoever reads it by them tells nothing of parents. */
    private boolean opens(Family child, Subject by) throws ProbeException, InterruptedException {
        Session nobody = context.sessions().nobody();
        HttpAnswer nobodys = strangers.patiently(nobody, by.call());
        Backdrop backdrop = new Backdrop(Set.of(), misses.instead(nobody, child.subject()), List.of());
        return new Onlooker(child.original(), backdrop)
                .see(nobodys)
                .leak()
                .filter(proof -> proof != Proof.HEURISTIC)
                .isPresent();
    }

    private Lack lack(Lineage line, List<Session> readers) throws ProbeException, InterruptedException {
        Lack lack = readers.isEmpty() ? Lack.STRANGER : Lack.PARENT;
        for (Session reader : readers) {
            lack = families.parents(line, reader).isEmpty() ? lack : Lack.DIFFERENCE;
        }
        return lack;
    }

    /** What the reader gets for the child under the first parents of its own that are not the child's. */
    private List<Answer> answers(Lineage line, Family child, Session reader, boolean open)
            throws ProbeException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (Map<String, String> own : families.parents(line, reader)) {
            for (Map<String, String> ids :
                    answers.isEmpty() ? line.under(own, child.subject().ids()) : NO_IDS) {
                Subject mixed = families.about(child.subject(), ids);
                if (!open || !opens(child, mixed)) {
                    answers.add(new Answer(reader, mixed, strangers.patiently(reader, mixed.call())));
                }
            }
        }
        return answers;
    }

    /** One reader's answer to a child under a parent of its own. */
    private record Answer(Session reader, Subject mixed, HttpAnswer answer) {}

    /** The owner's answer to its own child under the parent of a stranger. */
    private record Astrayed(Session other, Subject mixed, HttpAnswer answer) {}

    /** All that was seen of one child. */
    private record Seeing(boolean open, List<Try> tries, Lack lack, Optional<Astray> astray) {}

    private Try seen(Lineage line, Family child, Original original, Answer answer)
            throws ProbeException, InterruptedException {
        Session reader = answer.reader();
        List<HttpAnswer> own = families.of(line, reader).stream()
                .filter(Family::answered)
                .map(Family::before)
                .toList();
        Backdrop backdrop = new Backdrop(strangers.known(reader), misses.instead(reader, answer.mixed()), own);
        Glimpse glimpse = new Onlooker(original, backdrop).see(answer.answer());
        boolean numbered = glimpse.leak().isPresent() && families.has(line, reader, answer.mixed());
        if (numbered && glimpse.kind() == Kind.RESEMBLES) {
            glimpse = new Glimpse(Kind.OWN_INSTEAD, "its own of that number came", glimpse.status());
        }
        Subject subject = child.subject();
        return new Try(
                reader.identity(),
                strangers.roles(subject, reader),
                strangers.listed(subject, reader) || (numbered && glimpse.kind() == Kind.ALIKE),
                strangers.taken(subject, reader),
                glimpse,
                answer.answer().evidence());
    }

    /** The owner's own child under a parent of the first stranger who has another; only where parents stand in the path. */
    private Optional<Astrayed> astray(Lineage line, Family child, List<Session> others, boolean open)
            throws ProbeException, InterruptedException {
        Subject subject = child.subject();
        for (Session other : line.parentsInPath() ? others : List.<Session>of()) {
            for (Map<String, String> theirs : families.parents(line, other)) {
                boolean mine = families.parents(line, subject.owner()).contains(theirs);
                List<Map<String, String>> mixed = line.under(theirs, subject.ids());
                if (mine || mixed.isEmpty()) {
                    continue;
                }
                Subject under = families.about(subject, mixed.get(0));
                if (!open || !opens(child, under)) {
                    HttpAnswer answer = strangers.patiently(subject.owner(), under.call());
                    return Optional.of(new Astrayed(other, under, answer));
                }
            }
        }
        return Optional.empty();
    }

    private Astray seen(Lineage line, Family child, Original original, Astrayed astray)
            throws ProbeException, InterruptedException {
        Session owner = child.subject().owner();
        List<HttpAnswer> missed = misses.instead(owner, astray.mixed());
        Glimpse own = new Onlooker(original, new Backdrop(Set.of(), missed, List.of())).see(astray.answer());
        return new Astray(
                astray.other().identity(),
                strangers.roles(child.subject(), astray.other()),
                own,
                others(line, child, astray, missed),
                astray.answer().evidence());
    }

    /** What the owner saw of what the other one alone gets under that parent. */
    private Optional<Glimpse> others(Lineage line, Family child, Astrayed astray, List<HttpAnswer> missed)
            throws ProbeException, InterruptedException {
        Session owner = child.subject().owner();
        Optional<Family> theirs = families.of(line, astray.other()).stream()
                .filter(each -> each.answered()
                        && line.above(each.subject().ids())
                                .equals(line.above(astray.mixed().ids())))
                .findFirst();
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        HttpAnswer again =
                context.http().send(astray.other().sign(theirs.get().subject().call()));
        Original original = new Original(theirs.get().before(), again);
        Backdrop backdrop = new Backdrop(strangers.known(owner), missed, List.of(child.before()));
        return original.trouble().isPresent()
                ? Optional.empty()
                : Optional.of(new Onlooker(original, backdrop).see(astray.answer()));
    }

    private static Asked asked(Lineage line, Family child, Original original, Seeing seeing) {
        return new Asked(
                line.route().method(),
                RouteCalls.place(line.route()),
                child.subject().call().url().host(),
                line.route().line(),
                line.child(),
                line.parent(),
                child.subject().owner().identity(),
                seeing.open(),
                original.trouble(),
                List.of(original.before().evidence(), original.after().evidence()),
                seeing.tries(),
                seeing.lack(),
                seeing.astray());
    }
}
