package dev.launchready.check.auth;

import dev.launchready.check.auth.DuplicateAccountsCheck.Spelling;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Other spellings of an address. */
final class SpelledAddress {
    /** Added to the name of an address, so that it has letters with the look-alikes of Unicode. */
    static final String LETTERS = "sk";

    /** From here on Unicode has the printable characters of ASCII once more, as wide as an ideograph. */
    private static final int WIDE = 0xFEE0;

    private static final String KELVIN = "\u212A";
    /** Providers that deliver an address with dots in its name to the one without. */
    private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");

    private SpelledAddress() {}

    /** Empty where the spelling would be another mailbox beyond doubt. */
    static Optional<String> of(String mail, Spelling spelling) {
        int at = mail.indexOf('@');
        String name = mail.substring(0, at);
        String domain = mail.substring(at + 1);
        return switch (spelling) {
            case SAME -> Optional.of(mail);
            case CASE -> Optional.of(name.toUpperCase(Locale.ROOT) + "@" + domain);
            case DOMAIN_CASE -> Optional.of(name + "@" + domain.toUpperCase(Locale.ROOT));
            case SPACE -> Optional.of(mail + " ");
            case WIDTH -> Optional.of((char) (name.charAt(0) + WIDE) + mail.substring(1));
            case LOOKALIKE -> Optional.of(name.replace("k", KELVIN) + "@" + domain);
            case PLUS -> Optional.of(name + (name.contains("+") ? "x" : "+lr") + "@" + domain);
            case DOTS ->
                DOTLESS.contains(domain) ? Optional.of(name.charAt(0) + "." + mail.substring(1)) : Optional.empty();
        };
    }

    /** The address with letters in its name that have look-alikes. */
    static String lettered(String mail) {
        int at = mail.indexOf('@');
        return mail.substring(0, at) + LETTERS + mail.substring(at);
    }
}
