package dev.launchready.check.secrets;

import java.util.List;

/**
 * The source maps that anybody can read.
 *
 * @param scripts and styles whose maps were looked for
 * @param named how many scripts the pages name
 * @param guessed of the maps, how many were looked for at an address that nothing names
 * @param missed what a script names and could not be read, a sentence each
 */
public record MapsSeen(
        List<PublicMap> maps, List<FoundSecret> found, int scripts, int named, int guessed, List<String> missed) {
    public MapsSeen {
        maps = List.copyOf(maps);
        found = List.copyOf(found);
        missed = List.copyOf(missed);
    }

    /**
     * One map.
     *
     * @param url without query
     * @param told how it was found: {@code comment}, {@code header}, {@code guess} or {@code inline}
     * @param own paths of the portal's own sources, those with content first; at most twenty
     * @param ownCount how many sources are the portal's own, {@code withContent} of them with their text
     * @param server paths whose text belongs to a server
     * @param whole whether the map could be read to its end
     */
    public record PublicMap(
            String url,
            String script,
            String host,
            String told,
            List<String> own,
            int ownCount,
            int withContent,
            List<String> server,
            boolean whole) {
        public PublicMap {
            own = List.copyOf(own);
            server = List.copyOf(server);
        }
    }
}
