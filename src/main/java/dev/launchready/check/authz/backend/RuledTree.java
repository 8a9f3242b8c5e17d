package dev.launchready.check.authz.backend;

import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.util.List;
import java.util.Optional;

/** A service of Firebase in which security rules decide, path by path, who reads and who writes. */
interface RuledTree {
    ServiceKind kind();

    PlaceKind places();

    Gate gate();

    /** The address of a path, as the portal file would name it. */
    Url address(String path);

    /** Whether what answered, asked by nobody at the root, speaks as this service does; the answer in its words. */
    Survey.Reach reach(HttpAnswer answer);

    /** A request by nobody for the root, by which the service is known. */
    HttpCall greeting();

    /**
     * A small part of what is there.
     *
     * @param prefix the path of the place
     * @param below what of it is read, from the prefix on; empty: the place itself. Each row carries its own path from the prefix on as its id
     */
    Reading read(Reader reader, String prefix, String below) throws ProbeException, InterruptedException;

    /** Whatever a reader gets who may read everything, of the paths that are known; refused where the rules do not say so. */
    Reading everything(Reader reader, List<String> known) throws ProbeException, InterruptedException;

    /** What has that value in that field; empty where one cannot ask so. */
    Optional<Reading> where(Reader reader, String prefix, String field, String value)
            throws ProbeException, InterruptedException;

    /** A request that puts something new, with a marker in it, below a path; and where it will be then. */
    Putting putting(Reader reader, String prefix, String marker);

    /** @param address where it can be removed again */
    record Putting(HttpCall call, Url address) {}
}
