package dev.launchready.check.authz.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a member's name together with its value: neither alone says enough. Pure. */
final class Traits {
    private static final int LONGEST = 200;
    private static final int LEAST_PHONE = 7;
    private static final int MOST_PHONE = 15;
    private static final int LEAST_NUMBER = 6;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{5,24}");
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?:T.*)?|[0-9]{1,2}[./][0-9]{1,2}[./](?:19|20)[0-9]{2}");
    private static final Pattern STREET = Pattern.compile("(?=.*\\p{L}{3}).*[0-9].*");
    private static final Pattern AMOUNT = Pattern.compile("[^0-9]{0,4}[0-9][0-9.,' ]{0,15}[^0-9]{0,4}");
    private static final Pattern MASKED = Pattern.compile(".*(?:\\*{2,}|\u2022{2,}|[xX]{4,}).*");
    private static final Pattern CAPITALISED =
            Pattern.compile("\\p{Lu}[\\p{L}'.-]*(?: (?:\\p{Ll}{2,3} )?\\p{Lu}[\\p{L}'.-]*){1,3}");

    private static final Set<String> PHONES = Set.of(
            "phone",
            "mobile",
            "cell",
            "cellphone",
            "tel",
            "telephone",
            "telefon",
            "handy",
            "msisdn",
            "whatsapp",
            "phonenumber",
            "telefono");
    private static final Set<String> BIRTHS =
            Set.of("birth", "birthday", "birthdate", "dob", "geburtsdatum", "geburtstag", "dateofbirth");
    private static final Set<String> STREETS = Set.of(
            "street", "address", "address1", "addressline1", "strasse", "stra\u00dfe", "streetaddress", "anschrift");
    private static final Set<String> NO_STREETS = Set.of(
            "email", "mail", "ip", "mac", "web", "wallet", "url", "id", "type", "company", "office", "shop", "store",
            "city", "country");
    private static final Set<String> NUMBERS = Set.of(
            "ssn",
            "iban",
            "passport",
            "dni",
            "nif",
            "nie",
            "cpf",
            "bsn",
            "nino",
            "taxid",
            "nationalid",
            "steuernummer",
            "pan",
            "cardnumber",
            "accountnumber");
    private static final Set<String> FIRST_OF_NAME =
            Set.of("first", "last", "full", "given", "family", "middle", "sur", "maiden");
    private static final Set<String> NAMES = Set.of(
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "givenname",
            "familyname",
            "vorname",
            "nachname",
            "prenom",
            "apellido");
    private static final Set<String> PARTIES = Set.of(
            "customer",
            "client",
            "buyer",
            "payer",
            "recipient",
            "billed",
            "patient",
            "guest",
            "attendee",
            "kunde",
            "debtor");
    private static final Set<String> MONEY = Set.of(
            "amount", "total", "price", "balance", "fee", "subtotal", "betrag", "summe", "salary", "net", "gross");
    private static final Set<String> BUSINESS = Set.of(
            "invoice",
            "bill",
            "billing",
            "receipt",
            "payment",
            "booking",
            "reservation",
            "appointment",
            "due",
            "rechnung",
            "contract");
    private static final Set<String> OF_ORGANISATIONS = Set.of(
            "company",
            "business",
            "support",
            "office",
            "hotline",
            "fax",
            "reply",
            "sender",
            "from",
            "service",
            "organization",
            "organisation",
            "brand");
    private static final Set<String> ROLES = Set.of(
            "admin",
            "administrator",
            "user",
            "member",
            "client",
            "customer",
            "owner",
            "guest",
            "moderator",
            "superadmin",
            "role_user",
            "role_admin");
    private static final Pattern STATE = Pattern.compile(
            "is_?admin|is_?staff|is_?superuser|(?:last|previous)_?(?:login|sign_?in|seen|active)(?:_?(?:at|on|ip))?|(?:current|last)_?ip|ip_?address"
                    + "|(?:password|passwd|password_?hash|encrypted_?password|password_?digest)|(?:email|phone)_?verified(?:_?at)?|mfa_?enabled|two_?factor.*|failed_?(?:logins|attempts)"
                    + "|(?:stripe_?)?customer_?id|tenant_?id|marketing_?consent|newsletter|banned|blocked_?at|credit_?(?:score|limit)|loyalty_?points");

    private Traits() {}

    /** @param own what the portal shows of itself on purpose */
    static Optional<Trait> of(String name, String value, OnPurpose own) {
        if (value.isBlank() || value.length() > LONGEST || MASKED.matcher(value).matches()) {
            return Optional.empty();
        }
        Set<String> words = Words.of(name);
        boolean organisation = words.stream().anyMatch(OF_ORGANISATIONS::contains);
        if (Addresses.is(value)) {
            return organisation || !own.personal(value) ? Optional.empty() : Optional.of(Trait.EMAIL);
        }
        if (!organisation && any(words, PHONES) && phone(value)) {
            return Optional.of(Trait.PHONE);
        }
        if (any(words, BIRTHS) && DATE.matcher(value).matches()) {
            return Optional.of(Trait.BIRTH);
        }
        return number(words, value)
                .or(() -> street(words, value, organisation))
                .or(() -> person(name, words, value))
                .or(() -> business(words, value));
    }

    private static boolean any(Set<String> words, Set<String> wanted) {
        return words.stream().anyMatch(wanted::contains);
    }

    private static boolean phone(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        long different = value.chars().filter(Character::isDigit).distinct().count();
        return PHONE.matcher(value.strip()).matches() && digits >= LEAST_PHONE && digits <= MOST_PHONE && different > 2;
    }

    private static Optional<Trait> number(Set<String> words, String value) {
        boolean named = any(words, NUMBERS)
                || (words.contains("tax") && (words.contains("id") || words.contains("number")))
                || (words.contains("national") && words.contains("id"))
                || (words.contains("social") && words.contains("security"))
                || (words.contains("card") && words.contains("number"));
        long digits = value.chars().filter(Character::isDigit).count();
        return named && digits >= LEAST_NUMBER ? Optional.of(Trait.NUMBER) : Optional.empty();
    }

    private static Optional<Trait> street(Set<String> words, String value, boolean organisation) {
        boolean named = any(words, STREETS) && !any(words, NO_STREETS) && !organisation;
        return named && !value.contains("://") && STREET.matcher(value).matches()
                ? Optional.of(Trait.STREET)
                : Optional.empty();
    }

    private static Optional<Trait> person(String name, Set<String> words, String value) {
        boolean letters = value.chars().anyMatch(Character::isLetter);
        boolean part = words.contains("name") && any(words, FIRST_OF_NAME);
        if (letters && (part || any(words, NAMES))) {
            return Optional.of(Trait.NAME);
        }
        if (any(words, PARTIES)
                && letters
                && value.strip().length() > 2
                && !words.contains("id")
                && !words.contains("type")) {
            return Optional.of(Trait.PARTY);
        }
        if (words.contains("name") && CAPITALISED.matcher(value).matches()) {
            return Optional.of(Trait.TITLE);
        }
        String last = name.substring(name.lastIndexOf('.') + 1)
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
        boolean role = (last.equals("role") || last.equals("roles")) && ROLES.contains(value.toLowerCase(Locale.ROOT));
        return role || STATE.matcher(last).matches() ? Optional.of(Trait.ACCOUNT) : Optional.empty();
    }

    private static Optional<Trait> business(Set<String> words, String value) {
        if (any(words, MONEY) && AMOUNT.matcher(value).matches()) {
            return Optional.of(Trait.MONEY);
        }
        return any(words, BUSINESS) ? Optional.of(Trait.BUSINESS) : Optional.empty();
    }
}
