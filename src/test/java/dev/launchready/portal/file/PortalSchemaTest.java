package dev.launchready.portal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.launchready.model.Json;
import dev.launchready.portal.Portal;
import dev.launchready.portal.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader say the same about every file. */
class PortalSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path COMPLETE = Path.of("src/test/resources/portal/complete.yml");
    private static final Path SCHEMA = Path.of("docs/schema/portal.schema.json");

    @TempDir
    private Path folder;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsRightForBoth(Path example) throws Exception {
        assertThat(faults(Files.readString(example))).isEmpty();

        Portal portal = PortalFile.read(example, environment());

        assertThat(portal.identities()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(portal.secrets()).contains("value of ALICE_PASSWORD").doesNotContain("value of ALICE_EMAIL");
    }

    @Test
    void theFileWithEveryKeyIsRightForBoth() throws Exception {
        for (String name : List.of(
                "staging-ca.pem",
                "state.json",
                "alice.har",
                "openapi.yaml",
                "portal.postman_collection.json",
                "vars.json",
                "invite.eml",
                "onboarding.yml",
                "waivers.yml")) {
            Files.writeString(folder.resolve(name), SampleImports.minimal(name));
        }
        Path file = Files.copy(COMPLETE, folder.resolve("launch-ready.yml"));

        assertThat(faults(Files.readString(file))).isEmpty();
        Portal portal = PortalFile.read(file, environment());
        assertThat(portal.identities()).hasSize(13);
        assertThat(portal.flows().create()).hasSize(3);
    }

    @Test
    void theFileWithEveryKeyHasEveryKeyOfTheSchema() throws Exception {
        JsonNode schema = MAPPER.readTree(SCHEMA.toFile());
        Set<String> unseen = new TreeSet<>();
        SchemaKeys.of(schema).forEach(key -> unseen.add(key));
        String text = Files.readString(COMPLETE);

        assertThat(unseen).allSatisfy(key -> assertThat(text).containsPattern("[\\s{]\"?" + key + "\"?:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portl: {url: 'https://h.example'}",
                "portal: {name: x}",
                "portal: [https://h.example]",
                "portal: {url: portal.h.example}",
                "portal: {url: 'ftp://h.example'}",
                "portal: {url: 'https://user:pass@h.example'}",
                "portal: {url: 'https://h.example', hosts: h.example}",
                "portal: {url: 'https://h.example', hosts: ['h.example/path']}",
                "portal: {url: 'https://h.example', hosts: ['https://h.example/path']}",
                "portal: {url: 'https://h.example', mail-domain: 'https://h.example'}",
                "portal: {url: 'https://h.example', resolve: {h.example: here}}",
                "portal: {url: 'https://h.example', legacy-urls: {/a: b}}",
                "{portal: {url: 'https://h.example'}, consent: {by: me, allow: [everything]}}",
                "{portal: {url: 'https://h.example'}, consent: {by: me, until: soon}}",
                "{portal: {url: 'https://h.example'}, identities: [alice]}",
                "{portal: {url: 'https://h.example'}, identities: {alice: {role: client}}}",
                "{portal: {url: 'https://h.example'}, identities: {alice: {login: {kind: magic}}}}",
                "{portal: {url: 'https://h.example'}, identities: {alice: {login: {kind: basic, user: a}}}}",
                "{portal: {url: 'https://h.example'}, identities: {alice: {login: {kind: header}}}}",
                "{portal: {url: 'https://h.example'}, identities: {alice: {login: {kind: oauth2, token-url: 'https://h.example/t', grant: implicit}}}}",
                "{portal: {url: 'https://h.example'}, identities: {a b: {login: {kind: header, send-as: 'X: {token}'}}}}",
                "{portal: {url: 'https://h.example'}, routes: {public: [GET api/me]}}",
                "{portal: {url: 'https://h.example'}, routes: {private: [GET /api/me]}}",
                "{portal: {url: 'https://h.example'}, flows: {signin: POST /login}}",
                "{portal: {url: 'https://h.example'}, flows: {upload: {field: file}}}",
                "{portal: {url: 'https://h.example'}, flows: {create: {note: {request: POST /notes, id: $.id}}}}",
                "{portal: {url: 'https://h.example'}, latency: {rate: fast}}",
                "{portal: {url: 'https://h.example'}, mail: {mailbox: {kind: pop3, host: h, user: u, password: '${env:TOKEN}'}}}",
                "{portal: {url: 'https://h.example'}, backends: [{kind: parse, url: 'https://p.example'}]}",
                "{portal: {url: 'https://h.example'}, attest: {a.b: {by: me}}}",
                "{portal: {url: 'https://h.example'}, ai: [{request: POST /ai}]}"
            })
    void aBadFileIsWrongForBoth(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("launch-ready.yml"), text);

        assertThat(faults(text)).isNotEmpty();
        assertThatExceptionOfType(PortalFileException.class).isThrownBy(() -> PortalFile.read(file, environment()));
    }

    /** Every variable that an example may ask for. */
    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        String names =
                "ALICE_EMAIL ALICE_PASSWORD ALICE_USER BOB_EMAIL BOB_PASSWORD BOB_USER ADMIN_EMAIL ADMIN_PASSWORD"
                        + " ADMIN_TOTP STAFF_USER STAFF_PASSWORD MAILBOX_PASSWORD SUPABASE_ANON_KEY FIREBASE_API_KEY BYPASS TOKEN";
        for (String name : List.of(names.split(" "))) {
            environment.put(name, "value of " + name);
        }
        return environment;
    }

    private static List<Error> faults(String yaml) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.readTree(SCHEMA.toFile()));
        return schema.validate(node(YamlText.read(yaml, 1 << 20).json()));
    }

    private static JsonNode node(Json json) {
        if (json instanceof Json.Obj obj) {
            var node = MAPPER.createObjectNode();
            obj.members().forEach((name, value) -> node.set(name, node(value)));
            return node;
        }
        if (json instanceof Json.Arr arr) {
            var node = MAPPER.createArrayNode();
            arr.items().forEach(item -> node.add(node(item)));
            return node;
        }
        if (json instanceof Json.Num num) {
            return MAPPER.getNodeFactory().numberNode(num.value());
        }
        return json instanceof Json.Bool bool
                ? MAPPER.getNodeFactory().booleanNode(bool.value())
                : json.text().<JsonNode>map(MAPPER.getNodeFactory()::textNode).orElseGet(MAPPER::nullNode);
    }
}
