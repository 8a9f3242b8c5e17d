package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.secrets.ExposedSeen.Door;
import dev.launchready.check.secrets.ExposedSeen.Open;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether files and endpoints that belong to the makers lie open: settings, repositories, copies, keys, tools for debugging. */
public final class ExposedFilesCheck implements Check<ExposedSeen> {
    static final Reason ENV_FILE = Reason.fails("env-file");
    static final Reason REPOSITORY = Reason.fails("repository");
    static final Reason BACKUP = Reason.fails("backup");
    static final Reason CONFIG_FILE = Reason.fails("config-file");
    static final Reason KEY_FILE = Reason.fails("key-file");
    static final Reason DEBUG_ENDPOINT = Reason.fails("debug-endpoint");
    static final Reason ADMIN_TOOL = Reason.warns("admin-tool");
    static final Reason DIRECTORY_LISTING = Reason.fails("directory-listing");
    static final Reason LEFTOVER_FILE = Reason.warns("leftover-file");
    static final Reason SAYS_YES_TO_ALL = Reason.blocks("says-yes-to-all");
    static final Reason UNSTEADY = Reason.blocks("unsteady");

    private static final Set<Reason> OPEN = Set.of(
            ENV_FILE,
            REPOSITORY,
            BACKUP,
            CONFIG_FILE,
            KEY_FILE,
            DEBUG_ENDPOINT,
            ADMIN_TOOL,
            DIRECTORY_LISTING,
            LEFTOVER_FILE);
    private static final Map<String, Reason> BY_CODE =
            OPEN.stream().collect(Collectors.toMap(Reason::code, Function.identity()));
    private static final int DOORS = 4;
    private static final int CONTROLS = 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Override
    public String id() {
        return "secrets.exposed-files";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> all = new HashSet<>(OPEN);
        all.addAll(Set.of(SecretReasons.LIVE_SECRET, SecretReasons.TEST_KEY, SecretReasons.LOOKS_LIKE_A_SECRET));
        all.addAll(Set.of(SAYS_YES_TO_ALL, UNSTEADY));
        return Set.copyOf(all);
    }

    @Override
    public Class<ExposedSeen> observed() {
        return ExposedSeen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int doors = Math.min(DOORS, ExposedSearch.doors(portal).size());
        return Footprint.reading(doors * (ExposedPaths.all().size() + ServedFolders.REQUESTS + CONTROLS))
                .within(TIMEOUT);
    }

    @Override
    public ExposedSeen observe(CheckContext context) throws ProbeException, InterruptedException {
        Harvest harvest = new Harvest(context.secrets());
        ExposedSearch search = new ExposedSearch(context, harvest);
        List<Door> doors = new ArrayList<>();
        for (Url door : ExposedSearch.doors(context.portal())) {
            doors.add(search.look(door));
        }
        return new ExposedSeen(doors, harvest.found());
    }

    @Override
    public Judgement judge(ExposedSeen seen, Params params) {
        Tally tally = new Tally();
        int asked = 0;
        for (Door door : seen.doors()) {
            asked += door.asked();
            if (door.saysYesToAll()) {
                tally.unproven(
                        SAYS_YES_TO_ALL,
                        Map.of(
                                "base",
                                door.base(),
                                "open",
                                Integer.toString(door.open().size())));
                continue;
            }
            door.open().forEach(open -> tally.raise(raised(door, open)));
            if (!door.steady() || door.answered() * 2 < door.asked()) {
                tally.unproven(
                        UNSTEADY,
                        Map.of(
                                "base", door.base(),
                                "answered", Integer.toString(door.answered()),
                                "asked", Integer.toString(door.asked())));
            }
            tally.control(
                    "asked",
                    Map.of(
                            "base", door.base(),
                            "answered", Integer.toString(door.answered()),
                            "status", Integer.toString(door.missing())));
        }
        if (seen.doors().stream().noneMatch(Door::saysYesToAll)) {
            SecretReasons.raiseButPublic(tally, seen.found());
        }
        return tally.fact("asked", asked).fact("origins", seen.doors().size()).conclude();
    }

    private static Raised raised(Door door, Open open) {
        Reason reason = BY_CODE.get(open.reason());
        if (reason == null) {
            throw new IllegalStateException("no reason '" + open.reason() + "'");
        }
        return Raised.of(reason, Where.route("GET", open.path(), door.host()), Proof.CONFIRMED)
                .fact("url", door.base() + open.path())
                .fact("path", open.path())
                .fact("sign", open.sign())
                .fact("bytes", open.bytes())
                .locatedBy(door.base())
                .showing(open.evidence());
    }
}
