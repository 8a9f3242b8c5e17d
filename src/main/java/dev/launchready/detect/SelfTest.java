package dev.launchready.detect;

import dev.launchready.model.Proof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * Shows a scanner inputs that are known to be bad, made anew each time, before anybody believes its silence: one for each group of rules, one in
 * each layer, and one that is clean.
 */
public final class SelfTest {
    private static final String HEX = "0123456789abcdef";
    private static final String ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CLEAN = "const greeting = \"Welcome back\"; // nothing is hidden here\n".repeat(200);
    /** The rule whose values are shown in every layer. */
    private static final String LAYERED = "github-personal-token";

    private static final int KEY_BYTES = 600;
    /** The same inputs in every run: a test of ours must not fail by chance. */
    private static final long SEED = 20_261_121;

    private final SecretScanner scanner;
    private final Predicate<String> asked;
    private final Random random = new Random(SEED);
    private final List<String> problems = new ArrayList<>();

    private SelfTest(SecretScanner scanner, Predicate<String> asked) {
        this.scanner = scanner;
        this.asked = asked;
    }

    /** Tests the rules that come with this program; an empty list where all is well. */
    public static List<String> run() {
        return of(SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("self-test")));
    }

    /** Tests a scanner that goes by the rules of this program, or by more. Returns what is wrong, a sentence each. */
    public static List<String> of(SecretScanner scanner) {
        return test(scanner, id -> true);
    }

    /** Tests a scanner for the rules that it has: a person may have taken some away, but not all. */
    public static List<String> of(SecretScanner scanner, RuleSet rules) {
        if (rules.rules().isEmpty()) {
            return List.of("There is no rule.");
        }
        return test(scanner, id -> rules.rule(id).isPresent());
    }

    private static List<String> test(SecretScanner scanner, Predicate<String> asked) {
        SelfTest test = new SelfTest(scanner, asked);
        test.groups();
        if (asked.test(LAYERED)) {
            test.layers();
        }
        test.clean();
        return List.copyOf(test.problems);
    }

    private void groups() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("digitalocean-token", "dop_v1_" + of(HEX, 64));
        known.put(LAYERED, checked("ghp_"));
        known.put("stripe-live-secret-key", "sk_live_" + of(ALNUM, 64));
        known.put("sendgrid-key", "SG." + of(ALNUM, 22) + "." + of(ALNUM, 43));
        known.put("slack-bot-token", "xoxb-" + of("123456789", 12) + "-" + of("123456789", 12) + "-" + of(ALNUM, 24));
        known.put("circleci-token", "CCIPAT_" + of(ALNUM, 22) + "_" + of(HEX, 40));
        known.put("postgres-url", "postgres://app:" + of(ALNUM, 24) + "@db.self-test.net/app");
        known.put("openrouter-key", "sk-or-v1-" + of(HEX, 64));
        known.put("supabase-service-role", token("{\"iss\":\"supabase\",\"role\":\"service_role\"}"));
        known.put("okta-token", "OKTA_API_TOKEN=00" + of(ALNUM, 40));
        known.put("contentful-token", "CFPAT-" + of(ALNUM, 43));
        known.put("google-api-key", "AIza" + of(ALNUM, 35));
        known.put("newrelic-user-key", "NRAK-" + of("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 27));
        known.put("linear-key", "lin_api_" + of(ALNUM, 40));
        known.put(
                "slack-webhook",
                "https://hooks.slack.com/services/T" + of("ABCDEFGH234567", 10) + "/B" + of("ABCDEFGH234567", 10) + "/"
                        + of(ALNUM, 24));
        known.put("private-key", privateKey());
        known.put("generic-secret", "SESSION_SECRET=" + of(ALNUM, 24) + "7q" + of(ALNUM, 24) + "3");
        known.keySet().removeIf(asked.negate());
        known.forEach((rule, text) -> expect(rule, text.getBytes(StandardCharsets.UTF_8), rule));
    }

    private void layers() {
        String key = checked("ghp_");
        String rule = LAYERED;
        expect("UTF-16", ("key: " + key).getBytes(StandardCharsets.UTF_16), rule);
        expect("base64", Base64.getEncoder().encode(("the key is " + key).getBytes(StandardCharsets.UTF_8)), rule);
        expect("a large input", (CLEAN.repeat(200) + key + "\n" + CLEAN).getBytes(StandardCharsets.UTF_8), rule);
        List<SecretHit> hits = scan(key.getBytes(StandardCharsets.UTF_8));
        boolean proved = hits.size() == 1 && hits.get(0).proof() == Proof.CONFIRMED;
        if (!proved) {
            problems.add("A checksum that holds was not recognised.");
        }
        if (hits.stream().anyMatch(hit -> hit.toString().contains(key.substring(6)))) {
            problems.add("A value was told in clear.");
        }
    }

    private void clean() {
        if (!scan(CLEAN.getBytes(StandardCharsets.UTF_8)).isEmpty()) {
            problems.add("A clean text was said to hold a secret.");
        }
    }

    private void expect(String what, byte[] input, String rule) {
        if (scan(input).stream().noneMatch(hit -> hit.rule().equals(rule))) {
            problems.add("A known secret was not found: " + what + ".");
        }
    }

    private List<SecretHit> scan(byte[] input) {
        List<SecretHit> hits = new ArrayList<>();
        scanner.scan(input, Source.of("self-test"), hits::add);
        return hits;
    }

    private String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private String checked(String prefix) {
        String body = of(ALNUM, 30);
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return prefix + body + Checksums.base62(crc.getValue());
    }

    private String token(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "." + of(ALNUM, 43);
    }

    private String privateKey() {
        byte[] der = new byte[KEY_BYTES + 4];
        random.nextBytes(der);
        der[0] = 0x30;
        der[1] = (byte) 0x82;
        der[2] = (byte) (KEY_BYTES >> 8);
        der[3] = (byte) KEY_BYTES;
        return "-----BEGIN " + "PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END "
                + "PRIVATE KEY-----\n";
    }
}
