package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Texts with secrets whose formats are more than a template: signed tokens, keys, encoded parts. */
final class SpecialFormats {
    private static final String SUPABASE =
            "{\"iss\":\"supabase\",\"ref\":\"abcd\",\"role\":\"%s\",\"iat\":1700000000,\"exp\":2015000000}";

    private SpecialFormats() {}

    static String make(String rule, long seed) {
        return Objects.requireNonNull(all().get(rule)).apply(Samples.seeded(seed));
    }

    static Map<String, Function<Samples, String>> all() {
        Map<String, Function<Samples, String>> made = new LinkedHashMap<>();
        made.put("jwt", samples -> samples.jwt("{\"sub\":\"" + samples.fill("{u}") + "\",\"exp\":1900000000}"));
        made.put("supabase-service-role", samples -> samples.jwt(String.format(SUPABASE, "service_role")));
        made.put("supabase-anon", samples -> samples.jwt(String.format(SUPABASE, "anon")));
        made.put("private-key", samples -> Samples.privateKey("RSA"));
        made.put("rsa-private-key", samples -> Samples.armoured("RSA PRIVATE KEY", samples.sequence(1190)));
        made.put("ec-private-key", samples -> Samples.armoured("EC PRIVATE KEY", samples.sequence(120)));
        made.put("dsa-private-key", samples -> Samples.armoured("DSA PRIVATE KEY", samples.sequence(440)));
        made.put("encrypted-private-key", samples -> Samples.armoured("ENCRYPTED PRIVATE KEY", samples.sequence(1300)));
        made.put("openssh-private-key", samples -> Samples.armoured("OPENSSH PRIVATE KEY", openSsh(samples)));
        made.put("pgp-private-key", SpecialFormats::pgp);
        made.put(
                "putty-private-key",
                samples -> "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: key\nPublic-Lines: 2\n"
                        + samples.fill("{b64}\n{b40}") + "\nPrivate-Lines: 1\n" + samples.fill("{b48}")
                        + "\nPrivate-MAC: " + samples.fill("{h64}\n"));
        made.put(
                "jwk-private-key",
                samples -> "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                        + samples.fill("{s43}\",\"y\":\"{s43}\",\"d\":\"{s43}\"}"));
        made.put(
                "basic-authorization",
                samples -> "Authorization: Basic " + Samples.base64(samples.fill("deploy:{A24}")));
        made.put(
                "docker-registry-auth",
                samples -> "{\"auths\": {\"r.test\": {\"auth\": \"" + Samples.base64(samples.fill("deploy:{A30}"))
                        + "\"}}}");
        made.put("bearer-authorization", samples -> "curl -H 'Authorization: Bearer " + samples.fill("{A48}'"));
        made.put("token-authorization", samples -> "curl -H 'Authorization: Token " + samples.fill("{h40}'"));
        made.put(
                "aws-bedrock-key",
                samples -> "ABSK" + Samples.base64("BedrockAPIKey-" + samples.fill("{a4}-at-{d12}:{A60}{A24}")));
        made.put("pypi-token", samples -> "pypi-" + Samples.urlSafe("\2\1\10pypi.org\2$" + samples.fill("{u}{A70}")));
        made.put(
                "pypi-test-token",
                samples -> "pypi-" + Samples.urlSafe("\2\1\15test.pypi.org\2$" + samples.fill("{u}{A70}")));
        made.put("jfrog-reference-token", samples -> Samples.urlSafe("reftkn:01:1700000000:" + samples.fill("{A27}")));
        made.put(
                "sentry-org-token",
                samples -> "sntrys_"
                        + Samples.base64("{\"iat\":1700000000.1,\"url\":\"https://sentry.io\",\"region_url\":"
                                + "\"https://us.sentry.io\",\"org\":\"harbor\"}")
                        + "_" + samples.fill("{A43}"));
        made.put(
                "nats-seed",
                samples -> "-----BEGIN USER NKEY SEED-----\n" + samples.fill("SU{2:56}")
                        + "\n------END USER NKEY SEED------");
        made.put(
                "grafana-legacy-key",
                samples -> Samples.base64(samples.fill("{\"k\":\"{A32}\",\"n\":\"deploy\",\"id\":1}")));
        made.put("sql-password", samples -> samples.fill("ALTER USER 'app'@'%' IDENTIFIED BY '{A30}1aB%';"));
        made.put(
                "command-password",
                samples -> samples.fill("curl --silent --show-error -u deploy:{A30}1aB% https://git.harbor.net"));
        made.put(
                "filezilla-password",
                samples -> "<User>deploy</User><Pass encoding=\"base64\">" + Samples.base64(samples.fill("{A30}"))
                        + "</Pass>");
        made.put("pgpass-password", samples -> samples.fill("db.harbor.net:5432:app:deploy:{A30}1aB"));
        made.put("sidekiq-licence", samples -> samples.fill("BUNDLE_ENTERPRISE__CONTRIBSYS__COM={h8}:{h8}"));
        made.put("meta-app-token", samples -> samples.fill("{\"access_token\":\"{n15}|{s27}\"}"));
        made.put("browser-login", SpecialFormats::browserLogin);
        made.put(
                "jetbrains-password",
                samples -> samples.fill("<fileTransfer host=\"files.harbor.net\" port=\"22\" password=\"{h40}\"/>"));
        return made;
    }

    /** As NSS seals it: key id, cipher with its vector, sealed text. */
    private static String browserLogin(Samples samples) {
        byte[] der = samples.bytes(58);
        byte[] head = {0x30, 0x38, 0x04, 0x10, (byte) 0xf8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x30, 0x14};
        System.arraycopy(head, 0, der, 0, head.length);
        return "{\"encryptedPassword\":\"" + java.util.Base64.getEncoder().encodeToString(der) + "\"}";
    }

    private static byte[] openSsh(Samples samples) {
        byte[] body = samples.bytes(400);
        byte[] magic = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, body, 0, magic.length);
        return body;
    }

    private static String pgp(Samples samples) {
        byte[] packets = samples.bytes(900);
        packets[0] = (byte) 0x95;
        return Samples.armoured("PGP PRIVATE KEY BLOCK", packets)
                .replaceFirst("BLOCK-----\n", "BLOCK-----\nVersion: GnuPG v2\n\n")
                .replaceFirst("\n-----END", "\n=" + samples.fill("{b4}") + "\n-----END");
    }
}
