package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.FrontText.Part;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Address.Backend;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The services of Firebase that the portal file names or the front talks to, and what they give. */
final class FirebaseSurvey {
    private static final String SETTINGS = "/__/firebase/init.json";

    private final CheckContext context;
    private final Portal portal;
    private final Predicate<Url> mayCall;
    private final Harvest harvest;

    /** @param mayCall whether a service that was only discovered may be asked */
    FirebaseSurvey(CheckContext context, Predicate<Url> mayCall, Harvest harvest) {
        this.context = context;
        this.portal = context.portal();
        this.mayCall = mayCall;
        this.harvest = harvest;
    }

    private record Named(ServiceKind kind, Url url) {}

    void look(FrontText front, Readers readers) throws ProbeException, InterruptedException {
        List<Backend> named = portal.address().backends().stream()
                .filter(backend -> backend.kind().equals(ServiceKind.FIREBASE.key()))
                .toList();
        FirebaseSigns signs = FirebaseSigns.in(withSettings(front, named), !named.isEmpty());
        Map<String, Named> open = new LinkedHashMap<>();
        for (Backend backend : named) {
            kind(backend.url()).ifPresent(kind -> open.put(backend.url().toString(), new Named(kind, backend.url())));
        }
        boolean discovered = false;
        for (FirebaseSigns.Endpoint found : signs.endpoints()) {
            boolean known = open.values().stream()
                    .anyMatch(each -> each.kind() == found.kind()
                            && (SharedHosts.serves(found.url())
                                    ? each.url().path().startsWith(found.url().path())
                                    : each.url().sameOrigin(found.url())));
            if (!known && mayCall.test(found.url())) {
                open.put(found.url().toString(), new Named(found.kind(), found.url()));
            } else if (!known) {
                harvest.tell(found.kind(), found.url(), found.from());
                discovered = true;
            }
        }
        if (open.isEmpty() && !discovered) {
            signs.bare()
                    .forEach((project, from) -> harvest.leave(
                            project,
                            from,
                            "https://firestore.googleapis.com/v1/projects/" + project
                                    + "/databases/(default)/documents"));
        }
        Optional<String> key =
                named.stream().flatMap(each -> each.key().stream()).findFirst().or(signs::key);
        asked(List.copyOf(open.values()), readers, signs, key);
    }

    private void asked(List<Named> open, Readers readers, FirebaseSigns signs, Optional<String> key)
            throws ProbeException, InterruptedException {
        Optional<FirebaseAccount> accounts =
                open.isEmpty() ? Optional.empty() : key.flatMap(each -> FirebaseAccount.at(context, each));
        Optional<Reader> newcomer = accounts.isPresent() ? accounts.get().make() : Optional.empty();
        try {
            FirebaseProbe probe = new FirebaseProbe(context, readers, signs, newcomer);
            for (Named each : open) {
                FirebaseProbe.Found found = probe.look(each.kind(), each.url(), traffic(each.url()));
                harvest.add(found.service(), found.places());
            }
        } finally {
            if (newcomer.isPresent()) {
                accounts.orElseThrow().remove(newcomer.get());
            }
        }
    }

    private TrafficClass traffic(Url url) {
        return portal.hosts().contains(url.host()) ? TrafficClass.PASSIVE : TrafficClass.THIRD_PARTY;
    }

    /** By its address; empty for the host of the project's pages and for the service that signs people in. */
    static Optional<ServiceKind> kind(Url url) {
        if (Address.signsIn(url) || url.host().matches(".+\\.(firebaseapp\\.com|web\\.app)")) {
            return Optional.empty();
        }
        if (url.path().matches(".*/projects/[^/]+/databases/[^/]+/documents/?")) {
            return Optional.of(ServiceKind.FIRESTORE);
        }
        return Optional.of(url.path().matches(".*/v0/b/[^/]+/o/?") ? ServiceKind.FIREBASE_FILES : ServiceKind.DATABASE);
    }

    /** The settings that Firebase's own hosting gives to every page, where the front speaks of Firebase. */
    private FrontText withSettings(FrontText front, List<Backend> named) throws ProbeException, InterruptedException {
        List<Part> parts = new ArrayList<>(front.parts());
        List<Url> hosts = new ArrayList<>(named.stream()
                .map(Backend::url)
                .filter(url -> url.host().matches(".+\\.(firebaseapp\\.com|web\\.app)"))
                .toList());
        if (FirebaseSigns.speaksOf(front)) {
            hosts.add(portal.url());
        }
        for (Url host : hosts) {
            Gate.knock(context, HttpCall.get(host.at(SETTINGS)))
                    .answer()
                    .filter(answer ->
                            answer.status() == 200 && answer.mediaType().contains("json"))
                    .ifPresent(answer -> parts.add(new Part(host.at(SETTINGS), "\"firebase\" " + answer.text())));
        }
        return new FrontText(parts);
    }
}
