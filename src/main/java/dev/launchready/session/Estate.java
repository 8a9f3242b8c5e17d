package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What belongs to whom, learnt once for each identity. */
final class Estate {
    private static final int LEAST_MARKER = 8;

    private final Portal portal;
    private final Reading reading;
    private final Sessions sessions;
    private final boolean mayWrite;
    private final Pairs pairs;
    private final Map<String, Once<Holdings>> gathered = new LinkedHashMap<>();
    private final Map<String, Once<Holdings>> holdings = new LinkedHashMap<>();
    private final Once<Gathering.Open> nobodys = new Once<>(this::readAsNobody);
    private final Once<OwnerNames> owners = new Once<>(this::owners);
    private final Map<String, Once<Known>> known = new LinkedHashMap<>();

    /** @param mayWrite whether consent covers making objects */
    Estate(Portal portal, Reading reading, Sessions sessions, boolean mayWrite) {
        this.mayWrite = mayWrite;
        this.portal = portal;
        this.reading = reading;
        this.sessions = sessions;
        this.pairs = new Pairs(portal);
        portal.identities().forEach((name, identity) -> known.put(name, new Once<>(() -> known(identity))));
        portal.identities()
                .forEach((name, identity) ->
                        gathered.put(name, new Once<>(() -> gathering().of(identity, sessions.of(name)))));
        portal.identities()
                .forEach((name, identity) -> holdings.put(name, new Once<>(() -> completed(gathered(name)))));
    }

    /** What is there without the run's doing. */
    private Holdings gathered(String identity) throws ProbeException, InterruptedException {
        return gathered.getOrDefault(identity, new Once<>(() -> Holdings.NONE)).get();
    }

    /** What an identity may put things beneath: not what only its lists make its own, while those of a stranger show it as well. */
    List<OwnedObject> undoubted(Identity identity) throws ProbeException, InterruptedException {
        return undoubted(identity.name(), holdings(identity).objects());
    }

    private List<OwnedObject> undoubted(String owner, List<OwnedObject> objects)
            throws ProbeException, InterruptedException {
        boolean staff = pairs.staff(owner); // named beside what it looks after
        List<OwnedObject> others = new ArrayList<>();
        for (String other : portal.identities().keySet()) {
            if (pairs.strangers(owner, other)) {
                try {
                    others.addAll(gathered(other).objects());
                } catch (ProbeException.SignIn e) {
                    // nothing is known of who cannot sign in
                }
            }
        }
        return objects.stream()
                .filter(object -> !(object.origin() == OwnedObject.Origin.LEARNT
                                || (staff && object.origin() == OwnedObject.Origin.NAMED))
                        || others.stream().noneMatch(object::same))
                .toList();
    }

    private boolean namesOwn() {
        return portal.flows().create().values().stream()
                .anyMatch(creation -> !OwnIds.names(creation.request()).isEmpty());
    }

    /** With an object of the run for each type of which the identity has none, where the file says how one is made and consent covers it. */
    private Holdings completed(Holdings found) throws ProbeException, InterruptedException {
        if (!mayWrite || found.identity().isEmpty()) {
            return found;
        }
        List<OwnedObject> made = new ArrayList<>();
        List<OwnedObject> own = new ArrayList<>(namesOwn() ? undoubted(found.identity(), found.objects()) : List.of());
        List<String> wanted = new ArrayList<>(portal.flows().create().keySet().stream()
                .map(Slots::singular)
                .filter(type -> found.objects(type).isEmpty())
                .sorted()
                .distinct()
                .toList());
        for (Optional<String> next = next(wanted, found.identity(), own);
                next.isPresent();
                next = next(wanted, found.identity(), own)) {
            String type = next.get();
            wanted.remove(type);
            sessions.workbench()
                    .make(type, sessions.of(found.identity()), List.copyOf(own))
                    .map(one -> new OwnedObject(found.identity(), type, one.ids(), OwnedObject.Origin.CREATED))
                    .ifPresent(one -> {
                        own.add(one);
                        made.add(one);
                    });
        }
        List<OwnedObject> objects = new ArrayList<>(found.objects());
        objects.addAll(made);
        return new Holdings(found.identity(), found.texts(), objects, found.routes());
    }

