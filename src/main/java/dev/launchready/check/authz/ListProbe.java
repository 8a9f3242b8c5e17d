package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.TenantListsCheck.Look;
import dev.launchready.check.authz.TenantListsCheck.Seen;
import dev.launchready.check.authz.TenantListsCheck.Shown;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Backdrop;
import dev.launchready.session.IdFinder;
import dev.launchready.session.Likeness;
import dev.launchready.session.Misses;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Original;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.OwnedObject.Origin;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads each list as every identity, and looks in it for what belongs to another. */
final class ListProbe {
    private static final Pattern PAGE_SIZE = Pattern.compile("limit|per_?page|page_?size|size|take|count|first|max");
    private static final int LARGE_PAGE = 100;
    private static final int MOST_DOUBTFUL = 3;
    private static final int LEAST_ADDRESS = 8;

    private final CheckContext context;
    private final RouteCalls calls;
    private final Pairs pairs;
    private final IdFinder finder;
    private final Misses misses;
    private final List<Session> able;
    private final List<Route> details;
    private final Set<String> types;

    ListProbe(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.calls = new RouteCalls(context.portal());
        this.pairs = new Pairs(context.portal());
        this.finder = IdFinder.of(context.portal());
        this.misses = new Misses(context.portal(), context.http());
        this.able = context.sessions().able();
        this.details = OwnedRoutes.of(context.portal());
        this.types =
                details.stream().flatMap(route -> Slots.subject(route).stream()).collect(Collectors.toSet());
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Look> looks = new ArrayList<>();
        for (Route route : lists(context.portal())) {
            looks.addAll(looks(route, "", calls.plain(route)));
            Optional<HttpCall> large = largePage(route);
            if (large.isPresent()) {
                looks.addAll(looks(route, "a page of " + LARGE_PAGE, large.get()));
            }
        }
        looks.addAll(new SearchProbe(context, able, pairs).look());
        long told = looks.stream()
                .map(look -> look.method() + look.template())
                .distinct()
                .count();
        return new Seen(looks, context.portal().lines().file().orElse("the portal file"), (int) told);
    }

    /** What everybody reads of his own, and lists for a role that somebody has who is bound to a tenant. */
    static Set<Route> lists(Portal portal) {
        Pairs pairs = new Pairs(portal);
        RouteCalls calls = new RouteCalls(portal);
        Set<Route> lists = new LinkedHashSet<>();
        for (Identity identity : portal.identities().values()) {
            calls.readable(identity).stream()
                    .filter(route -> route.access() != Access.ROLES || pairs.bound(identity.name()))
                    .forEach(lists::add);
        }
        return lists;
    }

