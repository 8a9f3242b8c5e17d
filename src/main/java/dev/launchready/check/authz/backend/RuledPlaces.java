package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Look;
import dev.launchready.check.authz.backend.Survey.Pair;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.Writing;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the places of one service whose rules decide path by path, as everybody who may ask it. */
final class RuledPlaces {
    private static final int MOST_CHILDREN = 3;

    private final CheckContext context;
    private final RuledTree tree;
    private final Readers readers;
    private final Reader nobody;
    private final List<Reader> identities;
    private final Optional<Reader> newcomer;
    private final List<String> ownerFields;
    private final Declared declared;
    private final Looks looks;

    /** @param newcomer an account that was made for this, which owns nothing */
    RuledPlaces(
            CheckContext context,
            RuledTree tree,
            Readers readers,
            List<Reader> identities,
            Optional<Reader> newcomer,
            List<String> ownerFields) {
        this.context = context;
        this.tree = tree;
        this.readers = readers;
        this.nobody = Readers.nobody(List.of());
        this.identities = identities;
        this.newcomer = newcomer;
        this.ownerFields = ownerFields;
        this.declared = new Declared(context.portal());
        this.looks = Looks.of(context.portal(), identities);
    }

    /** The root, where the rules let somebody read all there is; empty where they do not, and each path has to be asked. */
    Optional<Place> root(List<String> known) throws ProbeException, InterruptedException {
        if (declared.ignored(tree.address(""))) {
            return Optional.empty();
        }
        Reading first = tree.everything(nobody, known);
        Map<Reader, Reading> readings = new LinkedHashMap<>();
        boolean open = open(first);
        for (Reader identity : identities) {
            readings.put(identity, tree.everything(identity, known));
            open |= open(readings.get(identity));
        }
        Optional<Reading> guest = Optional.empty();
        if (newcomer.isPresent()) {
            guest = Optional.of(tree.everything(newcomer.get(), known));
            open |= open(guest.get());
        }
        return open ? Optional.of(place(TreePath.ROOT, first, readings, guest)) : Optional.empty();
    }

    /** @param guessed whether nothing names it: then it only counts where somebody is let in */
    Optional<Place> look(TreePath path, boolean guessed) throws ProbeException, InterruptedException {
        if (declared.ignored(tree.address(path.prefix()))) {
            return Optional.empty();
        }
        Map<Reader, Reading> readings = new LinkedHashMap<>();
        for (Reader identity : identities) {
            readings.put(identity, own(identity, path, guessed ? List.of() : ownerFields));
        }
        Reading first = stranger(nobody, path, readings);
        Optional<Reading> guest = Optional.empty();
        if (newcomer.isPresent()) {
            guest = Optional.of(stranger(newcomer.get(), path, readings));
        }
        boolean seen = open(first)
                || readings.values().stream().anyMatch(RuledPlaces::open)
                || guest.filter(RuledPlaces::open).isPresent();
        return guessed && !seen ? Optional.empty() : Optional.of(place(path, first, readings, guest));
    }

    private static boolean open(Reading reading) {
        return reading.access() == Access.ROWS || reading.access() == Access.LET_IN;
    }

    /** What somebody gets of the whole, and of what bears his own id or is listed as his. */
    private Reading own(Reader reader, TreePath path, List<String> fields) throws ProbeException, InterruptedException {
        List<Reading> all = new ArrayList<>();
        if (path.suffix().isEmpty()) {
            all.add(tree.read(reader, path.prefix(), ""));
        }
        for (String id : ids(reader, path)) {
            all.add(tree.read(reader, path.prefix(), path.child(id)));
        }
        boolean given = all.stream().anyMatch(each -> each.access() == Access.ROWS);
        for (String field : given || reader.id().isEmpty() ? List.<String>of() : fields) {
            Optional<Reading> found =
                    tree.where(reader, path.prefix(), field, reader.id().get());
            found.ifPresent(all::add);
            if (found.filter(each -> each.access() == Access.ROWS).isPresent()) {
                break;
            }
        }
        return best(all);
    }

