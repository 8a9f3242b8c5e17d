package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.OwnReading;
import dev.launchready.check.authz.PublicDataCheck.Case;
import dev.launchready.check.authz.PublicDataCheck.Kind;
import dev.launchready.check.authz.PublicDataCheck.Seen;
import dev.launchready.check.authz.people.OnPurpose;
import dev.launchready.check.authz.people.ShownPeople;
import dev.launchready.check.authz.people.Trait;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.model.Proof;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Marks;
import dev.launchready.session.Session;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through what nobody is answered where nobody has to sign in. */
final class PublicDataProbe {
    private static final Logger LOG = LoggerFactory.getLogger(PublicDataProbe.class);

    private final CheckContext context;
    private final List<Session> able;
    private final OpenAnswers open;
    private final Map<String, Case> cases = new LinkedHashMap<>();

    private PublicDataProbe(CheckContext context, List<Session> able) {
        this.context = context;
        this.able = able;
        this.open = new OpenAnswers(context);
    }

    /** With what is known of the identities that can sign in; without any, by the form of what is shown alone. */
    static Seen look(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().thoseAble().isEmpty()
                ? new PublicDataProbe(context, List.of()).look()
                : context.sessions()
                        .whileAlive(() ->
                                new PublicDataProbe(context, context.sessions().able()).look());
    }

    private Seen look() throws ProbeException, InterruptedException {
        OwnReading reading = OwnReading.sparing(context, context.params().integer("max-routes"));
        Set<HttpAnswer> all = new LinkedHashSet<>(reading.ofNobody());
        all.addAll(open.aboutObjects(able, List.copyOf(all)));
        Optional<PublicFace> face = face();
        face.ifPresent(seen -> {
            seen.pages().forEach(page -> all.add(page.answer()));
            all.addAll(seen.data());
        });
        all.addAll(context.answers().all());
        Optional<KnownClients> known = able.isEmpty() ? Optional.empty() : Optional.of(known(reading));
        OnPurpose own = new OnPurpose(
                context.portal(),
                face.map(PublicFace::pages).orElse(List.of()).stream()
                        .filter(Page::html)
                        .map(Page::document)
                        .toList());
        Set<String> places = new LinkedHashSet<>();
        for (HttpAnswer answer : all) {
            Optional<AnswerPlace> place = open.placeOf(answer);
            if (place.isPresent()) {
                places.add(place.get().toString());
                known.flatMap(clients -> clients.in(answer, place.get())).ifPresent(this::note);
                ShownPeople.in(answer, place.get().template(), own)
                        .map(people -> shown(people, answer, place.get()))
                        .ifPresent(this::note);
            }
        }
        return new Seen(
                List.copyOf(cases.values()),
                places.size(),
                silent(all, places),
                known.map(KnownClients::identities).orElse(List.of()),
                context.answers().left().overflow(),
                context.portal().lines().file().orElse("the portal file"));
    }

    /** What nobody was answered by no route of the file's public ones that also answered well. */
    private Map<String, Integer> silent(Collection<HttpAnswer> all, Set<String> answered) {
        Map<String, Integer> silent = new LinkedHashMap<>();
        for (HttpAnswer answer : all) {
            open.troubled(answer)
                    .map(AnswerPlace::toString)
                    .filter(place -> !answered.contains(place))
                    .ifPresent(place -> silent.put(place, answer.status()));
        }
        return silent;
    }

    private KnownClients known(OwnReading reading) throws ProbeException, InterruptedException {
        List<HttpAnswer> own = reading.of(able);
        return new KnownClients(context, Marks.of(context.sessions(), able, own), able);
    }

    private Optional<PublicFace> face() throws InterruptedException {
        try {
            return Optional.of(context.memo().get(PublicFace.KEY));
        } catch (ProbeException e) {
            LOG.debug("no public face: {}", e.code());
            return Optional.empty();
        }
    }

    private static Case shown(ShownPeople people, HttpAnswer answer, AnswerPlace place) {
        Kind kind =
                switch (people.kind()) {
                    case BUSINESS -> Kind.BUSINESS;
                    case CLIENTS -> Kind.CLIENTS;
                    case LISTED -> Kind.LISTED;
                    case FEW -> Kind.FEW;
                };
        boolean several = kind == Kind.BUSINESS || kind == Kind.CLIENTS;
        return new Case(
                kind,
                place.method(),
                place.template(),
                place.host(),
                place.line(),
                "",
                people.people(),
                String.join(", ", Trait.words(people.traits())),
                people.members(),
                several ? Proof.STRONG : Proof.HEURISTIC,
                answer.evidence().withoutContent());
    }

    /** Once for each route: the gravest, and of these the one with the most people. */
    private void note(Case one) {
        cases.merge(one.method() + " " + one.host() + one.template(), one, (known, next) -> {
            int graver = known.kind().compareTo(next.kind());
            return graver < 0 || (graver == 0 && known.people() >= next.people()) ? known : next;
        });
    }
}