    /** The same list with a larger page, where the route is known to take a page's size. */
    private Optional<HttpCall> largePage(Route route) {
        return route.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .map(Parameter::name)
                .filter(name -> PAGE_SIZE.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .findFirst()
                .map(name -> {
                    HttpCall plain = calls.plain(route);
                    String join = plain.url().query().isPresent() ? "&" : "?";
                    return plain.movedTo(plain.url().at(plain.url().target() + join + name + "=" + LARGE_PAGE));
                });
    }

    private List<Look> looks(Route route, String variant, HttpCall call) throws ProbeException, InterruptedException {
        Map<Session, HttpAnswer> answers = new LinkedHashMap<>();
        HttpAnswer nobodys = context.http().send(context.sessions().nobody().sign(call));
        if (route.assumed() && openToAll(nobodys)) {
            return List.of();
        }
        for (Session reader : able) {
            HttpAnswer answer = context.http().send(reader.sign(call));
            boolean refused = Likeness.alike(nobodys, answer) && ids(answer).isEmpty();
            if (answer.status() / 100 == 2 && !refused) {
                answers.put(reader, answer);
            }
        }
        List<Look> looks = new ArrayList<>();
        for (Session reader : answers.keySet()) {
            for (Session owner : able) {
                boolean asked = answers.containsKey(owner) || mayNot(owner, route);
                if (asked && !mayNot(reader, route) && pairs.strangers(route, owner.identity(), reader.identity())) {
                    look(route, variant, reader, owner, answers).ifPresent(looks::add);
                }
            }
        }
        return looks;
    }

    /** Whether that list is for another role: then it may show this identity to its own people alone, and never to those of another tenant. */
    private boolean mayNot(Session owner, Route route) {
        return route.access() == Access.ROLES
                && Optional.ofNullable(context.portal().identities().get(owner.identity()))
                        .filter(who -> !RouteCalls.mayCall(route, who))
                        .isPresent();
    }

    /** Whether nobody finds objects there as well: then whose they are is no question of tenants. */
    private boolean openToAll(HttpAnswer nobodys) {
        return nobodys.status() / 100 == 2 && !ids(nobodys).isEmpty();
    }

    /** Empty when the owner's list holds nothing of its own, since then the reader's proves nothing. */
    private Optional<Look> look(
            Route route, String variant, Session reader, Session owner, Map<Session, HttpAnswer> answers)
            throws ProbeException, InterruptedException {
        HttpAnswer mine = answers.get(reader);
        if (mine == null) {
            return Optional.empty();
        }
        HttpAnswer theirs =
                answers.getOrDefault(owner, mine); // of a list for another role only what it says of the owner can tell
        Set<Map<String, String>> shown = ids(mine);
        Set<Map<String, String>> owned = ids(theirs);
        Set<String> addresses = addresses(owner, theirs);
        if (owned.isEmpty() && addresses.isEmpty()) {
            return Optional.empty();
        }
        List<HttpExchange> exchanges = List.of(mine.evidence(), theirs.evidence());
        Set<Map.Entry<String, String>> given = given(owner, reader);
        Set<Map<String, String>> namesakes = namesakes(shown, mine, theirs, owner);
        List<Map<String, String>> told = shown.stream()
                .filter(ids -> !namesakes.contains(ids))
                .filter(ids -> ids.entrySet().stream().anyMatch(given::contains))
                .toList();
        if (!told.isEmpty()) {
            return Optional.of(
                    look(route, variant, reader, owner, Shown.GIVEN_OBJECT, type(told.get(0)), told.size(), exchanges));
        }
        long named = addresses.stream().filter(mine.text()::contains).count();
        if (named > 0) {
            return Optional.of(look(route, variant, reader, owner, Shown.ADDRESS, "address", (int) named, exchanges));
        }
        if (!answers.containsKey(owner) || pairs.staff(owner.identity())) {
            return Optional.empty();
        }
        Set<Map<String, String>> both = new LinkedHashSet<>(shown);
        both.retainAll(owned);
        both.removeAll(namesakes);
        both.removeIf(ids -> ids.entrySet().stream().anyMatch(id -> givenTo(reader, id)));
        if (both.isEmpty()) {
            return Optional.of(look(route, variant, reader, owner, Shown.NOTHING, "", owned.size(), exchanges));
        }
        return doubtful(route, variant, reader, owner, both, exchanges);
    }

    /**
     * Objects that the run made for the owner, and that the reader's list shows by their id alone: where everybody has a space of their own,
     * what the reader wrote to that id in the course of another check is the reader's.
     */
    private Set<Map<String, String>> namesakes(
            Set<Map<String, String>> shown, HttpAnswer mine, HttpAnswer theirs, Session owner)
            throws ProbeException, InterruptedException {
        Set<String> kept = context.sessions().holdings(owner.identity()).objects().stream()
                .filter(object -> object.origin() == Origin.CREATED)
                .map(OwnedObject::id)
                .collect(Collectors.toSet());
        return shown.stream()
                .filter(ids -> {
                    String id = ids.getOrDefault(type(ids), "");
                    Optional<String> marker = context.sessions().workbench().firstMarker(id);
                    boolean listsTell = marker.filter(theirs.text()::contains).isPresent();
                    return marker.isPresent()
                            && !mine.text().contains(marker.get())
                            && (listsTell || !kept.contains(id));
                })
                .collect(Collectors.toSet());
    }

    /** Objects in both lists: they are the owner's when it may read them and the reader may not. */
    private Optional<Look> doubtful(
            Route route,
            String variant,
            Session reader,
            Session owner,
            Set<Map<String, String>> both,
            List<HttpExchange> exchanges)
            throws ProbeException, InterruptedException {
        String type = type(both.iterator().next());
        boolean readersOwn = false;
        int refused = 0;
        for (Map<String, String> ids : both.stream().limit(MOST_DOUBTFUL).toList()) {
            for (Route detail : details(ids)) {
                if (alone(owner, reader, detail, ids)) {
                    refused++;
                } else {
                    readersOwn = readersOwn || alone(reader, owner, detail, ids);
                }
            }
        }
        Shown shown = refused > 0 ? Shown.OBJECT_REFUSED_TO_READER : readersOwn ? Shown.NOTHING : Shown.SAME_FOR_BOTH;
        return Optional.of(look(route, variant, reader, owner, shown, type, Math.max(1, refused), exchanges));
    }

    private List<Route> details(Map<String, String> ids) {
        return details.stream()
                .filter(route -> Slots.subject(route).filter(ids::containsKey).isPresent())
                .filter(route -> calls.about(route, ids).isPresent())
                .limit(1)
                .toList();
    }

    /** Whether the first may read that object and the second is refused it. */
    private boolean alone(Session first, Session second, Route detail, Map<String, String> ids)
            throws ProbeException, InterruptedException {
        HttpCall call = calls.about(detail, ids).orElseThrow();
        OwnedObject object = new OwnedObject(first.identity(), type(ids), ids, Origin.LEARNT);
        Subject subject = new Subject(detail, first, call, Optional.of(object), ids);
        HttpAnswer before = context.http().send(first.sign(call));
        HttpAnswer seconds = context.http().send(second.sign(call));
        Original original = new Original(before, context.http().send(first.sign(call)));
        boolean missing = misses.instead(first, subject).stream().anyMatch(miss -> Likeness.alike(miss, before));
        if (original.trouble().isPresent() || missing) {
            return false;
        }
        Backdrop backdrop = new Backdrop(Set.of(), misses.instead(second, subject), List.of());
        return new Onlooker(original, backdrop).see(seconds).refused();
    }

    private Set<Map<String, String>> ids(HttpAnswer answer) {
        return finder.in(answer).stream()
                .filter(ids -> types.contains(type(ids)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Ids that the file, or the run, gives to the owner and not to the reader; between tenants also those that answers call the owner's,
     * while within one it is usual to see what others have put up.
     */
    private Set<Map.Entry<String, String>> given(Session owner, Session reader)
            throws ProbeException, InterruptedException {
        Set<Origin> sure = EnumSet.of(Origin.GIVEN, Origin.CREATED);
        if (pairs.differ(owner.identity(), reader.identity())) {
            sure.add(Origin.NAMED);
        }
        Set<Map.Entry<String, String>> given = new HashSet<>(given(owner, sure));
        given.removeAll(given(reader, sure));
        return given;
    }

    /** By type, as small numbers name something else for each. */
    private Set<Map.Entry<String, String>> given(Session who, Set<Origin> sure)
            throws ProbeException, InterruptedException {
        return context.sessions().holdings(who.identity()).objects().stream()
                .filter(object -> sure.contains(object.origin()))
                .map(object -> Map.entry(object.type(), object.id()))
                .collect(Collectors.toSet());
    }

    private boolean givenTo(Session who, Map.Entry<String, String> id) {
        return Optional.ofNullable(context.portal().identities().get(who.identity())).stream()
                .flatMap(identity -> identity.owns().entrySet().stream())
                .filter(owned -> Slots.singular(owned.getKey()).equals(id.getKey()))
                .flatMap(owned -> owned.getValue().stream())
                .anyMatch(value -> value.text().filter(id.getValue()::equals).isPresent());
    }

    /** The owner's own e-mail addresses, where its list shows them. */
    private Set<String> addresses(Session owner, HttpAnswer theirs) throws ProbeException, InterruptedException {
        return context.sessions().words(owner.identity()).stream()
                .filter(word -> word.contains("@") && word.length() >= LEAST_ADDRESS)
                .filter(theirs.text()::contains)
                .collect(Collectors.toSet());
    }

    private static String type(Map<String, String> ids) {
        List<String> all = List.copyOf(ids.keySet());
        return all.get(all.size() - 1);
    }

    private Look look(
            Route route,
            String variant,
            Session reader,
            Session owner,
            Shown shown,
            String type,
            int count,
            List<HttpExchange> exchanges) {
        return new Look(
                route.method(),
                RouteCalls.place(route),
                context.portal().api().host(),
                route.line(),
                variant,
                reader.identity(),
                owner.identity(),
                pairs.roles(owner.identity(), reader.identity()),
                shown,
                type,
                count,
                exchanges);
    }
}
