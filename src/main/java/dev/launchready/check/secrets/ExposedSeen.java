package dev.launchready.check.secrets;

import dev.launchready.model.Evidence;
import java.util.List;

/**
 * What lies open on the portal's origins.
 *
 * @param doors one for each origin and base path
 */
public record ExposedSeen(List<Door> doors, List<FoundSecret> found) {
    public ExposedSeen {
        doors = List.copyOf(doors);
        found = List.copyOf(found);
    }

    /**
     * One origin, or one base path of it.
     *
     * @param base the origin with the base path, without a slash at its end
     * @param asked how many paths
     * @param answered how many of them had an answer that could be judged
     * @param missing the status that a random address gets
     * @param steady whether the front page was answered before and after in the same way
     */
    public record Door(
            String base, String host, int asked, int answered, int missing, boolean steady, List<Open> open) {
        public Door {
            open = List.copyOf(open);
        }

        /** Whether more is there than can be true: then the host says yes to everything. */
        boolean saysYesToAll() {
            return open.size() * 2 > asked;
        }
    }

    /**
     * One thing that is there.
     *
     * @param reason the code of what it is
     * @param sign what of its content proved it: the first line, or the kind of file; nothing secret
     */
    public record Open(String reason, String path, int status, long bytes, String sign, Evidence evidence) {}
}
