package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What belongs to whom, learnt once for each identity. */
final class Estate {
    private static final int LEAST_MARKER = 8;

    private final Portal portal;
    private final Reading reading;
    private final Sessions sessions;
    private final boolean mayWrite;
    private final Map<String, Once<Holdings>> holdings = new LinkedHashMap<>();
    private final Once<Set<String>> nobodys = new Once<>(this::readAsNobody);

    /** @param mayWrite whether consent covers making objects */
    Estate(Portal portal, Reading reading, Sessions sessions, boolean mayWrite) {
        this.mayWrite = mayWrite;
        this.portal = portal;
        this.reading = reading;
        this.sessions = sessions;
        Gathering gathering = new Gathering(portal, reading);
        portal.identities()
                .forEach((name, identity) ->
                        holdings.put(name, new Once<>(() -> completed(gathering.of(identity, sessions.of(name))))));
    }

    /** With an object of the run for each type of which the identity has none, where the file says how one is made and consent covers it. */
    private Holdings completed(Holdings found) throws ProbeException, InterruptedException {
        if (!mayWrite || found.identity().isEmpty()) {
            return found;
        }
        List<OwnedObject> objects = new ArrayList<>(found.objects());
        for (String name : portal.flows().create().keySet()) {
            String type = Slots.singular(name);
            if (found.objects(type).isEmpty()) {
                sessions.workbench()
                        .make(type, sessions.of(found.identity()))
                        .ifPresent(made -> objects.add(new OwnedObject(
                                found.identity(), type, Map.of(type, made.id()), OwnedObject.Origin.CREATED)));
            }
        }
        return new Holdings(found.identity(), found.texts(), objects, found.routes());
    }

    Holdings holdings(Identity identity) throws ProbeException, InterruptedException {
        return holdings.getOrDefault(identity.name(), new Once<>(() -> Holdings.NONE))
                .get();
    }

    Set<String> publicTexts() throws ProbeException, InterruptedException {
        return nobodys.get();
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

    private Set<String> readAsNobody() throws ProbeException, InterruptedException {
        Set<String> texts = new LinkedHashSet<>();
        Gathering gathering = new Gathering(portal, reading);
        for (Identity identity : portal.identities().values()) {
            texts.addAll(gathering.nobodys(sessions.nobody(), identity));
        }
        texts.addAll(Likeness.texts(reading.as(sessions.nobody(), Reading.get(portal.url()))));
        return Set.copyOf(texts);
    }
}