    /** A type of which one can be made beneath what there is by now; what needs itself, or what cannot be made, never is. */
    private Optional<String> next(List<String> wanted, String identity, List<OwnedObject> objects)
            throws ProbeException, InterruptedException {
        for (String type : wanted) {
            if (sessions.workbench().lacking(type, identity, name -> objects).isEmpty()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    Holdings holdings(Identity identity) throws ProbeException, InterruptedException {
        return holdings.getOrDefault(identity.name(), new Once<>(() -> Holdings.NONE))
                .get();
    }

    Set<String> publicTexts() throws ProbeException, InterruptedException {
        return nobodys.get().texts();
    }

    Set<Map<String, String>> publicIds() throws ProbeException, InterruptedException {
        return nobodys.get().ids();
    }

    private Gathering gathering() throws ProbeException, InterruptedException {
        return new Gathering(portal, reading, owners.get());
    }

    /** Of those who can sign in; of the others nothing is known but what the file says. */
    private OwnerNames owners() throws ProbeException, InterruptedException {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        Map<String, Set<String>> accounts = new LinkedHashMap<>();
        for (Identity identity : portal.identities().values()) {
            try {
                Known each = of(identity);
                words.put(identity.name(), each.words());
                accounts.put(identity.name(), each.accounts());
            } catch (ProbeException.SignIn e) {
                words.put(identity.name(), OwnWords.of(identity.login()));
            }
        }
        return new OwnerNames(words, accounts);
    }

    /** The names under which the portal knows an identity. */
    Set<String> words(Identity identity) throws ProbeException, InterruptedException {
        return of(identity).words();
    }

    private Known of(Identity identity) throws ProbeException, InterruptedException {
        return known.getOrDefault(identity.name(), new Once<>(() -> known(identity)))
                .get();
    }

    /** As whom the portal knows an identity: by its recipe, its token, and the answer that proves it to be signed in. */
    private record Known(Set<String> words, Set<String> accounts) {}

    private Known known(Identity identity) throws ProbeException, InterruptedException {
        Session session = sessions.of(identity.name());
        HttpAnswer proof = sessions.look(session).answer();
        Set<String> accounts = new LinkedHashSet<>(OwnerNames.accounts(session));
        accounts.addAll(OwnerNames.accounts(proof));
        return new Known(
                Set.copyOf(OwnWords.of(identity, new SignIn.Attempt(session, Optional.of(proof)))),
                Set.copyOf(accounts));
    }

    List<Marker> markers(Identity identity) throws ProbeException, InterruptedException {
        Set<String> common = new HashSet<>(publicTexts());
        for (Identity other : portal.identities().values()) {
            if (!other.name().equals(identity.name())) {
                common.addAll(textsOf(other));
            }
        }
        Set<String> own = new LinkedHashSet<>(OwnWords.of(identity.login()));
        own.addAll(holdings(identity).texts());
        return own.stream()
                .filter(text -> text.length() >= LEAST_MARKER && Telling.proves(text) && !common.contains(text))
                .map(text -> new Marker(identity.name(), text))
                .toList();
    }

    /** None for an identity that cannot sign in: then nothing of its own is known. */
    private Set<String> textsOf(Identity other) throws ProbeException, InterruptedException {
        try {
            return holdings(other).texts();
        } catch (ProbeException.SignIn e) {
            return Set.of();
        }
    }

    private Gathering.Open readAsNobody() throws ProbeException, InterruptedException {
        Set<String> texts = new LinkedHashSet<>();
        Set<Map<String, String>> ids = new LinkedHashSet<>();
        for (Identity identity : portal.identities().values()) {
            Gathering.Open open = gathering().nobodys(sessions.nobody(), identity);
            texts.addAll(open.texts());
            ids.addAll(open.ids());
        }
        texts.addAll(Likeness.texts(reading.as(sessions.nobody(), Reading.get(portal.url()))));
        return new Gathering.Open(Set.copyOf(texts), Set.copyOf(ids));
    }
}
