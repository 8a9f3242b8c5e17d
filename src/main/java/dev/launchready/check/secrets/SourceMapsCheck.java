package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.face.Asset;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.secrets.MapsSeen.PublicMap;
import dev.launchready.model.Evidence;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the maps from built code back to its sources can be read by everybody, and what those sources hold. */
public final class SourceMapsCheck implements Check<MapsSeen> {
    static final Reason SERVER_CODE = Reason.fails("server-code");
    static final Reason OWN_CODE = Reason.fails("own-code");
    static final Reason OWN_PATHS = Reason.warns("own-paths");
    static final Reason SCRIPTS_UNREAD = Reason.blocks("scripts-unread");
    static final Reason NOT_ALL_READ = Reason.blocks("not-all-read");
    static final Reason NO_SCRIPTS = Reason.notApplicable("no-scripts");

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** One for each script of a usual page. */
    private static final int USUAL_MAPS = 12;

    private static final int MOST_EVIDENCE = 3;

    @Override
    public String id() {
        return "secrets.source-maps";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> all = new HashSet<>(SecretReasons.all());
        all.addAll(Set.of(SERVER_CODE, OWN_CODE, OWN_PATHS, SCRIPTS_UNREAD, NOT_ALL_READ, NO_SCRIPTS));
        return Set.copyOf(all);
    }

    @Override
    public Class<MapsSeen> observed() {
        return MapsSeen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(USUAL_MAPS)
                .sharing(PublicFace.NAME, PublicFace.USUAL_REQUESTS)
                .within(TIMEOUT);
    }

    @Override
    public MapsSeen observe(CheckContext context) throws ProbeException, InterruptedException {
        Served served = context.memo().get(Served.KEY);
        Harvest harvest = new Harvest(context.secrets());
        MapSearch search = new MapSearch(context, harvest);
        int looked = 0;
        for (Asset asset : served.assets()) {
            boolean mapped = asset.kind() == Asset.Kind.SCRIPT
                    || asset.kind() == Asset.Kind.STYLE
                    || asset.kind() == Asset.Kind.SERVICE_WORKER;
            if (mapped && served.ours(asset.url())) {
                looked++;
                search.look(asset);
            }
        }
        return new MapsSeen(
                search.maps(), harvest.found(), looked, served.scriptsNamed(), search.guesses(), search.missed());
    }

    @Override
    public Judgement judge(MapsSeen seen, Params params) {
        if (seen.scripts() == 0) {
            return seen.named() == 0
                    ? Tally.notApplicable(NO_SCRIPTS)
                    : Tally.blocked(SCRIPTS_UNREAD, Map.of("named", Integer.toString(seen.named())));
        }
        Tally tally = new Tally();
        Map<String, Raised> byPlace = new LinkedHashMap<>();
        for (PublicMap map : seen.maps()) {
            reason(map)
                    .ifPresent(reason -> byPlace.merge(
                            reason.code() + map.host(),
                            raised(reason, map),
                            (first, next) ->
                                    first.evidence().size() < MOST_EVIDENCE ? first.showing(next.evidence()) : first));
        }
        byPlace.values().forEach(tally::raise);
        SecretReasons.raise(tally, seen.found());
        seen.missed().stream()
                .limit(1)
                .forEach(first -> tally.unproven(
                        NOT_ALL_READ,
                        Map.of("count", Integer.toString(seen.missed().size()), "first", first)));
        return tally.control(
                        "looked",
                        Map.of(
                                "scripts", Integer.toString(seen.scripts()),
                                "guessed", Integer.toString(seen.guessed()),
                                "maps", Integer.toString(seen.maps().size())))
                .fact("scripts", seen.scripts())
                .fact("maps", seen.maps().size())
                .conclude();
    }

    /** A map of nothing but packages that everybody can have tells nothing. */
    private static Optional<Reason> reason(PublicMap map) {
        if (!map.server().isEmpty()) {
            return Optional.of(SERVER_CODE);
        }
        if (map.withContent() > 0 || !map.whole()) {
            return Optional.of(OWN_CODE);
        }
        return map.ownCount() > 0 ? Optional.of(OWN_PATHS) : Optional.empty();
    }

    private static Raised raised(Reason reason, PublicMap map) {
        List<String> told = reason.equals(SERVER_CODE) ? map.server() : map.own();
        String sample = told.isEmpty()
                ? "sources that could not be listed"
                : String.join(", ", told.stream().limit(3).toList());
        return Raised.of(reason, Where.file(map.url(), 1), Proof.CONFIRMED)
                .fact("map", map.url())
                .fact("script", map.script())
                .fact("host", map.host())
                .fact("sources", map.ownCount())
                .fact("sample", sample)
                .locatedBy(map.host())
                .showing(new Evidence.FileLocation(
                        map.url(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        sample,
                        "curl -sS --compressed '" + map.url().replace("'", "%27") + "' | head -c 400"));
    }
}
