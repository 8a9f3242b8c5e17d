package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Address.Backend;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Buckets and containers that the portal file or the front names, and what they give nobody. */
final class StoreSurvey {
    private final CheckContext context;
    private final Portal portal;
    private final Predicate<Url> mayCall;
    private final Harvest harvest;

    /** @param mayCall whether a bucket that was only discovered may be asked */
    StoreSurvey(CheckContext context, Predicate<Url> mayCall, Harvest harvest) {
        this.context = context;
        this.portal = context.portal();
        this.mayCall = mayCall;
        this.harvest = harvest;
    }

    void look(FrontText front, List<Reader> identities) throws ProbeException, InterruptedException {
        Declared declared = new Declared(portal);
        Map<String, Store> open = new LinkedHashMap<>();
        for (Backend backend : portal.address().backends()) {
            kind(backend.kind())
                    .map(kind -> Store.of(kind, backend.url()))
                    .filter(store -> !declared.ignored(store.base()))
                    .ifPresent(store -> open.put(store.kind() + " " + store.bucket(), store));
        }
        for (StoreSigns.Found found : StoreSigns.in(front)) {
            Store store = found.store();
            String key = store.kind() + " " + store.bucket();
            if (open.containsKey(key) || declared.ignored(store.base())) {
                continue;
            }
            if (mayCall.test(store.base())) {
                open.put(key, store);
            } else {
                harvest.tell(store.kind(), store.base(), found.from());
            }
        }
        for (Store store : open.values()) {
            boolean named = portal.hosts().contains(store.base().host());
            StoreProbe.Found found = new StoreProbe(
                            context, store, named ? TrafficClass.PASSIVE : TrafficClass.THIRD_PARTY, identities)
                    .look();
            harvest.add(found.service(), found.place().stream().toList());
        }
    }

    private static Optional<ServiceKind> kind(String word) {
        return Stream.of(ServiceKind.S3, ServiceKind.GCS, ServiceKind.AZURE)
                .filter(kind -> kind.key().equals(word))
                .findFirst();
    }
}
