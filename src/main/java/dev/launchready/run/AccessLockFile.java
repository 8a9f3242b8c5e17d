package dev.launchready.run;

import dev.launchready.model.AccessLock;
import dev.launchready.model.AccessLock.Line;
import dev.launchready.model.AccessLock.Place;
import dev.launchready.model.Scorecard.AccessCell;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code access.lock}: a line for each route and role, {@code METHOD ROUTE | ROLE [on own|on ROLE] | WORD}. Sorted, without ids, accounts,
 * hosts and times, so that a difference between two of them is a difference between two portals.
 */
public final class AccessLockFile {
    private static final int VERSION = 1;
    private static final String NAME = "# launch-ready access.lock ";
    private static final String HEADER = NAME + VERSION;
    private static final Pattern LINE = Pattern.compile("([A-Z]+) (\\S.*?) \\| (\\S+)(?: on (\\S+))? \\| (\\S+)");
    private static final String SHAPE = "METHOD ROUTE | ROLE | ALLOWED, or METHOD ROUTE | ROLE on own | REFUSED";
    private static final List<String> WORDS = List.of(AccessCell.ALLOWED, AccessCell.REFUSED, AccessCell.UNKNOWN);

    private AccessLockFile() {}

    public static void write(List<Line> lines, Path file) throws IOException {
        StringBuilder text = new StringBuilder(HEADER)
                .append("\n# Who reaches what. Renewed by: launch-ready scan --write-access ")
                .append(file.getFileName())
                .append('\n');
        for (Line line : lines) {
            Place place = line.place();
            text.append(place.method())
                    .append(' ')
                    .append(place.route())
                    .append(" | ")
                    .append(place.role())
                    .append(place.on().map(on -> " on " + on).orElse(""))
                    .append(" | ")
                    .append(line.seen())
                    .append('\n');
        }
        WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param shown the file as a message calls it
     * @throws UnreadableRunException with a line for each fault, that names file and line and what would mend it
     */
    public static AccessLock read(Path file, String shown) throws IOException {
        List<String> text;
        try {
            text = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new UnreadableRunException(
                    shown + ": there is no such access lock; write it with --write-access " + shown);
        } catch (CharacterCodingException e) {
            throw new UnreadableRunException(shown + ": this is no text in UTF-8, so it is no access lock");
        }
        List<String> faults = new ArrayList<>();
        header(text.isEmpty() ? "" : text.get(0)).ifPresent(fault -> faults.add(shown + ":1: " + fault));
        List<Line> lines = faults.isEmpty() ? lines(text, shown, faults) : List.of();
        if (!faults.isEmpty()) {
            throw new UnreadableRunException(String.join("\n", faults));
        }
        return new AccessLock(shown, lines);
    }

    private static Optional<String> header(String first) {
        if (first.strip().equals(HEADER)) {
            return Optional.empty();
        }
        boolean newer =
                first.startsWith(NAME) && first.substring(NAME.length()).strip().matches("[0-9]{1,6}");
        return Optional.of(
                newer
                        ? "this access lock has format "
                                + first.substring(NAME.length()).strip() + ", and this launch-ready reads format "
                                + VERSION
                        : "the first line of an access lock is '" + HEADER
                                + "'; write the file anew with --write-access");
    }

    private static List<Line> lines(List<String> text, String shown, List<String> faults) {
        List<Line> lines = new ArrayList<>();
        Map<Place, Integer> known = new HashMap<>();
        for (int at = 1; at < text.size(); at++) {
            String each = text.get(at).strip();
            if (each.isEmpty() || each.startsWith("#")) {
                continue;
            }
            String where = shown + ":" + (at + 1) + ": ";
            Matcher parts = LINE.matcher(each);
            if (!parts.matches()) {
                faults.add(where + malformed(each));
            } else if (!WORDS.contains(parts.group(5))) {
                faults.add(where + "'" + parts.group(5) + "' is no word of an access lock; did you mean '"
                        + nearest(parts.group(5)) + "'?");
            } else {
                Place place =
                        new Place(parts.group(1), parts.group(2), parts.group(3), Optional.ofNullable(parts.group(4)));
                Integer before = known.putIfAbsent(place, at + 1);
                if (before != null) {
                    faults.add(where + "the same as line " + before + " is said here once more; keep one of them");
                }
                lines.add(new Line(place, parts.group(5), false, at + 1));
            }
        }
        return lines;
    }

    private static String malformed(String line) {
        boolean conflict = line.matches("(<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|).*");
        return conflict
                ? "a merge conflict was left in the file; resolve it, or write it anew with --write-access"
                : "a line reads " + SHAPE + ", not '" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "'";
    }

    /** The word that begins alike; a refusal where none does, since that is the safe one. */
    private static String nearest(String word) {
        return WORDS.stream()
                .filter(each -> !word.isEmpty() && each.regionMatches(true, 0, word, 0, 1))
                .findFirst()
                .orElse(AccessCell.REFUSED);
    }
}
