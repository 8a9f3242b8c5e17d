package dev.launchready.check.auth;

import dev.launchready.check.AccessSeen;
import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.AnonymousAccessCheck.Exposed;
import dev.launchready.check.auth.AnonymousAccessCheck.Seen;
import dev.launchready.check.auth.AnonymousAccessCheck.Tried;
import dev.launchready.check.auth.AnonymousAccessCheck.Try;
import dev.launchready.check.auth.Strangers.Variant;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Backdrop;
import dev.launchready.session.Glimpse;
import dev.launchready.session.IdFinder;
import dev.launchready.session.Likeness;
import dev.launchready.session.Misses;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Original;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.OwnedObject.Origin;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Subject;
import dev.launchready.session.Subjects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Asks for each private route as nobody, between two answers that its rightful caller gets. */
final class NobodyProbe {
    private final CheckContext context;
    private final boolean active;
    private final Subjects subjects;
    private final Misses misses;
    private final Session nobody;
    private final Set<String> front;
    private final IdFinder finder;
    private final Set<Map<String, String>> open;

    NobodyProbe(CheckContext context, boolean active) throws ProbeException, InterruptedException {
        this.context = context;
        this.active = active;
        this.subjects = new Subjects(context.portal(), context.sessions());
        this.misses = new Misses(context.portal(), context.http());
        this.nobody = context.sessions().nobody();
        this.front = Likeness.texts(
                context.http().send(nobody.sign(HttpCall.get(context.portal().url()))));
        this.finder = IdFinder.of(context.portal());
        this.open = context.sessions().publicIds();
    }

