package dev.launchready.portal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of a file is one sentence with its place. */
class PortalFileProblemsTest {
    private static final String URL = "portal: {url: 'https://h.example'}\n";
    private static final String ALICE = URL + "identities:\n  alice: {login: {kind: header, send-as: 'X: {token}'}}\n";

    @TempDir
    private Path folder;

    private List<String> problems(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("launch-ready.yml"), bytes);
        try {
            PortalFile.read(file, Map.of("EMPTY", "", "PW", "hunter2hunter2"));
            return List.of();
        } catch (PortalFileException e) {
            return e.problems().stream()
                    .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.says())
                    .toList();
        }
    }

    private List<String> problems(String text) throws IOException {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "portal:\n\turl: https://h.example\n",
                        "2:1: a tab stands in the indentation; YAML takes spaces only"),
                Arguments.of(
                        URL + "portal: {url: 'https://i.example'}\n",
                        "2:1: key 'portal' stands twice; it is already in line 1"),
                Arguments.of(URL + "routes: {pubic: []}\n", "2:10: unknown key 'pubic'; did you mean 'public'?"),
                Arguments.of(
                        URL + "health: [GET /a/${env:NOPE}]\n",
                        "2:18: this cannot be read as YAML; inside { } and [ ] write a value in quotes: \"${env:NAME}\""),
                Arguments.of(
                        URL
                                + "flows:\n  create:\n    note: {request: POST /notes, body: {a: '{randm}'}, id: $.id, undo: none}\n",
                        "4:44: unknown placeholder '{randm}'; did you mean 'random'?"),
                Arguments.of(
                        URL + "flows:\n  recovery: POST /recover/{owns.user}\n",
                        "3:13: '{owns.user}' is filled in flows.create and flows.search only; write an id in flows.recovery"),
                Arguments.of(
                        URL + "waivers: ${env:NOPE}\n",
                        "2:10: environment variable NOPE is not set; set it (export NOPE=...), or name a file that holds it: --env-file FILE"),
                Arguments.of(
                        URL + "waivers: ${env:EMPTY}\n",
                        "2:10: environment variable EMPTY is empty; set it (export EMPTY=...), or name a file that holds it: --env-file FILE"),
                Arguments.of(
                        URL + "waivers: ${evn:NOPE}\n",
                        "2:10: '${evn' is unknown; did you mean 'env'?; a literal ${ is written $${"),
                Arguments.of(URL + "waivers: ${env:NOPE\n", "2:10: '${' is not closed by '}'"),
                Arguments.of(URL + "waivers: \"${file:nope.txt}\"\n", "2:10: ${file:nope.txt}: there is no such file"),
                Arguments.of(
                        "portal: {url: 'h.example'}",
                        "1:15: 'h.example' is no web address: it must begin with https:// or http://"),
                Arguments.of(
                        "portal: {url: 'https://u:p@h.example'}",
                        "1:15: a web address may not carry credentials: give them under identities instead"),
                Arguments.of(
                        URL + "consent: {by: me, until: 2027-13-01}\n",
                        "2:26: '2027-13-01' is no date; write year, month and day, such as 2027-01-31"),
                Arguments.of(
                        ALICE + "flows: {logout: {request: POST /logout, as: alcie}}\n",
                        "4:45: 'as' names no identity of this file: 'alcie'; did you mean 'alice'?"),
                Arguments.of(URL + "latency: {rate: 0}\n", "2:17: 'latency.rate' must be between 0.1 and 10000"),
                Arguments.of(URL + "latency: {p95-ms: 1.5}\n", "2:19: 'latency.p95-ms' must be a whole number"),
                Arguments.of(
                        URL + "identities: {bob: }\n", "2:18: 'identities.bob' must be a mapping with keys, not empty"),
                Arguments.of(
                        "portal: {url: 'https://h.example', hosts: ['::1']}",
                        "1:44: '::1' is no host: write its name (www.harbor.example), or scheme, name and port (http://www.harbor.example:8080) where it has a door of its own"),
                Arguments.of("", "1:1: the file must be a mapping with keys, not empty"),
                Arguments.of("[1, 2]", "1:1: the file must be a mapping with keys, not a list"),
                Arguments.of(URL + "---\n" + URL, "2:1: a second document begins here; the file must hold one"),
                Arguments.of(URL + "? [a, b]\n: c\n", "2:3: a key must be a text; values such as {name} need quotes"),
                Arguments.of(
                        URL + "identities: {a: {login: {kind: basic, user: a, password: hunter2}}}\n",
                        "2:58: 'identities.a.login.password' is a credential written in clear, which is accepted for a portal on loopback only;"
                                + " put it into the environment and write ${env:NAME}"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsOneSentenceWithItsPlace(String text, String problem) throws IOException {
        assertThat(problems(text)).containsExactly(problem);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        assertThat(problems(URL + "routes: {import: [openapi.yaml]}\n"))
                .singleElement()
                .asString()
                .startsWith("2:19: there is no file openapi.yaml");
    }

    @Test
    void aBillionLaughsEndInOneSentence() throws IOException {
        StringBuilder bomb = new StringBuilder(URL).append("a0: &a0 [x, x]\n");
        for (int level = 1; level < 40; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }

        assertThat(problems(bomb.toString())).singleElement().asString().contains("aliases unfold without end");
    }

    @Test
    void deepNestingEndsInOneSentence() throws IOException {
        assertThat(problems(URL + "a: " + "[".repeat(5_000) + "]".repeat(5_000)))
                .singleElement()
                .asString()
                .contains("nested more than 100 deep");
        assertThat(problems(URL + "a: &a [*a]\n")).singleElement().asString().contains("nested more than 100 deep");
    }

    @Test
    void aHugeFileIsNotReadWhole() throws IOException {
        assertThat(problems((URL + "#" + "x".repeat(6 << 20)))).containsExactly("1:1: the file is larger than 5 MB");
    }

    @Test
    void bytesThatAreNoTextAreSaidToBeSo() throws IOException {
        assertThat(problems(new byte[] {'a', (byte) 0xff, (byte) 0xfe}))
                .containsExactly("1:1: the file is no UTF-8 text");
        assertThat(problems("portal: \u0000")).singleElement().asString().contains("control character");
    }

    @Test
    void aBrokenFileNeverEndsInAnythingButSentences() throws IOException {
        List<String> files = List.of(
                Files.readString(Path.of("examples/express-jwt.yml")),
                Files.readString(Path.of("examples/nextjs-supabase.yml")),
                Files.readString(Path.of("src/test/resources/portal/complete.yml")));
        Random random = new Random(20261121);
        for (int round = 0; round < 1_500; round++) {
            StringBuilder text = new StringBuilder(files.get(round % files.size()));
            for (int change = 0; change <= random.nextInt(4); change++) {
                int at = random.nextInt(text.length() - 1);
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(0x250));
                    case 1 -> text.deleteCharAt(at);
                    case 2 -> text.insert(at, "{}[]\":,&*!%#$\n\t ".charAt(random.nextInt(16)));
                    default -> text.delete(at, Math.min(text.length() - 2, at + random.nextInt(40)));
                }
            }
            List<String> problems = problems(text.toString());

            assertThat(problems)
                    .as(text.toString())
                    .isNotEmpty()
                    .allMatch(problem -> problem.matches("(?s)\\d+:\\d+: \\S.*"));
        }
    }

    @Test
    void noProblemShowsTheValueOfACredential() throws IOException {
        String text = URL + """
                identities:
                  a: {login: {kind: basic, user: a, password: canary-in-clear}}
                  b: {login: {kind: json, request: "POST /x y ${env:PW}", body: {p: "canary1${env:PW}", q: [canary2!]}}}
                  c: {login: {kind: header, send-as: "canary3"}}
                  d: {login: {kind: cookie, send-as: "Cookie: sid=canary4"}}
                  e: {login: {kind: bearer, token: {canary5: 1}}}
                """;

        assertThat(problems(text))
                .hasSizeGreaterThanOrEqualTo(5)
                .noneMatch(problem -> problem.contains("canary-in") || problem.contains("hunter2"))
                .noneMatch(problem -> problem.matches(".*canary[1-4].*"));
    }
}
