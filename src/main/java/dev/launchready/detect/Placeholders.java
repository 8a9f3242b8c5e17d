package dev.launchready.detect;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values that stand where a secret will be put, and are none. */
final class Placeholders {
    private static final Keywords PARTS = Keywords.ignoringCase(List.of(
            "example",
            "changeme",
            "change_me",
            "change-me",
            "placeholder",
            "redacted",
            "your_",
            "your-",
            "yourkey",
            "yourtoken",
            "yoursecret",
            "yourpass",
            "insert_",
            "insert-",
            "replace_",
            "replaceme",
            "replace-",
            "xxxx",
            "****",
            "dummy",
            "foobar",
            "lorem",
            "notreal",
            "not_real",
            "not-a-real",
            "<your",
            "my_secret",
            "mysecret",
            "my-secret",
            "fixme",
            "12345678",
            "abcdefgh",
            "00000000",
            "11111111",
            "99999999",
            "ffffffff",
            "deadbeef",
            "cafebabe",
            "qwertyui",
            "-goes-here",
            "_goes_here",
            "sample",
            "fakekey",
            "fake_",
            "fake-",
            "aaaaaaaa",
            // the tokens that the documents of Django REST framework show
            "401f7ac837da42b97f613d78",
            "9944b09199c62bcf9418ad84",
            // the storage account of Azure's own emulator, the same on every machine
            "eby8vdm02xnocqflquwjpl"));
    private static final Pattern REFERENCE = Pattern.compile(
            "\\$\\{|\\{\\{|\\$\\(|<%|%\\(|%\\{|#\\{|@@|\\$\\[\\[|process\\.env|"
                    + "import\\.meta|os\\.environ|getenv|ENV\\[|^env[.:(]|^ENC\\[|^\\$[A-Za-z_]|^<[^>]*>$|^%[A-Za-z_]+%$|^\\[[^\\]]*\\]$|"
                    + "^\\{[^}]*\\}$|^__.*__$|secretKeyRef|^op://|^vault[:/]|^arn:aws:|^!Ref|^ref[:+]|^\\(.*\\)$|\\.\\.\\.");
    private static final Set<String> WORDS = Set.of(
            "password",
            "passwd",
            "pass",
            "pwd",
            "secret",
            "token",
            "null",
            "none",
            "undefined",
            "true",
            "false",
            "nil",
            "test",
            "testing",
            "admin",
            "root",
            "user",
            "guest",
            "default",
            "empty",
            "string",
            "postgres",
            "mysql",
            "mongo",
            "redis",
            "rabbit",
            "localhost",
            "hunter2",
            "p4ssw0rd",
            "passw0rd",
            "letmein",
            "qwerty",
            "changeit",
            "secret123",
            "password1",
            "password123",
            "test123",
            "test1234",
            "admin123",
            "foo",
            "bar",
            "baz",
            "todo");
    private static final int NOISE_LENGTH = 60;
    private static final double NOISE = 5.0;
    private static final int SAME_CHARACTERS = 3;
    private static final int RUN = 6;

    private Placeholders() {}

    /** Whether the value was never meant to open anything. */
    static boolean is(String value) {
        return isMadeUp(value) || (isReference(value) && !isNoise(value));
    }

    /** Whether a person wrote the value to fill a place. */
    static boolean isMadeUp(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        byte[] bytes = lower.getBytes(StandardCharsets.ISO_8859_1);
        return WORDS.contains(lower)
                || PARTS.anyIn(bytes, 0, bytes.length)
                || lower.chars().distinct().count() <= SAME_CHARACTERS
                || climbs(lower);
    }

    /** Whether so many different signs stand in the value that those of a reference stand there by chance, as in a salt. */
    private static boolean isNoise(String value) {
        return value.length() >= NOISE_LENGTH && Entropy.shannon(value) > NOISE;
    }

    /** Whether the value names a place where the secret lies. */
    static boolean isReference(String value) {
        return REFERENCE.matcher(value).find();
    }

    /** Whether so much of the value runs on by one ({@code abcdef}, {@code 123456}) that a person made it up. */
    private static boolean climbs(String value) {
        int longest = 1;
        int run = 1;
        int total = 0;
        for (int at = 1; at < value.length(); at++) {
            run = value.charAt(at) == value.charAt(at - 1) + 1 ? run + 1 : 1;
            longest = Math.max(longest, run);
            total += run >= 3 ? 1 : 0;
        }
        return longest > RUN || total * 2 > value.length();
    }
}
