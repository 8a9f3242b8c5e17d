package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.Reach;
import dev.launchready.check.authz.backend.Survey.Service;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at one service of a Firebase project, as nobody, as every identity that signs in there, and as an account made for this. */
final class FirebaseProbe {
    private static final List<String> ISSUERS = List.of("securetoken.google.com/");
    /** Fields by which documents name their owner again and again. */
    private static final List<String> OWNER_FIELDS = List.of("userId", "uid", "ownerId", "owner", "user_id");

    private static final int MOST_FIELDS = 8;

    private final CheckContext context;
    private final Readers readers;
    private final FirebaseSigns signs;
    private final Optional<Reader> newcomer;

    /** @param newcomer an account that was made for this, where consent covers it */
    FirebaseProbe(CheckContext context, Readers readers, FirebaseSigns signs, Optional<Reader> newcomer) {
        this.context = context;
        this.readers = readers;
        this.signs = signs;
        this.newcomer = newcomer;
    }

    record Found(Service service, List<Place> places) {}

    Found look(ServiceKind kind, Url url, TrafficClass traffic) throws ProbeException, InterruptedException {
        RuledTree tree = tree(kind, url, traffic);
        Gate.Knock knock = tree.gate().knock(tree.greeting());
        Reach reach = knock.answer().map(tree::reach).orElse(Reach.UNREACHED);
        List<Reader> identities = readers.at(tree.gate().base(), List.of(), ISSUERS);
        String says =
                knock.answer().map(answer -> new GoogleAnswer(answer).says()).orElse(knock.says());
        if (reach != Reach.ANSWERED) {
            return new Found(service(tree, reach, says, identities, 0, false), List.of());
        }
        Set<String> fields = new LinkedHashSet<>(signs.fields().stream()
                .filter(field -> Rows.ownerColumn(List.of(field)).isPresent())
                .toList());
        fields.addAll(OWNER_FIELDS);
        RuledPlaces places = new RuledPlaces(
                context,
                tree,
                readers,
                identities,
                newcomer,
                fields.stream().limit(MOST_FIELDS).toList());
        Set<TreePath> known = known(tree);
        List<String> likely = context.params().list("likely-tables");
        List<String> names =
                new ArrayList<>(known.stream().map(TreePath::prefix).distinct().toList());
        names.addAll(likely);
        Optional<Place> root = places.root(names);
        if (root.isPresent()) {
            return new Found(service(tree, reach, says, identities, 1, false), List.of(root.get()));
        }
        List<Place> found = new ArrayList<>();
        int most = context.params().integer("max-places");
        for (TreePath path : known.stream().limit(most).toList()) {
            places.look(path, false).ifPresent(found::add);
        }
        for (String name : likely) {
            TreePath path = new TreePath(name, "");
            if (known.stream().noneMatch(each -> each.prefix().equals(name)) && found.size() < most) {
                places.look(path, true).ifPresent(found::add);
            }
        }
        return new Found(service(tree, reach, says, identities, found.size(), known.size() > most), found);
    }

    private RuledTree tree(ServiceKind kind, Url url, TrafficClass traffic) {
        Gate gate = new Gate(context, url.at(url.path().replaceFirst("/+$", "")), traffic);
        return switch (kind) {
            case FIRESTORE -> new Firestore(gate);
            case FIREBASE_FILES -> new FirebaseFiles(gate);
            default -> new RealtimeDatabase(gate, url);
        };
    }

    /** Paths that the front asks for, and those that the portal file names below the address. */
    private Set<TreePath> known(RuledTree tree) {
        Set<TreePath> known = new LinkedHashSet<>();
        for (String named : new Declared(context.portal()).all(tree.gate().base())) {
            TreePath.of(named.replaceFirst("\\.json$", "")).ifPresent(known::add);
        }
        known.addAll(signs.paths());
        return known;
    }

    private Service service(
            RuledTree tree, Reach reach, String says, List<Reader> identities, int places, boolean more) {
        return new Service(
                tree.kind(),
                tree.gate().base().toString(),
                tree.gate().base().host(),
                reach,
                says,
                identities.stream().map(Reader::name).toList(),
                readers.anyStrangers(identities),
                places,
                more,
                Optional.empty(),
                List.of());
    }
}
