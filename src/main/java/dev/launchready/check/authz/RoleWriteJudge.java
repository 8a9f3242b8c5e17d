package dev.launchready.check.authz;

import dev.launchready.check.Listing;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.FunctionLevelCheck.Deed;
import dev.launchready.check.authz.FunctionLevelCheck.Fate;
import dev.launchready.check.authz.FunctionLevelCheck.Seen;
import dev.launchready.check.authz.FunctionLevelCheck.Written;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.session.Slots;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges who wrote by the routes of another role. What was not tried is told, so that reading alone passes nothing. */
final class RoleWriteJudge {
    private final Seen seen;
    private final Tally tally;

    RoleWriteJudge(Seen seen, Tally tally) {
        this.seen = seen;
        this.tally = tally;
    }

    /** How many were turned away. */
    int judge() {
        int refusals = 0;
        for (Written written : seen.written()) {
            if (written.fate() == Fate.REFUSED) {
                refusals += written.refused();
                tally.control(
                        "role-writes",
                        Map.of(
                                "method", written.method(),
                                "route", written.template(),
                                "role", written.role(),
                                "owner", written.owner()));
            }
            raise(written);
        }
        tell(Fate.NO_CONSENT, FunctionLevelCheck.WRITES_NOT_ALLOWED);
        tell(Fate.OPEN, FunctionLevelCheck.WRITE_NOT_TRIED);
        return refusals;
    }

    /** One finding for a route and a pair of roles. */
    private void raise(Written written) {
        Set<String> pairs = new HashSet<>();
        Where place = Where.route(written.method(), written.template(), written.host());
        Where where = written.line().map(line -> place.in(seen.file(), line)).orElse(place);
        for (Deed deed : written.deeds()) {
            if (pairs.add(deed.roles())) {
                tally.raise(Raised.of(FunctionLevelCheck.OTHER_ROLE_WRITES, where, Proof.CONFIRMED)
                        .between(deed.roles())
                        .fact("method", written.method())
                        .fact("route", written.template())
                        .fact("role", written.role())
                        .fact("owner", written.owner())
                        .fact("writer", deed.writer())
                        .fact("status", deed.status())
                        .fact("sign", deed.sign())
                        .showing(deed.exchanges()));
            }
        }
    }

    private void tell(Fate fate, Reason reason) {
        List<Written> all =
                seen.written().stream().filter(each -> each.fate() == fate).toList();
        if (all.isEmpty()) {
            return;
        }
        List<String> routes =
                all.stream().map(each -> each.method() + " " + each.template()).toList();
        tally.unproven(reason, Map.of("routes", Listing.of(routes), "route", routes.get(0), "type", type(all.get(0))));
    }

    /** What is written to, else what the path ends in: it may be what is made there. */
    private static String type(Written written) {
        String path = written.template().replaceFirst("[?#].*$", "").replaceFirst("/$", "");
        return written.type().isEmpty() ? Slots.singular(path.substring(path.lastIndexOf('/') + 1)) : written.type();
    }
}