    /** The private routes that can be asked for without changing anything. */
    static List<Route> readable(Portal portal) {
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && RouteCalls.reads(route))
                .toList();
    }

    Seen look() throws ProbeException, InterruptedException {
        return context.sessions().whileAlive(this::once);
    }

    private Seen once() throws ProbeException, InterruptedException {
        List<Route> routes = readable(context.portal());
        int varied = context.params().integer("max-varied-routes");
        List<Tried> tried = new ArrayList<>();
        for (Route route : routes) {
            Tried one = tried(route, active && tried.size() < varied);
            if (one.trouble().isEmpty() || !forGuests(route)) {
                tried.add(one);
            }
        }
        long others = context.portal().routes().all().stream()
                .filter(Route::isPrivate)
                .filter(route -> !routes.contains(route))
                .count();
        String file = context.portal().lines().file().orElse("the portal file");
        return new Seen(tried, file, active, (int) others);
    }

    /** By the first rightful caller whose answer is a control; one whom the route refuses may be of another realm of the portal. */
    private Tried tried(Route route, boolean varied) throws ProbeException, InterruptedException {
        Optional<Tried> last = Optional.empty();
        Set<String> refused = new HashSet<>();
        int callers = 0;
        for (Subject subject : subjects.withoutFilters(route)) {
            if (callers == context.params().integer("max-callers")
                    || refused.contains(subject.owner().identity())) {
                continue;
            }
            Tried tried = tried(subject, varied);
            if (tried.trouble().isEmpty()
                    && (tried.shell() || tried.tries().stream().noneMatch(NobodyProbe::unclear))) {
                return tried;
            }
            if (tried.trouble().isPresent()) {
                refused.add(subject.owner().identity());
            } else {
                callers++;
            }
            last = last.filter(earlier -> earlier.trouble().isEmpty() || earlier.closed())
                    .or(() -> Optional.of(tried));
        }
        return last.orElseGet(() -> record(route, "", false, Optional.empty(), false, List.of(), List.of()));
    }

    /** Whether a route of which nobody has said that it is private is where people sign in: whoever has done so is sent on from there. */
    private boolean forGuests(Route route) throws ProbeException, InterruptedException {
        if (!route.assumed() || !route.method().equals("GET") || !RouteCalls.plainRead(route)) {
            return false;
        }
        HttpAnswer page = context.http().send(nobody.sign(new RouteCalls(context.portal()).plain(route)));
        return page.status() / 100 == 2
                && Likeness.html(page)
                && !Jsoup.parse(page.text()).select("input[type=password]").isEmpty();
    }

    private static boolean unclear(Try each) {
        return each.glimpse().kind() == Glimpse.Kind.UNCLEAR;
    }

    private Tried tried(Subject subject, boolean varied) throws ProbeException, InterruptedException {
        HttpCall owners = subject.owner().sign(subject.call());
        HttpAnswer before = context.http().send(owners);
        if (before.status() >= 300) {
            Original refused = new Original(before, before);
            return record(
                    subject.route(),
                    subject.owner().identity(),
                    owned(subject),
                    refused.trouble(),
                    false,
                    List.of(before),
                    AccessSeen.malformed(before.status()) ? unsigned(subject, varied) : List.of());
        }
        List<HttpAnswer> missing = misses.beside(nobody, subject.call());
        List<Variant> variants = new ArrayList<>(Strangers.passive(subject.call()));
        if (varied) {
            variants.addAll(Strangers.active(
                    subject.call(), subject.owner().credentials(subject.call().url()), methods(subject.route())));
        }
        List<Optional<HttpAnswer>> answers = new ArrayList<>();
        for (Variant variant : variants) {
            answers.add(asked(variant));
        }
        Original original = new Original(before, context.http().send(owners));
        Onlooker onlooker = new Onlooker(original, new Backdrop(front, missing, List.of()));
        List<Try> tries = new ArrayList<>();
        for (int at = 0; at < variants.size(); at++) {
            if (answers.get(at).isPresent()) {
                tries.add(seen(
                        subject, onlooker, variants.get(at), answers.get(at).get()));
            }
        }
        boolean shell = original.trouble().isEmpty() && onlooker.shell();
        return record(
                subject.route(),
                subject.owner().identity(),
                owned(subject),
                original.trouble(),
                shell,
                List.of(before, original.after()),
                tries);
    }

    /** Without a credential, and with unusual ones, where the rightful caller's request is no good itself: only 401 and 403 tell. */
    private List<Try> unsigned(Subject subject, boolean varied) throws ProbeException, InterruptedException {
        List<Variant> variants = new ArrayList<>(Strangers.passive(subject.call()));
        if (varied) {
            variants.addAll(Strangers.active(
                    subject.call(), subject.owner().credentials(subject.call().url()), Set.of("POST")));
        }
        List<Try> tries = new ArrayList<>();
        for (Variant variant : variants) {
            boolean same = variant.way() != Strangers.Way.METHOD && variant.way() != Strangers.Way.PATH;
            Optional<HttpAnswer> answer = same ? asked(variant) : Optional.empty();
            answer.ifPresent(each -> {
                boolean refused = each.status() == 401 || each.status() == 403;
                Glimpse.Kind kind = refused && !Onlooker.heldBack(each) ? Glimpse.Kind.REFUSED : Glimpse.Kind.UNCLEAR;
                Glimpse glimpse = new Glimpse(kind, "answered " + each.status(), each.status());
                tries.add(new Try(variant.way(), variant.name(), glimpse, Optional.empty(), each.evidence()));
            });
        }
        return tries;
    }

    /**
     * An error of the server is asked for once more, so that a hiccup is not taken for a refusal. Empty where an unusual request makes the
     * server hang up or answer with what is no HTTP: that shows nothing, and the rightful caller's next answer tells that the server lives.
     */
    private Optional<HttpAnswer> asked(Variant variant) throws ProbeException, InterruptedException {
        HttpCall call = variant.call().credentials().isEmpty() ? nobody.sign(variant.call()) : variant.call();
        try {
            HttpAnswer answer = context.http().send(call);
            return Optional.of(answer.status() >= 500 ? context.http().send(call) : answer);
        } catch (ProbeException.Unreachable | ProbeException.Malformed e) {
            if (variant.way() == Strangers.Way.PLAIN) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Try seen(Subject subject, Onlooker onlooker, Variant variant, HttpAnswer answer)
            throws ProbeException, InterruptedException {
        Glimpse glimpse = onlooker.see(answer);
        boolean head =
                answer.call().method().equals("HEAD") || answer.call().method().equals("OPTIONS");
        if (head && !glimpse.leak().isPresent()) {
            glimpse = new Glimpse(Glimpse.Kind.REFUSED, "shows nothing", answer.status());
        }
        Optional<Exposed> exposed = subject.route().assumed() && glimpse.leak().isPresent()
                ? Optional.of(exposed(subject, answer))
                : Optional.empty();
        return new Try(variant.way(), variant.name(), glimpse, exposed, answer.evidence());
    }

    /** Whether what nobody got is simply what everybody gets, and whether the rightful caller is in it. */
    private Exposed exposed(Subject subject, HttpAnswer nobodys) throws ProbeException, InterruptedException {
        String owner = subject.owner().identity();
        String text = nobodys.text();
        Set<String> words = context.sessions().words(owner);
        boolean named = words.stream().anyMatch(text::contains);
        Optional<Boolean> same = sameForAnother(subject, nobodys);
        boolean hidden =
                subject.object().filter(object -> !listedForAll(object)).isPresent();
        if (hidden || same.map(alike -> !alike).orElse(named)) {
            return Exposed.OWN;
        }
        boolean own =
                words.stream().anyMatch(word -> word.contains("@") && text.contains(word)) || holds(owner, nobodys);
        return own ? Exposed.SAME_WITH_OWN : named ? Exposed.SAME_WITH_NAME : Exposed.SAME;
    }

    /**
     * Whether another identity gets what nobody gets; empty where there is no other. Nobody is asked once more where they differ, since a
     * list may have grown meanwhile.
     */
    private Optional<Boolean> sameForAnother(Subject subject, HttpAnswer nobodys)
            throws ProbeException, InterruptedException {
        for (Session other : context.sessions().able()) {
            if (!other.identity().equals(subject.owner().identity())) {
                HttpAnswer theirs = context.http().send(other.sign(subject.call()));
                boolean given = theirs.status() / 100 == 2;
                return Optional.of(given
                        && (Likeness.samePage(theirs, nobodys)
                                || Likeness.samePage(theirs, context.http().send(nobody.sign(subject.call())))));
            }
        }
        return Optional.empty();
    }

    private boolean listedForAll(OwnedObject object) {
        return object.origin() != Origin.GIVEN && open.contains(Map.of(object.type(), object.id()));
    }

    /** Whether an answer shows an object that the file gives to that identity. */
    private boolean holds(String owner, HttpAnswer answer) throws ProbeException, InterruptedException {
        Set<String> given = context.sessions().holdings(owner).objects().stream()
                .filter(object -> object.origin() == Origin.GIVEN)
                .map(OwnedObject::id)
                .collect(Collectors.toSet());
        return finder.in(answer).stream().anyMatch(ids -> ids.values().stream().anyMatch(given::contains));
    }

    /** What belongs to a role belongs to everybody who has it. */
    private static boolean owned(Subject subject) {
        return subject.object().isPresent() && subject.route().access() != Access.ROLES;
    }

    private Set<String> methods(Route route) {
        return context.portal().routes().all().stream()
                .filter(other -> other.template().equals(route.template()))
                .map(Route::method)
                .collect(Collectors.toSet());
    }

    private Tried record(
            Route route,
            String owner,
            boolean owned,
            Optional<String> trouble,
            boolean shell,
            List<HttpAnswer> control,
            List<Try> tries) {
        List<HttpExchange> evidence = control.stream().map(HttpAnswer::evidence).toList();
        String host = context.portal().api().host();
        return new Tried(
                route.method(),
                RouteCalls.place(route),
                host,
                route.line(),
                owner,
                owned,
                trouble,
                shell,
                route.assumed(),
                evidence,
                tries);
    }
}
