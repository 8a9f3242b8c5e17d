package dev.launchready.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signed token (RFC 7519): header and claims decode, and the claims that the rule asks for are there.
 *
 * @param wanted claim to value; {@code *} for any value; a value that ends in {@code *} is a beginning
 */
record JwtStructure(Map<String, String> wanted) implements Structure {
    private static final Pattern MEMBER =
            Pattern.compile("\"([A-Za-z_]{1,32})\"\\s*:\\s*(?:\"([^\"\\\\]{0,200})\"|([0-9]{1,16}))");
    private static final List<String> TOLD = List.of("iss", "role", "ref", "exp", "aud", "typ");
    private static final String ANY = "*";

    JwtStructure {
        wanted = Map.copyOf(wanted);
    }

    @Override
    public Verdict of(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length < 2) {
            return Verdict.REFUTED;
        }
        Optional<String> header = json(parts[0]);
        Optional<String> claims = json(parts[1]);
        if (header.isEmpty() || claims.isEmpty() || !header.get().contains("\"alg\"")) {
            return Verdict.REFUTED;
        }
        Map<String, String> members = members(claims.get());
        boolean asked =
                wanted.entrySet().stream().allMatch(entry -> matches(entry.getValue(), members, entry.getKey()));
        if (!asked || isPublished(members)) {
            return Verdict.REFUTED;
        }
        members.keySet().retainAll(TOLD);
        return Verdict.proven(members);
    }

    /** The token that every description of the format shows: RFC 7519 section 3.1, and the debugger that people try it in. */
    private static boolean isPublished(Map<String, String> members) {
        return "1234567890".equals(members.get("sub")) || "1300819380".equals(members.get("exp"));
    }

    private static boolean matches(String pattern, Map<String, String> members, String claim) {
        String actual = members.getOrDefault(claim, "");
        return pattern.endsWith(ANY)
                ? !actual.isEmpty() && actual.startsWith(pattern.substring(0, pattern.length() - 1))
                : actual.equals(pattern);
    }

    private static Optional<String> json(String part) {
        return Base64Text.decode(part)
                .map(bytes -> Ascii.text(bytes, 0, bytes.length))
                .filter(text -> text.startsWith("{") && text.stripTrailing().endsWith("}"));
    }

    private static Map<String, String> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        Matcher matcher = MEMBER.matcher(json);
        while (matcher.find()) {
            String text = matcher.group(2);
            members.putIfAbsent(matcher.group(1), text == null ? matcher.group(3) : text);
        }
        return members;
    }
}
