package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.AccessLockCheck.Seen;
import dev.launchready.model.AccessLock;
import dev.launchready.model.AccessLock.Line;
import dev.launchready.model.AccessLock.Place;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what a run saw with what was agreed on. What could not be told is no change. */
final class LockJudge {
    private final Seen seen;
    private final Tally tally = new Tally();
    private final List<String> untold = new ArrayList<>();
    private int same;

    LockJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.lock().isEmpty()) {
            return Tally.notApplicable(AccessLockCheck.NO_LOCK);
        }
        AccessLock lock = seen.lock().get();
        if (seen.now().stream().allMatch(Line::unknown)) {
            return Tally.blocked(AccessLockCheck.NOTHING_SEEN, Map.of("lock", lock.file()));
        }
        Map<Place, Line> agreed = byPlace(lock.lines());
        Set<String> routes =
                lock.lines().stream().map(line -> route(line.place())).collect(Collectors.toSet());
        Map<String, List<Line>> fresh = new TreeMap<>();
        for (Line now : seen.now()) {
            if (routes.contains(route(now.place()))) {
                compare(now, Optional.ofNullable(agreed.get(now.place())));
            } else {
                fresh.computeIfAbsent(route(now.place()), key -> new ArrayList<>())
                        .add(now);
            }
        }
        fresh.values().forEach(this::newRoute);
        unseen(lock);
        tally.control("compared", Map.of("lines", String.valueOf(same), "lock", lock.file()));
        if (!untold.isEmpty()) {
            tally.control("untold", Map.of("count", String.valueOf(untold.size()), "first", untold.get(0)));
        }
        return tally.fact("lines", same).fact("lock", lock.file()).conclude();
    }

    private void compare(Line now, Optional<Line> agreed) {
        boolean agreedOn = agreed.filter(Line::allowed).isPresent();
        boolean wasUnknown = agreed.filter(Line::unknown).isPresent();
        if (now.unknown()) {
            untold.add(sentence(now.place()));
        } else if (now.allowed() && !agreedOn && !(wasUnknown && now.meant())) {
            raise(AccessLockCheck.MAY_NOW, now, agreed.map(Line::at).orElse(1))
                    .ifPresent(raised -> tally.raise(
                            raised.fact("word", agreed.map(Line::seen).orElse("nothing of it"))));
        } else if (!now.allowed() && agreedOn) {
            raise(AccessLockCheck.MAY_NO_LONGER, now, agreed.map(Line::at).orElse(1))
                    .ifPresent(tally::raise);
        } else {
            same++;
        }
    }

    /** One finding for a route that the lock does not name, with all who reach it. */
    private void newRoute(List<Line> lines) {
        String who = lines.stream()
                .filter(Line::allowed)
                .map(line -> line.place().role() + whose(line.place()))
                .distinct()
                .collect(Collectors.joining(", "));
        Reason reason = who.isEmpty() ? AccessLockCheck.NEW_CLOSED_ROUTE : AccessLockCheck.NEW_ROUTE;
        if (lines.stream().allMatch(Line::unknown)) {
            untold.add(sentence(lines.get(0).place()));
            return;
        }
        raise(reason, lines.get(0), 1)
                .ifPresent(raised -> tally.raise(raised.between("").fact("who", who)));
    }

    /** Lines of the lock that this run has no answer for: the route is gone, or it was not looked at. */
    private void unseen(AccessLock lock) {
        Map<Place, Line> now = byPlace(seen.now());
        Map<String, Line> gone = new LinkedHashMap<>();
        for (Line line : lock.lines()) {
            if (now.containsKey(line.place())) {
                continue;
            }
            boolean known = seen.known().contains(route(line.place()))
                    || seen.now().stream().anyMatch(each -> route(each.place()).equals(route(line.place())));
            if (known) {
                untold.add(sentence(line.place()));
            } else {
                gone.putIfAbsent(route(line.place()), line);
            }
        }
        gone.values()
                .forEach(line -> raise(AccessLockCheck.ROUTE_GONE, line, line.at())
                        .ifPresent(raised -> tally.raise(raised.between(""))));
    }

    private Optional<Raised> raise(Reason reason, Line line, int at) {
        Place place = line.place();
        return seen.lock()
                .map(lock -> Raised.of(
                                reason,
                                Where.route(place.method(), place.route(), seen.host())
                                        .in(lock.file(), at),
                                Proof.STRONG)
                        .between(
                                place.role() + place.on().map(on -> " on " + on).orElse(""))
                        .fact("method", place.method())
                        .fact("route", place.route())
                        .fact("role", place.role())
                        .fact("whose", whose(place))
                        .fact("lock", lock.file()));
    }

    private static Map<Place, Line> byPlace(List<Line> lines) {
        return lines.stream().collect(Collectors.toMap(Line::place, Function.identity(), (one, other) -> one));
    }

    private static String route(Place place) {
        return place.method() + " " + place.route();
    }

    private static String sentence(Place place) {
        return place.role() + " at " + route(place) + whose(place);
    }

    /** {@code  of its own}, {@code  of another client}, or nothing. */
    private static String whose(Place place) {
        return place.on()
                .map(on -> on.equals(AccessLock.OWN)
                        ? " of its own"
                        : " of " + (on.equals(place.role()) ? "another " : "") + on)
                .orElse("");
    }
}
