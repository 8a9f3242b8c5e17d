package dev.launchready.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** What the portal's builds and servers leave on disk. Every value is made anew, and opens nothing. */
record DemoLeavings(Switches on) {
    /** Folders beside the portal file. */
    static final String BUILD = "dist";

    static final String LOGS = "logs";

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LINES = 40;

    void write(Path folder) throws IOException {
        DemoSource.put(
                folder.resolve(BUILD + "/index.html"),
                "<!doctype html><title>Harbor</title><script src=app.js></script>");
        DemoSource.put(folder.resolve(BUILD + "/app.js"), bundle());
        DemoSource.put(folder.resolve(LOGS + "/portal.log"), log(today()));
        DemoSource.put(folder.resolve(LOGS + "/portal.log.1"), log(yesterday()));
        Files.write(folder.resolve(LOGS + "/portal.log.2.gz"), packed(log(before())));
    }

    private String bundle() {
        StringBuilder text = new StringBuilder("(()=>{const t={title:\"Harbor\"};");
        if (on.has(LeakFlaws.BUILT_IN)) {
            text.append("const k=\"").append(key("sk_live_")).append("\";");
        }
        if (on.has(LeakFlaws.BUILT_IN_TEST)) {
            text.append("const s=\"").append(key("sk_test_")).append("\";");
        }
        if (on.has(LeakFlaws.BUILT_IN_PERHAPS)) {
            text.append("const d=\"").append(database()).append("\";");
        }
        return text.append("document.title=t.title})();\n").toString();
    }

    private List<String> today() {
        List<String> lines = new ArrayList<>();
        if (on.has(LeakFlaws.PASSWORDS)) {
            lines.add("POST /login {\"user\":17,\"password\":\"" + random(9) + "7!\"}");
        }
        if (on.has(LeakFlaws.SESSION_IDS)) {
            lines.add("GET /dashboard session_id=" + random(31) + "7");
        }
        if (on.has(LeakFlaws.BEARER_TOKENS)) {
            lines.add("GET /api/me authorization: Bearer " + random(39) + "7");
        }
        if (on.has(LeakFlaws.NATIONAL_IDS)) {
            lines.add(
                    "profile saved ssn=" + (100 + number(800)) + "-" + (10 + number(80)) + "-" + (1000 + number(8000)));
        }
        if (on.has(LeakFlaws.CONTACT_DETAILS)) {
            lines.add("profile saved phone=+49 30 " + (1_000_000 + number(8_000_000)));
        }
        if (on.has(LeakFlaws.EMAIL_ADDRESSES)) {
            lines.add("invitation sent to " + random(8).toLowerCase(Locale.ROOT) + "@north.harbor.example");
        }
        if (on.has(LeakFlaws.LOGGED_KEY)) {
            lines.add("payment provider refused key " + key("sk_live_"));
        }
        if (on.has(LeakFlaws.LOGGED_TEST_KEY)) {
            lines.add("payment provider refused key " + key("sk_test_"));
        }
        if (on.has(LeakFlaws.LOGGED_PERHAPS)) {
            lines.add("cannot connect to " + database());
        }
        return lines;
    }

    private List<String> yesterday() {
        return on.has(LeakFlaws.CARD_NUMBERS) ? List.of("order 17 paid with card " + card()) : List.of();
    }

    private List<String> before() {
        return on.has(LeakFlaws.ACCOUNT_NUMBERS) ? List.of("refund to " + account()) : List.of();
    }

    private static String log(List<String> among) {
        List<String> lines = new ArrayList<>(IntStream.range(0, LINES)
                .mapToObj(at -> "GET /dashboard 200 in " + (12 + at) + " ms, account " + (100 + at))
                .toList());
        lines.addAll(LINES / 2, among);
        return IntStream.range(0, lines.size())
                .mapToObj(at -> String.format(Locale.ROOT, "2026-11-20T08:%02d:00.000Z INFO %s%n", at, lines.get(at)))
                .collect(Collectors.joining());
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static int number(int below) {
        return Math.floorMod(new BigInteger(Randomness.bytes(8)).intValue(), below);
    }

    static String random(int length) {
        return IntStream.range(0, length)
                .mapToObj(at -> String.valueOf(LETTERS.charAt(number(LETTERS.length()))))
                .collect(Collectors.joining());
    }

    static String key(String prefix) {
        return prefix + random(47) + "7q";
    }

    static String database() {
        return "postgres://portal:" + random(11) + "7@db/portal";
    }

    /** Of a length and a beginning that cards have, with the check digit of Luhn. */
    private static String card() {
        String digits = "4"
                + IntStream.range(0, 14)
                        .mapToObj(at -> String.valueOf(number(10)))
                        .collect(Collectors.joining());
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int doubled = (digits.charAt(digits.length() - 1 - at) - '0') * (at % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** With the two check digits of ISO 7064. */
    private static String account() {
        String account = "" + (100_000_000L + number(800_000_000)) + (100_000_000L + number(800_000_000));
        int rest =
                new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
        return String.format(Locale.ROOT, "DE%02d%s", 98 - rest, account);
    }
}