    /** What somebody gets who owns nothing there: of the whole, and of what an owner gets. */
    private Reading stranger(Reader reader, TreePath path, Map<Reader, Reading> owners)
            throws ProbeException, InterruptedException {
        List<Reading> all = new ArrayList<>();
        if (path.suffix().isEmpty()) {
            all.add(tree.read(reader, path.prefix(), ""));
        }
        for (Map.Entry<Reader, Reading> owner : owners.entrySet()) {
            Set<String> children = new LinkedHashSet<>();
            owner.getKey().id().map(path::child).ifPresent(children::add);
            Rows theirs = owner.getValue().rows();
            theirs.all().forEach(row -> theirs.id(row).ifPresent(children::add));
            for (String child : children.stream().limit(MOST_CHILDREN).toList()) {
                if (all.stream().noneMatch(each -> each.access() == Access.ROWS)) {
                    all.add(tree.read(reader, path.prefix(), child));
                }
            }
        }
        return best(all.isEmpty() ? List.of(tree.read(reader, path.prefix(), "")) : all);
    }

    /** All rows; a refusal only where everything was refused, and what is unclear before what is empty. */
    private static Reading best(List<Reading> all) {
        Reading best = all.get(0);
        Rows rows = Rows.NONE;
        for (Reading each : all) {
            rows = rows.and(each.rows());
            best = rank(each) > rank(best) ? each : best;
        }
        return new Reading(
                best.access(), rows, Math.max(rows.size(), best.total()), best.says(), List.of(), best.answer());
    }

    private static int rank(Reading reading) {
        return switch (reading.access()) {
            case ROWS -> 3;
            case UNCLEAR -> 2;
            case LET_IN, EMPTY -> 1;
            default -> 0;
        };
    }

    private Set<String> ids(Reader reader, TreePath path) {
        Set<String> ids = new LinkedHashSet<>();
        reader.id().ifPresent(ids::add);
        Optional.ofNullable(context.portal().identities().get(reader.name()))
                .map(Identity::owns)
                .ifPresent(owns -> owns.forEach((type, all) -> {
                    if (same(type, path.type())) {
                        all.stream().flatMap(each -> each.text().stream()).forEach(ids::add);
                    }
                }));
        return ids;
    }

    private static boolean same(String type, String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        String one = type.toLowerCase(Locale.ROOT);
        return plain.equals(one) || plain.equals(one + "s") || (one + "s").equals(plain + "s");
    }

    private Place place(TreePath path, Reading first, Map<Reader, Reading> readings, Optional<Reading> guest)
            throws ProbeException, InterruptedException {
        Url url = tree.address(path.prefix());
        List<Look> seen = new ArrayList<>(List.of(looks.look(nobody, first)));
        Rows all = first.rows();
        for (Map.Entry<Reader, Reading> entry : readings.entrySet()) {
            seen.add(looks.look(entry.getKey(), entry.getValue()));
            all = all.and(entry.getValue().rows());
        }
        guest.ifPresent(reading -> seen.add(looks.look(newcomer.orElseThrow(), reading)));
        List<Pair> pairs = first.access() == Access.ROWS
                ? List.of()
                : new Crossings(readers, readings, (reader, column, value) -> directed(reader, path, column, value))
                        .look(identities);
        Optional<Writing> writing = written(path);
        Set<String> columns = new LinkedHashSet<>(all.columns());
        columns.addAll(ownerFields);
        Optional<String> field = Rows.ownerColumn(columns);
        return new Place(
                tree.places(),
                tree.gate().base().origin(),
                url.host(),
                path.shown(),
                url.target(),
                field,
                declared.open(url),
                declared.shared(url, path.type()),
                declared.writable(url),
                seen,
                pairs,
                writing,
                RulesText.facts(tree.places(), path.shown(), field));
    }

    /** Not where a path has an id in it that nobody owns. */
    private Optional<Writing> written(TreePath path) throws ProbeException, InterruptedException {
        boolean fit = path.suffix().isEmpty() && !(path.root() && tree.places() == PlaceKind.COLLECTION);
        return fit
                ? new Trial(context, nobody)
                        .of(tree.places().label(), marker -> tree.putting(nobody, path.prefix(), marker))
                : Optional.empty();
    }

    private Optional<Reading> directed(Reader reader, TreePath path, String column, String value)
            throws ProbeException, InterruptedException {
        Optional<Reading> reading = column.equals("id")
                ? Optional.of(tree.read(reader, path.prefix(), value))
                : tree.where(reader, path.prefix(), column, value);
        return reading.filter(each -> each.access() == Access.ROWS);
    }
}
