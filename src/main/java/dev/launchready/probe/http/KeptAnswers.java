package dev.launchready.probe.http;

import dev.launchready.model.Evidence.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps what the run is answered, in memory alone and bounded, each distinct answer once. Two answers are the same when sender, method, URL,
 * status, names of headers and body are.
 */
public final class KeptAnswers implements ExchangeListener, RunAnswers {
    private static final int KIBIBYTE = 1024;

    /** Of one body; a page or a list is seldom longer, and what a bundle holds has checks of its own. */
    static final int BODY_BYTES = 512 * KIBIBYTE;

    /** Of all bodies and what is kept with them. */
    static final long TOTAL_BYTES = 64L * KIBIBYTE * KIBIBYTE;

    /** What call, headers and evidence of one answer take, roughly. */
    private static final int FRAME_BYTES = 4 * KIBIBYTE;

    /** Of one request: more of them only differ in what changes with every answer. */
    static final int PER_REQUEST = 6;

    /** Of one place with whatever query and body, so that a burst with changing values does not push everything else out. */
    static final int PER_PLACE = 64;

    private static final Set<String> MEDIA = Set.of("image", "audio", "video", "font");

    private final long room;
    private final Map<String, byte[]> bodies = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<HttpAnswer> kept = new ArrayList<>();
    private long taken;
    private long takenByNobody;
    private long repeats;
    private long overflow;

    public KeptAnswers() {
        this(TOTAL_BYTES);
    }

    /** @param room in bytes, at most a half of it for what nobody is answered */
    KeptAnswers(long room) {
        this.room = room;
    }

    @Override
    public void answered(HttpAnswer answer) {
        byte[] body = worthKeeping(answer);
        String content = digest(body);
        Place place = Place.of(answer);
        synchronized (this) {
            if (!known.add(digest(identity(answer, content)))) {
                return;
            }
            if (full(place.request(), PER_REQUEST) || full(place.path(), PER_PLACE)) {
                repeats++;
                return;
            }
            keep(answer, body, content, place);
        }
    }

    private void keep(HttpAnswer answer, byte[] body, String content, Place place) {
        long size = (long) FRAME_BYTES + (bodies.containsKey(content) ? 0 : body.length);
        boolean nobody = answer.call().sender().equals(HttpCall.NOBODY);
        if (taken + size > room || (nobody && takenByNobody + size > room / 2)) {
            overflow++;
            return;
        }
        taken += size;
        takenByNobody += nobody ? size : 0;
        counts.merge(place.request(), 1, Integer::sum);
        counts.merge(place.path(), 1, Integer::sum);
        byte[] shared = bodies.computeIfAbsent(content, unseen -> body);
        kept.add(new HttpAnswer(
                answer.call(),
                answer.status(),
                answer.headers(),
                shared,
                answer.truncated() || shared.length < answer.body().length,
                answer.elapsed(),
                answer.protocol(),
                answer.address(),
                answer.evidence()));
    }

    @Override
    public synchronized List<HttpAnswer> all() {
        return List.copyOf(kept);
    }

    @Override
    public synchronized Left left() {
        return new Left(repeats, overflow);
    }

    private boolean full(String key, int most) {
        return counts.getOrDefault(key, 0) >= most;
    }

    /** Pictures, sound and fonts hold nothing that a reader of texts would find. */
    private static byte[] worthKeeping(HttpAnswer answer) {
        if (MEDIA.contains(answer.mediaType().split("/", 2)[0])) {
            return new byte[0];
        }
        return answer.body().length > BODY_BYTES ? Arrays.copyOf(answer.body(), BODY_BYTES) : answer.body();
    }

    private static byte[] identity(HttpAnswer answer, String content) {
        String names = answer.headers().stream()
                .map(Header::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        HttpCall call = answer.call();
        return String.join(
                        "\n", call.sender(), call.method(), call.url().toString(), "" + answer.status(), names, content)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Where an answer came from, as far as counting goes: as digests, since addresses and bodies may be long. */
    private record Place(String request, String path) {
        static Place of(HttpAnswer answer) {
            HttpCall call = answer.call();
            String asker = call.sender() + " " + call.method() + " " + answer.status() + " ";
            String sent = call.body().map(content -> digest(content.bytes())).orElse("");
            return new Place(
                    digest((asker + call.url() + " " + sent).getBytes(StandardCharsets.UTF_8)),
                    digest((asker + call.url().origin() + call.url().path()).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
