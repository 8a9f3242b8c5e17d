package dev.launchready.check.face;

import dev.launchready.check.face.Likeness.Weights;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the portal answers for what it does not have: some say 404, some send everybody to the sign-in page, some serve the same shell for
 * every path. Learnt from random paths of several shapes, since servers tell dot files and file names from pages.
 */
public final class SoftNotFound {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Logger LOG = LoggerFactory.getLogger(SoftNotFound.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The shapes of paths that servers treat apart. */
    enum Shape {
        PAGE("/lr%s"),
        DEEP("/lr%s/%s"),
        DOT_FILE("/.lr%s"),
        SCRIPT("/lr%s.js"),
        FILE("/lr%s.txt");

        private final String template;

        Shape(String template) {
            this.template = template;
        }

        static Shape of(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (path.contains("/.")) {
                return DOT_FILE;
            }
            if (name.matches(".+\\.(m?js|css|map)")) {
                return SCRIPT;
            }
            if (name.matches(".+\\.[A-Za-z0-9]{1,8}")) {
                return FILE;
            }
            return path.lastIndexOf('/') > 0 ? DEEP : PAGE;
        }
    }

    private final Map<Shape, Likeness> known;
    private final Weights weights;

    private SoftNotFound(Map<Shape, Likeness> known, Weights weights) {
        this.known = new EnumMap<>(known);
        this.weights = weights;
    }

    /**
     * Learns it anew; a wall that came up in mid-run shows as a difference, see {@link #agreesWith}.
     *
     * @throws ProbeException when a random page has no answer at all
     */
    public static SoftNotFound learn(HttpProbe http, Url portal) throws ProbeException, InterruptedException {
        Likeness first = Likeness.of(random(http, portal, Shape.PAGE));
        Map<Shape, Likeness> known = new EnumMap<>(Map.of(Shape.PAGE, first));
        for (Shape shape : EnumSet.complementOf(EnumSet.of(Shape.PAGE))) {
            try {
                known.put(shape, Likeness.of(random(http, portal, shape)));
            } catch (ProbeException e) {
                LOG.debug("a random {} has no answer: {}", shape, e.code());
            }
        }
        Likeness replay = Likeness.of(random(http, portal, Shape.PAGE));
        return new SoftNotFound(known, Weights.USUAL.fadedBy(first.shares(replay)));
    }

    /** Whether the answer says that nothing is there, whatever its status. */
    public boolean looksMissing(HttpAnswer answer) {
        if (answer.status() == 404 || answer.status() == 410) {
            return true;
        }
        Likeness likeness = Likeness.of(answer);
        Shape shape = Shape.of(answer.call().url().path());
        return known.entrySet().stream()
                .filter(entry -> comparable(entry.getKey(), shape))
                .anyMatch(entry -> entry.getValue().to(likeness, weights) >= Likeness.ALIKE);
    }

    /** Whether random paths are answered as if they were there: only content can then tell that something is. */
    public boolean wildcard() {
        return known.getOrDefault(Shape.PAGE, known.values().iterator().next()).status() / 100 == 2;
    }

    /** The status that a random page gets. */
    public int status() {
        return known.getOrDefault(Shape.PAGE, known.values().iterator().next()).status();
    }

    /** Whether the portal still answers as it did when the other was learnt. */
    public boolean agreesWith(SoftNotFound other) {
        return known.entrySet().stream().allMatch(entry -> {
            Likeness there = other.known.get(entry.getKey());
            return there != null && entry.getValue().to(there, weights) >= Likeness.ALIKE;
        });
    }

    private static boolean comparable(Shape learnt, Shape asked) {
        List<Shape> pages = List.of(Shape.PAGE, Shape.DEEP);
        return learnt == asked || (pages.contains(learnt) && pages.contains(asked));
    }

    private static HttpAnswer random(HttpProbe http, Url portal, Shape shape)
            throws ProbeException, InterruptedException {
        HttpCall call = HttpCall.get(portal.at(String.format(Locale.ROOT, shape.template, word(), word())));
        HttpAnswer answer = http.send(call);
        return answer.status() == TOO_MANY_REQUESTS ? patiently(http, call) : answer;
    }

    /** The probe itself waits after a 429; one that comes again would make every refusal look like a page that is missing. */
    private static HttpAnswer patiently(HttpProbe http, HttpCall call) throws ProbeException, InterruptedException {
        HttpAnswer again = http.send(call);
        if (again.status() == TOO_MANY_REQUESTS) {
            String says = call.url().authority() + " answers too many requests (429) to a few polite ones.";
            throw new ProbeException.Unreachable(says, new IOException(says));
        }
        return again;
    }

    private static String word() {
        return Long.toString(RANDOM.nextLong() >>> 16, Character.MAX_RADIX);
    }
}
