package dev.launchready.check.dialect;

import java.util.ArrayList;
import java.util.List;

/** The dialects that judges of sessions and authorization are held to; written before the checks, after D15 of the rules. */
public final class Dialects {
    private Dialects() {}

    public static List<Dialect> all() {
        return List.of(
                new BearerJson(),
                new ErrorWith200(),
                new ServerPages(),
                new SoftMissing(),
                new ShellForAll(),
                new ThrowsFor(),
                new EmptyForOthers(),
                new BadRequests(),
                new NothingAtAll(),
                new OwnPage());
    }

    /** All of them, and two portals of which only recordings are known. */
    public static List<Dialect> withRecordings() {
        List<Dialect> all = new ArrayList<>(all());
        all.add(new Recorded("recordings-alone", false));
        all.add(new Recorded("graphql-recordings", true));
        return all;
    }

    /** All of them with an admin and a route for admins alone. */
    public static List<Dialect> staffed() {
        return all().stream().map(each -> (Dialect) new Staffed(each)).toList();
    }
}
