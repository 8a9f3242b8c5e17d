package dev.launchready.check.authz.files;

import dev.launchready.check.authz.files.SignedUrl.Until;
import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which storage services and frameworks sign addresses: AWS Signature Version 4 in the query and CloudFront, Google Cloud's V4
 * and V2, Azure's shared access signatures, tokens with claims as Supabase gives them, Rails' signed ids, and what frameworks of their own
 * do with a {@code signature} and an {@code expires}.
 */
final class Signatures {
    /** Between the payload and the digest of a signed id. */
    static final String RAILS_MARK = "--";

    private static final Pattern RAILS = Pattern.compile("/([A-Za-z0-9+_=%-]{12,})--[0-9a-f]{40,64}(?=[/?.]|$)");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]+");
    private static final Pattern VALUE = Pattern.compile("(?=.*[0-9])[A-Za-z0-9_.:+/=%~-]{16,}");
    private static final Set<String> AZURE = Set.of(
            "sv", "ss", "srt", "sr", "st", "se", "sp", "sip", "spr", "sig", "si", "skoid", "sktid", "skt", "ske", "sks",
            "skv", "sdd", "saoid", "suoid", "scid");
    private static final Set<String> CLOUD = Set.of(
            "signature", "expires", "policy", "key-pair-id", "awsaccesskeyid", "googleaccessid", "hash-algorithm");
    private static final List<String> PROOFS =
            List.of("signature", "sig", "hmac", "sign", "x-signature", "_hash", "digest", "mac", "md5", "hash");
    private static final List<String> TOKENS =
            List.of("token", "access_token", "download_token", "accesstoken", "auth", "key", "share", "code", "st");
    private static final List<String> ENDS = List.of(
            "expires",
            "expiry",
            "expire",
            "exp",
            "expires_at",
            "expiresat",
            "expiration",
            "valid_until",
            "validuntil",
            "until",
            "e",
            "se",
            "deadline",
            "ts_end");

    private Signatures() {}

    /** One parameter, as it is written. */
    record Pair(String name, String value) {
        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    static List<Pair> pairs(Url url) {
        List<Pair> pairs = new ArrayList<>();
        for (String each : url.query().orElse("").split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                pairs.add(new Pair(each.substring(0, equals), each.substring(equals + 1)));
            }
        }
        return pairs;
    }

    static Optional<SignedUrl> in(Url url) {
        return vendor(url, "x-amz-", "aws")
                .or(() -> vendor(url, "x-goog-", "google"))
                .or(() -> azure(url))
                .or(() -> cloud(url))
                .or(() -> claims(url))
                .or(() -> rails(url))
                .or(() -> own(url));
    }

    private static Optional<String> value(Url url, String name) {
        return pairs(url).stream()
                .filter(pair -> pair.name().toLowerCase(Locale.ROOT).equals(name))
                .map(Pair::value)
                .findFirst();
    }

    private static List<String> names(Url url) {
        return pairs(url).stream()
                .map(pair -> pair.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Optional<SignedUrl> vendor(Url url, String prefix, String kind) {
        if (value(url, prefix + "signature").isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> lifetime = value(url, prefix + "expires").flatMap(Ends::seconds);
        Optional<Instant> end =
                value(url, prefix + "date").flatMap(Ends::basic).flatMap(from -> lifetime.map(from::plus));
        List<String> signing =
                names(url).stream().filter(name -> name.startsWith(prefix)).toList();
        Until until = new Until(lifetime.map(seconds -> prefix + "expires"), end, lifetime, false);
        return Optional.of(new SignedUrl(url, kind, signing, prefix + "signature", until));
    }

    private static Optional<SignedUrl> azure(Url url) {
        boolean signed = value(url, "sig").isPresent() && value(url, "sv").isPresent();
        return signed ? Optional.of(named(url, "azure", AZURE, "sig", "se")) : Optional.empty();
    }

    /** CloudFront, and the older signatures of AWS and Google. */
    private static Optional<SignedUrl> cloud(Url url) {
        List<String> names = names(url);
        boolean keyed =
                names.contains("key-pair-id") || names.contains("awsaccesskeyid") || names.contains("googleaccessid");
        return keyed && names.contains("signature")
                ? Optional.of(named(url, "aws", CLOUD, "signature", "expires"))
                : Optional.empty();
    }

    private static SignedUrl named(Url url, String kind, Set<String> known, String proof, String endName) {
        Optional<Instant> end = value(url, endName).flatMap(Ends::of);
        List<String> signing = names(url).stream().filter(known::contains).toList();
        Until until = new Until(end.map(moment -> endName), end, Optional.empty(), false);
        return new SignedUrl(url, kind, signing, proof, until);
    }

    /** A token with claims in a parameter (RFC 7519). */
    private static Optional<SignedUrl> claims(Url url) {
        for (Pair pair : pairs(url)) {
            Matcher token = TOKEN.matcher(pair.value());
            Optional<Json> claims = token.matches() ? json(token.group(1)) : Optional.empty();
            if (claims.isPresent()) {
                Optional<Instant> end = moment(claims.get(), "exp");
                Optional<Duration> lifetime =
                        end.flatMap(last -> moment(claims.get(), "iat").map(first -> Duration.between(first, last)));
                String name = pair.name().toLowerCase(Locale.ROOT);
                Until until = new Until(Optional.empty(), end, lifetime, end.isEmpty());
                return Optional.of(new SignedUrl(url, "token", List.of(name), name, until));
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> moment(Json claims, String name) {
        return claims.get(name).flatMap(Json::text).flatMap(Ends::of);
    }

    /** A signed id in the path; its payload says until when, and no more means always. */
    private static Optional<SignedUrl> rails(Url url) {
        Matcher id = RAILS.matcher(url.path());
        Optional<Json> payload = id.find() ? json(id.group(1)) : Optional.empty();
        return payload.flatMap(json -> json.get("_rails")).map(json -> {
            Optional<Instant> end = json.get("exp").flatMap(Json::text).flatMap(Ends::of);
            return new SignedUrl(
                    url, "rails", List.of(), "", new Until(Optional.empty(), end, Optional.empty(), end.isEmpty()));
        });
    }

    /** A signature of the portal's own. One without an end goes on for ever; of a bare token only its server knows. */
    private static Optional<SignedUrl> own(Url url) {
        Optional<String> endName = ENDS.stream()
                .filter(name -> value(url, name).flatMap(Ends::of).isPresent())
                .findFirst();
        Optional<String> proof = strong(url, PROOFS).filter(name -> !name.equals("hash") || endName.isPresent());
        Optional<String> told = proof.or(() -> strong(url, TOKENS));
        return told.map(name -> {
            List<String> signing = new ArrayList<>(List.of(name));
            endName.ifPresent(signing::add);
            boolean timed = value(url, name).orElse("").contains(":");
            boolean endless = proof.isPresent() && endName.isEmpty() && !timed;
            Optional<Instant> end = endName.flatMap(each -> value(url, each)).flatMap(Ends::of);
            return new SignedUrl(url, "signed", signing, name, new Until(endName, end, Optional.empty(), endless));
        });
    }

    private static Optional<String> strong(Url url, List<String> names) {
        return names.stream()
                .filter(name -> value(url, name)
                        .filter(text -> VALUE.matcher(text).matches())
                        .isPresent())
                .findFirst();
    }

    private static Optional<Json> json(String base64) {
        String plain = base64.replace("%3D", "")
                .replace("%2B", "-")
                .replace("%2F", "_")
                .replace("=", "")
                .replace('+', '-')
                .replace('/', '_');
        try {
            String text = new String(Base64.getUrlDecoder().decode(plain), StandardCharsets.UTF_8);
            return JsonBody.parse(text).filter(Json.Obj.class::isInstance);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
