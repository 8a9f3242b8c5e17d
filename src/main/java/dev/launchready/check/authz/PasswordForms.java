package dev.launchready.check.authz;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms in which stored passwords are written, each by the structure that its scheme defines. */
final class PasswordForms {
    private static final Map<String, Pattern> FORMS = forms();
    private static final Pattern DIGEST =
            Pattern.compile("\\*?(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{128})");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:encrypted_?|hashed_?|user_?)?(?:password|passwd|pwd|pass)(?:_?(?:hash|digest|md5|sha1|sha256))?");

    private PasswordForms() {}

    private static Map<String, Pattern> forms() {
        String end = "(?![A-Za-z0-9./+])";
        Map<String, Pattern> forms = new LinkedHashMap<>();
        forms.put("bcrypt", Pattern.compile("\\$2[abxy]?\\$[0-3][0-9]\\$[./A-Za-z0-9]{53}" + end));
        forms.put(
                "argon2",
                Pattern.compile(
                        "\\$argon2(?:id|i|d)\\$(?:v=[0-9]{1,3}\\$)?m=[0-9]+,t=[0-9]+,p=[0-9]+\\$[A-Za-z0-9+/=-]{8,}\\$[A-Za-z0-9+/=-]{16,}"));
        forms.put(
                "scrypt",
                Pattern.compile(
                        "\\$scrypt\\$[a-z0-9=,]+\\$[A-Za-z0-9+/.]{8,}\\$[A-Za-z0-9+/.]{16,}|\\bscrypt:[0-9]+:[0-9]+:[0-9]+\\$[^$\\s\"]{4,64}\\$[0-9a-f]{64,128}|\\$7\\$[./A-Za-z0-9]{11,}\\$[./A-Za-z0-9]{43}"
                                + end));
        forms.put(
                "PBKDF2",
                Pattern.compile(
                        "\\bpbkdf2[_:]sha(?:1|256|512)[$:][0-9]{3,8}\\$[^$\\s\"]{4,64}\\$[A-Za-z0-9+/=]{24,}|\\$pbkdf2(?:-sha(?:1|256|512))?\\$[0-9]{3,8}\\$[A-Za-z0-9./]{8,}\\$[A-Za-z0-9./]{20,}"));
        forms.put(
                "crypt",
                Pattern.compile(
                        "\\$(?:1|5|6|y|md5)\\$(?:rounds=[0-9]+\\$)?[./A-Za-z0-9]{1,24}\\$[./A-Za-z0-9]{22,86}" + end));
        forms.put("phpass", Pattern.compile("\\$[PH]\\$[./A-Za-z0-9]{31}" + end));
        forms.put("LDAP", Pattern.compile("\\{S?(?:SHA|MD5|SHA256|SHA512)}[A-Za-z0-9+/]{22,}={0,2}"));
        forms.put("ASP.NET Identity", Pattern.compile("\\bAQAAAA[EI]AA[A-Za-z0-9+/]{70,110}={0,2}" + end));
        return Map.copyOf(forms);
    }

    /** The name of the scheme whose hash stands somewhere in the text. */
    static Optional<String> in(String text) {
        boolean possible = text.indexOf('$') >= 0 || text.contains("AQAAAA") || text.indexOf('}') >= 0;
        return possible
                ? FORMS.entrySet().stream()
                        .filter(each -> each.getValue().matcher(text).find())
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    /** Whether a member's name says that a password, or its hash, is its value. */
    static boolean named(String member) {
        return NAMED.matcher(member).matches();
    }

    /** The scheme of a whole value: by its structure, or a bare digest under a name that says password. */
    static Optional<String> of(String member, String value) {
        Optional<String> scheme = in(value);
        boolean digest = NAMED.matcher(member.toLowerCase(Locale.ROOT)).matches()
                && DIGEST.matcher(value).matches();
        return scheme.isPresent() || !digest ? scheme : Optional.of("MD5 or SHA");
    }
}
