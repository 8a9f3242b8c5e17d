package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.model.Proof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways in which a name is given its value, and what only looks so. */
class SpellingsTest {
    private static final SecretScanner SCANNER = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("test"));

    private static List<SecretHit> scan(String text, String file) {
        List<SecretHit> hits = new ArrayList<>();
        SCANNER.scan(text.getBytes(StandardCharsets.UTF_8), Source.of(file), hits::add);
        return hits;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var clientSecret string = \"%s\"",
                "$clientSecret .= \"%s\";",
                "<clientSecret>\n    %s\n</clientSecret>",
                "{\"config.ini\": \"CLIENT_SECRET=%s\\nBACKUP=true\"}",
                "#define CLIENT_SECRET \"%s\"",
                "%%global client_secret \"%s\"",
                "set client_secret \"%s\"",
                "clientSecret = config(\"CLIENT_SECRET\", default=\"%s\")",
                "clientSecret = config('CLIENT_SECRET', cast=str, default='%s')",
                "clientSecret = env.str(\"CLIENT_SECRET\", default='%s')",
                "[Service]\nEnvironment=CLIENT_SECRET=%s\n",
                "Environment=\"CLIENT_SECRET=%s\"",
                "environment:\n  - \"CLIENT_SECRET=%s\"\n",
                "FROM scratch\nENV CLIENT_SECRET=%s\nARG BASE=1",
                "ARG CLIENT_SECRET=%s\nRUN true",
                "tool login --client-secret %s --quiet",
                "tool login -clientSecret '%s'",
                "options(\"client_secret\", \"%s\")",
                "Name=a;ClientSecret=%s;Last=1"
            })
    void a_secret_is_found_however_it_is_assigned(String spelling) {
        String value = Samples.seeded(11).fill("{A40}");
        assertThat(scan(String.format(spelling, value), "app.conf"))
                .extracting(hit -> hit.ref().length())
                .containsExactly(value.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"names\":[\"init\",\"clientSecretBuilder\",\"chunk_I5DQTOEV7K2M\",\"run\"]",
                "export const NEW_PASSWORD_REQUIRED_V2 = \"FlowNewPasswordRequiredResultV2\";",
                "interface Options { adminPassword: XmlStringMaxLen256; }",
                "throw new Error(\"File is password-protected: ECMA-376 Extensible\")",
                "s.Search=Or,s.Password=a,s.OTP=u,s.TextArea=OC;",
                "docker login --password-stdin registry.harbor.net",
                "with(\"spring.datasource.password=some-password\", \"spring.datasource.driver=org.h2.Driver\")",
                "rookTable = 0023452Lllk2KqjLBvaxANWEgTd7bqjsxjo8aZj0wd",
                "ReactNativeCameraKit: f15a5a04b0f6dc6073e6db0296e6ef2d8b8d2522",
                "url(/static/box.ico-7a388b69018576d24b59331fd60aab0c.png)",
                "docker run --user 1000:1000 --user nginx:nginx app"
            })
    void what_only_looks_assigned_is_left_alone(String text) {
        assertThat(scan(text, "app.js")).isEmpty();
    }

    @Test
    void a_made_up_secret_of_a_test_is_a_hint_and_a_key_of_known_form_is_none() {
        String value = Samples.seeded(12).fill("session_secret = \"{A40}\"");
        assertThat(scan(value, "config/app.rb")).extracting(SecretHit::proof).containsExactly(Proof.STRONG);
        assertThat(scan(value, "test/app.rb")).extracting(SecretHit::proof).containsExactly(Proof.HEURISTIC);
        assertThat(scan(value, "https://harbor.example/test/app.js"))
                .extracting(SecretHit::proof)
                .containsExactly(Proof.STRONG);
        String key = "k = \"" + Samples.seeded(12).stripeLive() + "\"";
        assertThat(scan(key, "test/app.rb")).extracting(SecretHit::proof).containsExactly(Proof.STRONG);
    }

    @Test
    void the_folder_that_a_person_named_says_nothing_of_its_files() {
        byte[] text = Samples.seeded(13).fill("session_secret = \"{A40}\"").getBytes(StandardCharsets.UTF_8);
        List<SecretHit> hits = new ArrayList<>();
        SCANNER.scan(text, Source.under("/builds/test/", "app.rb"), hits::add);
        assertThat(hits).extracting(SecretHit::proof).containsExactly(Proof.STRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "godaddyKey: \"7h2Kq9Zx4Lw8Rt3Vb6Nm1Pc5\"",
                "GET /v1/list?key=3kx19qpx748ldb75lsjicbs6ipit6ssm HTTP/1.1",
                "zipcodeToken = \"ae047d5e-b057-411f-866c-3a45682a3dd7\"",
                "ssh deploy@10.0.0.7 (pw:Kq7!xTr2)",
                "id:deploy/PW:Kq7!xTr2, see the wiki",
                "\"host\": \"files.harbor.net\", \"user\": \"deploy\", \"password\": \"swordfish\""
            })
    void what_is_probably_a_secret_is_a_hint(String text) {
        assertThat(scan(text, "notes.md")).extracting(SecretHit::proof).containsExactly(Proof.HEURISTIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"LockToken\": \"447e55ac-2396-4c6d-b9f9-86b67c17f8b5\"",
                "MINISIGN_PUBKEY=\"RWTx5Zr1tiHQLwG9keckT0c45M3AGeHD6IvimQHpyRywVWGbP1aVSGav\"",
                "{\"urn:uuid:1077efec\":\"org.w3.clearkey\",\"urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed\":1}",
                "cacheKey: \"7h2Kq9Zx4Lw8Rt3Vb6Nm1Pc5\"",
                "f(sortKey, 'name')",
                "{\"siteKey\": \"7h2Kq9Zx4Lw8Rt3Vb6Nm1Pc5\"}",
                "public_encryption_key = \"7h2Kq9Zx4Lw8Rt3Vb6Nm1Pc5\"",
                "Authorization: Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b",
                "EMAIL_HOST_PASSWORD = 'changethissecret'",
                "SMTP_PASSWORD=getthemailsecret",
                "SECRET_KEY = 'django-insecure-{{ secret_key }}'",
                "token(\"clientSecret\", label=\"7h2Kq9Zx4Lw8Rt3Vb6Nm1Pc5\")",
                "if(a){y.pass=Ie.TRANSLUCENT1:i.alphaMode===R0.MASK&&(y.cutoff=1)}",
                "{host:\"localhost\",user:\"dev\",password:\"swordfish\"}"
            })
    void what_is_a_key_to_nothing_is_left_alone(String text) {
        assertThat(scan(text, "app.js")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET_KEY = 'django-insecure-{g50}'",
                "SECRET_KEY=django-insecure-{g50}\n",
                "SECRET_KEY={g50}\n",
                "SECRET_KEY = os.getenv(\"SECRET_KEY\", 'django-insecure-{g50}')",
                "SECRET_KEY = env('SECRET_KEY', default='{g50}')",
                "FERNET_KEYS = ['{s43}=']",
                "FERNET_KEYS = [\n    b'{s43}=',\n]",
                "cipher = Fernet(b'{s43}=')",
                "TABLE_FIELD_ENCRYPTION_KEY=\"{A40}\"",
                "headers={'Authorization': 'Token {h40}'}",
                "{\"name\":\"Authorization\",\"value\":\"Token {h40}\"}",
                "authorization: token {h40}"
            })
    void the_usual_settings_of_a_framework_are_found(String template) {
        for (int seed = 0; seed < 200; seed++) {
            String text = Samples.seeded(seed).fill(template);
            assertThat(scan(text, "settings.py"))
                    .as("seed %d", seed)
                    .filteredOn(hit -> hit.proof() != Proof.HEURISTIC)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EMAIL_HOST_PASSWORD = '{l4} {l4} {l4} {l4}'", "SMTP_PASSWORD={l16}", "mailPassword: {l16}"})
    void a_password_of_letters_alone_for_an_application_is_found(String template) {
        long found = IntStream.range(0, 200)
                .filter(seed ->
                        !scan(Samples.seeded(seed).fill(template), "app.conf").isEmpty())
                .count();
        assertThat(found).as("but for those that happen to be like words").isGreaterThanOrEqualTo(197);
    }

    @Test
    void a_salt_in_which_the_signs_of_a_reference_stand_by_chance_is_found() {
        String salt = Samples.seeded(5).fill("{w28}<%{{{w32}");
        assertThat(scan("define('AUTH_SALT', '" + salt + "');", "wp-config.php"))
                .extracting(SecretHit::rule)
                .containsExactly("wordpress-salt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "machine mail.harbor.net\n  login deploy\n  password swordfish",
                "db.harbor.net:5432:app:deploy:swordfish",
                "<Server><Host>f.harbor.net</Host><Pass>swordfish</Pass></Server>"
            })
    void a_word_is_a_password_where_passwords_are_kept(String text) {
        assertThat(scan(text, "settings")).extracting(SecretHit::proof).containsExactly(Proof.HEURISTIC);
    }
}
