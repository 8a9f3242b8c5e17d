package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that shares parts with another: what is heard again there and what is scanned anew must be what a whole scan finds. */
class SharedScanTest {
    private static final SecretScanner SCANNER = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("test"));
    private static final int VERSIONS = 40;
    private static final int LARGE = 20_000;
    /** Longer than all but private keys are, so that what is in the middle is cut off from nothing but by a change. */
    private static final String FAR = "\n" + "a line of plain words\n".repeat(100);

    private static final String KEY = Samples.privateKey("RSA");

    /** A text made of parts of another and of pieces of its own, as a delta makes it. */
    private static final class Made implements Shared {
        private final byte[] base;
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private final List<int[]> parts = new ArrayList<>();

        Made(byte[] base) {
            this.base = base;
        }

        Made copy(int from, int to) {
            if (to > from) {
                parts.add(new int[] {text.size(), from, to - from});
                text.write(base, from, to - from);
            }
            return this;
        }

        Made insert(String piece) {
            text.writeBytes(piece.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        byte[] bytes() {
            return text.toByteArray();
        }

        @Override
        public int count() {
            return parts.size();
        }

        @Override
        public int to(int part) {
            return parts.get(part)[0];
        }

        @Override
        public int from(int part) {
            return parts.get(part)[1];
        }

        @Override
        public int length(int part) {
            return parts.get(part)[2];
        }
    }

    private static List<SecretHit> whole(byte[] bytes) {
        List<SecretHit> hits = new ArrayList<>();
        SCANNER.worker().scan(bytes, 0, bytes.length, Source.of("app"), hits::add);
        return hits;
    }

    /** Pieces of the kinds that source files are made of, some with a secret, some that only look like the begin or end of one. */
    private static String piece(Random random) {
        Samples samples = Samples.seeded(random.nextInt(40));
        return switch (random.nextInt(22)) {
            case 0 -> "const stripe = '" + samples.stripeLive() + "';\n";
            case 1 -> samples.githubToken("ghp_");
            case 2 -> "password = \"" + samples.of(Samples.ALNUM, 8 + random.nextInt(30)) + "\"\n";
            case 3 -> "api_key:\n";
            case 4 -> "  \"" + samples.of(Samples.URL_SAFE, 32) + "\"\n";
            case 5 -> Samples.base64("token=" + samples.githubToken("ghp_") + " and more words here");
            case 6 -> HexFormat.of().formatHex(("k=" + samples.stripeLive()).getBytes(StandardCharsets.US_ASCII));
            case 7 -> KEY.substring(0, random.nextInt(KEY.length()));
            case 8 -> KEY.substring(random.nextInt(KEY.length()));
            case 9 -> KEY;
            case 10 -> "postgres://app:" + samples.of(Samples.ALNUM, 16) + "@db.harbor.example/app\n";
            case 11 -> "%22" + samples.stripeLive() + "%22";
            case 12 -> "\\x22\\u0041" + samples.githubToken("gho_") + "\\x22";
            case 13 -> "\"sk_live_\" + \"" + samples.of(Samples.ALNUM, 60) + "\"";
            case 14 -> "\n";
            case 15 -> "\"";
            case 16 -> " ".repeat(random.nextInt(20));
            case 17 -> samples.of(Samples.ALNUM + "+/", random.nextInt(200));
            case 18 ->
                Samples.base64("a line of words that goes on and on, " + samples.stripeLive() + ", and on")
                        .replaceAll("(.{64})", "$1\n  ");
            case 19 -> "Authorization: Bearer " + samples.of(Samples.URL_SAFE, 40) + "\n";
            case 20 -> "the word secret and the word token = in a sentence. ".repeat(random.nextInt(12));
            default -> "  private final String name = names.get(" + random.nextInt(1000) + "); // key, value\n";
        };
    }

    private static String pieces(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int piece = 0; piece < count; piece++) {
            text.append(piece(random));
        }
        return text.toString();
    }

    private static Made change(byte[] base, Random random) {
        Made made = new Made(base);
        int at = 0;
        int edits = 1 + random.nextInt(5);
        for (int edit = 0; edit < edits; edit++) {
            int next = at + random.nextInt(base.length - at + 1);
            made.copy(at, next).insert(random.nextInt(3) == 0 ? "" : pieces(random, random.nextInt(3)));
            at = Math.min(base.length, next + random.nextInt(random.nextBoolean() ? 4 : 300));
        }
        made.copy(at, Math.min(base.length, at + LARGE));
        if (random.nextInt(4) == 0 && base.length < LARGE) {
            int from = random.nextInt(base.length);
            made.copy(from, from + random.nextInt(base.length - from));
        }
        return made;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void finds_exactly_what_a_whole_scan_finds(long seed) {
        Random random = new Random(seed);
        ScanWorker worker = SCANNER.worker();
        byte[] text = pieces(random, 10 + random.nextInt(50)).getBytes(StandardCharsets.ISO_8859_1);
        Made made = new Made(new byte[0]);
        Heard heard = Heard.NOTHING;
        int found = 0;
        for (int version = 0; version < VERSIONS; version++) {
            List<SecretHit> hits = new ArrayList<>();
            worker.scan(text, text.length, Source.of("app"), heard, made, hits::add);
            assertThat(hits).as("version %d of %d", version, seed).isEqualTo(whole(text));
            found += hits.size();
            heard = worker.heard();
            made = change(text, random);
            text = made.bytes();
        }
        assertThat(found).isGreaterThan(VERSIONS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 9, 33, 64, 500, 1600, 20_000})
    void a_change_at_any_distance_from_a_keyword_counts(int distance) {
        String gap = "x".repeat(distance);
        List<String> befores =
                List.of("\"", "p", "// ", "\n", "%2", "\\", "=", "sk_", "-----BEGIN ", "password='", "a://u:");
        String value = Samples.seeded(7).stripeLive();
        List<String> afters =
                List.of("\"", "Z", "'", "\n", "@host", "-----END PRIVATE KEY-----", " = \"" + value + "\"");
        for (String middle : List.of(value, "secret", "://", KEY, "api_key = ", Samples.base64(value + value))) {
            for (String piece : befores) {
                same(new Changed("", gap + middle, piece, 0));
            }
            for (String piece : afters) {
                same(new Changed(middle + gap, "", piece, middle.length() + distance));
            }
        }
    }

    /** What came to nothing must be tried again when its end comes in, however far off. */
    @Test
    void a_value_that_is_closed_later_is_found_then() {
        int found = 0;
        for (int length = 6; length < 140; length += 3) {
            String value = Samples.seeded(length).of(Samples.ALNUM, length);
            found += same(new Changed("password = \"" + value, "", "\"\n", 12 + length));
            found += same(new Changed("const clientSecret = '" + value, "", "';\n", 22 + length));
            found += same(new Changed("amqp://app:" + value, "", "@queue.harbor-coaching.net/app", 11 + length));
            String name = "_of_the_site_client_secret = \"" + value + "\"\n";
            found += same(new Changed("public", name, "\n", 6));
            String token = Samples.seeded(length).githubToken("ghp_");
            found += same(new Changed("t: " + token.substring(0, 34), "", token.substring(34), 37));
            found += same(new Changed("", value + "\"\n", "api_key = \"", 0));
            found += same(new Changed("", "_password: \"" + value + "\"\n", "my", 0));
            found += same(
                    new Changed("GITHUB", " = \"" + Samples.seeded(length).githubToken("ghp_") + "\"", "_TOKEN", 6));
        }
        int end = KEY.indexOf("-----END");
        found += same(new Changed(KEY.substring(0, end), "", KEY.substring(end), end));
        found += same(new Changed("", KEY.substring(11), KEY.substring(0, 11), 0));
        assertThat(found).isGreaterThan(100);
    }

    /** A piece that comes in between two parts. */
    private record Changed(String before, String after, String piece, int at) {}

    /** @return how many finds came with the piece */
    private static int same(Changed changed) {
        ScanWorker worker = SCANNER.worker();
        byte[] base = (FAR + changed.before() + changed.after() + FAR).getBytes(StandardCharsets.ISO_8859_1);
        worker.scan(base, base.length, Source.of("app"), Heard.NOTHING, new Made(base), hit -> {});
        int at = FAR.length() + changed.at();
        Made made = new Made(base).copy(0, at).insert(changed.piece()).copy(at, base.length);
        List<SecretHit> hits = new ArrayList<>();
        byte[] text = made.bytes();
        worker.scan(text, text.length, Source.of("app"), worker.heard(), made, hits::add);
        assertThat(hits).as("%s", changed).isEqualTo(whole(text));
        return Math.max(0, hits.size() - whole(base).size());
    }

    @Test
    void what_was_heard_of_another_kind_of_text_serves_nobody() {
        String key = Samples.seeded(3).stripeLive();
        byte[] text = ("a = \"" + key + "\"\npassword = \"" + key + "\"\n").getBytes(StandardCharsets.US_ASCII);
        ScanWorker worker = SCANNER.worker();
        worker.scan(text, text.length, Source.of("app"), Heard.NOTHING, new Made(text), hit -> {});
        Heard heard = worker.heard();
        assertThat(heard.size()).isPositive();
        Function<Made, List<SecretHit>> again = made -> {
            List<SecretHit> hits = new ArrayList<>();
            byte[] bytes = made.bytes();
            worker.scan(bytes, bytes.length, Source.of("app"), heard, made, hits::add);
            return hits;
        };
        Made binary = new Made(text).insert("\0").copy(0, text.length);
        assertThat(again.apply(binary)).isEqualTo(whole(binary.bytes()));
        byte[] wide = new String(text, StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_16LE);
        Made utf16 = new Made(text).insert(new String(wide, StandardCharsets.ISO_8859_1));
        assertThat(again.apply(utf16)).isEqualTo(whole(utf16.bytes())).isNotEmpty();
        assertThat(worker.heard()).isSameAs(Heard.NOTHING);
        Made half = new Made(text).copy(0, text.length / 2);
        assertThat(again.apply(half)).isEqualTo(whole(Arrays.copyOf(text, text.length / 2)));
    }
}
