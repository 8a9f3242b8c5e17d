package dev.launchready.session;

import dev.launchready.portal.Mail.Mailbox;
import dev.launchready.portal.Portal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses for accounts that the run makes, at which nobody is bothered by a mail. */
final class Addresses {
    /** Names that never lead to a mailbox (RFC 2606, RFC 6761). */
    private static final Pattern RESERVED =
            Pattern.compile("(^|\\.)(example|test|invalid|localhost)$|(^|\\.)example\\.(com|net|org)$");

    private static final String NOWHERE = "@example.com";

    private Addresses() {}

    /**
     * The best first: a plus-address of the file's mailbox; else one of the test account's own, or any at its domain where no mail goes;
     * last an address under a reserved name, for portals that take no plus.
     *
     * @param own what a test account signs in with
     */
    static List<String> of(Portal portal, String own, String marker) {
        Optional<String> mailbox = portal.mail().mailbox().map(Mailbox::user).filter(user -> user.indexOf('@') > 0);
        if (mailbox.isPresent()) {
            return List.of(plus(mailbox.get(), marker));
        }
        Set<String> addresses = new LinkedHashSet<>();
        int at = own.indexOf('@');
        if (at > 0) {
            String domain = own.substring(at + 1).toLowerCase(Locale.ROOT);
            addresses.add(RESERVED.matcher(domain).find() ? marker + own.substring(at) : plus(own, marker));
        }
        addresses.add(marker + NOWHERE);
        return List.copyOf(addresses);
    }

    /** The address with that text in place of what makes it different from others of its kind. */
    static String another(String mail, String marker) {
        int at = mail.indexOf('@');
        int plus = mail.indexOf('+');
        String start = plus > 0 && plus < at ? mail.substring(0, plus + 1) : "";
        return start + marker + mail.substring(at);
    }

    /** Whether both are of one kind: at one domain, both behind a plus or none. */
    static boolean alike(String one, String other) {
        boolean domain = one.substring(one.indexOf('@') + 1).equalsIgnoreCase(other.substring(other.indexOf('@') + 1));
        return domain && one.contains("+") == other.contains("+");
    }

    private static String plus(String mail, String marker) {
        int at = mail.indexOf('@');
        int plus = mail.indexOf('+');
        String name = mail.substring(0, plus > 0 && plus < at ? plus : at);
        return name + "+" + marker + mail.substring(at);
    }
}
