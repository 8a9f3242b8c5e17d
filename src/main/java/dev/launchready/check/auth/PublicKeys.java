package dev.launchready.check.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.probe.http.JsonBody;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The public keys with which a portal's tokens can be checked, in the writings in which programs hold them. */
final class PublicKeys {
    private static final int MOST_KEYS = 2;
    private static final int LINE = 64;
    private static final List<String> PLACES =
            List.of("/.well-known/jwks.json", "/jwks.json", "/oauth/jwks", "/auth/v1/.well-known/jwks.json");

    private final HttpProbe http;
    private final Portal portal;

    PublicKeys(HttpProbe http, Portal portal) {
        this.http = http;
        this.portal = portal;
    }

    /** For the key that signed the token first; empty when none is published, or none of RSA. */
    List<byte[]> of(Jwt jwt) throws InterruptedException {
        String wanted = jwt.head().get("kid").flatMap(Json::text).orElse("");
        for (Url place : places(jwt)) {
            Optional<Json> set = json(place).filter(json -> json.get("keys").isPresent());
            if (set.isPresent() && set.get().get("keys").orElseThrow() instanceof Json.Arr keys) {
                return keys.items().stream()
                        .sorted(java.util.Comparator.comparing((Json key) ->
                                !key.get("kid").flatMap(Json::text).orElse("").equals(wanted)))
                        .limit(MOST_KEYS)
                        .flatMap(key -> key(key).stream())
                        .flatMap(key -> writings(key).stream())
                        .toList();
            }
        }
        return List.of();
    }

    private Set<Url> places(Jwt jwt) throws InterruptedException {
        Set<Url> bases = new LinkedHashSet<>();
        bases.add(portal.api());
        bases.add(portal.url());
        jwt.claims().get("iss").flatMap(Json::text).flatMap(PublicKeys::url).ifPresent(bases::add);
        Set<Url> places = new LinkedHashSet<>();
        for (Url base : bases) {
            json(base.at("/.well-known/openid-configuration"))
                    .flatMap(json -> json.get("jwks_uri"))
                    .flatMap(Json::text)
                    .flatMap(PublicKeys::url)
                    .ifPresent(places::add);
            PLACES.forEach(path -> places.add(base.at(path)));
        }
        return places;
    }

    private static Optional<Url> url(String text) {
        try {
            return text.startsWith("http") ? Optional.of(Url.parse(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A public document; empty where there is none, or where it lies out of scope. */
    private Optional<Json> json(Url url) throws InterruptedException {
        try {
            HttpAnswer answer = http.send(HttpCall.get(url));
            return answer.status() == 200 ? JsonBody.parse(answer.text()) : Optional.empty();
        } catch (ProbeException e) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> key(Json key) {
        Optional<BigInteger> modulus = number(key, "n");
        Optional<BigInteger> exponent = number(key, "e");
        if (modulus.isEmpty() || exponent.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus.get(), exponent.get())));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigInteger> number(Json key, String name) {
        try {
            return key.get(name)
                    .flatMap(Json::text)
                    .map(text -> new BigInteger(1, Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As PEM with and without the last line end, in one line, and as DER. */
    private static List<byte[]> writings(PublicKey key) {
        byte[] der = key.getEncoded();
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----";
        List<byte[]> writings = new ArrayList<>();
        writings.add((pem + "\n").getBytes(UTF_8));
        writings.add(pem.getBytes(UTF_8));
        writings.add(Base64.getEncoder().encode(der));
        writings.add(der);
        return writings;
    }
}
