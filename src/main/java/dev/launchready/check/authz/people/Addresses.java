package dev.launchready.check.authz.people;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses in texts. Pure. */
final class Addresses {
    private static final String ONE = "[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.){1,6}[A-Za-z]{2,24}";
    private static final Pattern WHOLE = Pattern.compile(ONE);
    private static final Pattern WITHIN = Pattern.compile("(?<![A-Za-z0-9._%+/:@-])" + ONE + "(?![A-Za-z0-9@-])");
    /** Reserved for documents (RFC 2606), and what only looks like an address. */
    private static final Pattern NOBODYS = Pattern.compile(
            ".*@(?:.*\\.)?(?:example\\.(?:com|net|org|edu)|domain\\.(?:com|tld)|email\\.com|test|invalid|localhost|local)|.*@[0-9x.]+\\.[a-z]+"
                    + "|.*\\.(?:png|jpe?g|gif|svg|webp|avif|js|css)|git@.*");

    /** Who reads mail for an organisation (RFC 2142 has the first of them). */
    private static final Set<String> ROLES = Set.of(
            "info",
            "support",
            "contact",
            "hello",
            "hi",
            "office",
            "sales",
            "team",
            "admin",
            "billing",
            "press",
            "media",
            "job",
            "jobs",
            "career",
            "careers",
            "hr",
            "privacy",
            "datenschutz",
            "dpo",
            "dsb",
            "legal",
            "abuse",
            "noreply",
            "no-reply",
            "donotreply",
            "postmaster",
            "webmaster",
            "hostmaster",
            "mail",
            "email",
            "service",
            "help",
            "helpdesk",
            "marketing",
            "newsletter",
            "kontakt",
            "hallo",
            "buero",
            "rechnung",
            "accounting",
            "finance",
            "security",
            "feedback",
            "partner",
            "partners",
            "booking",
            "bookings",
            "reception",
            "orders",
            "order",
            "shop",
            "customerservice",
            "customercare",
            "kundenservice",
            "bonjour",
            "hola",
            "post",
            "enquiries",
            "inquiries",
            "welcome",
            "events",
            "community",
            "investors",
            "pr",
            "web",
            "it",
            "studio",
            "returns");

    private Addresses() {}

    static boolean is(String value) {
        return value.indexOf('@') > 0 && WHOLE.matcher(value.strip()).matches();
    }

    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        if (text.indexOf('@') >= 0) {
            Matcher matcher = WITHIN.matcher(text);
            while (matcher.find()) {
                found.add(plain(matcher.group()));
            }
        }
        return found;
    }

    static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    static String domain(String address) {
        return plain(address).substring(plain(address).indexOf('@') + 1);
    }

    static boolean ofARole(String address) {
        String local = plain(address).substring(0, plain(address).indexOf('@'));
        return ROLES.contains(local) || ROLES.contains(local.split("[.+_-]", 2)[0]);
    }

    static boolean nobodys(String address) {
        return NOBODYS.matcher(plain(address)).matches();
    }
}
