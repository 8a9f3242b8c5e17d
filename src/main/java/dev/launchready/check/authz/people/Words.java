package dev.launchready.check.authz.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a member's name or of a path, in lower case and singular: {@code billingAddresses} is {@code billing address}. */
final class Words {
    /** Records below these are of people who were not asked whether they want to be found. */
    private static final Set<String> OF_CLIENTS = Set.of(
            "user",
            "customer",
            "client",
            "member",
            "patient",
            "subscriber",
            "lead",
            "attendee",
            "participant",
            "student",
            "pupil",
            "applicant",
            "candidate",
            "guest",
            "buyer",
            "order",
            "booking",
            "reservation",
            "appointment",
            "invoice",
            "account",
            "profile",
            "registration",
            "signup",
            "waitlist",
            "newsletter",
            "subscription",
            "recipient",
            "donor",
            "tenant",
            "resident",
            "employee",
            "payment",
            "ticket",
            "kunde",
            "mitglied",
            "nutzer",
            "benutzer",
            "patienten",
            "kunden",
            "person",
            "people");

    /** Records below these are of people or places that want to be found. */
    private static final Set<String> OF_DIRECTORIES = Set.of(
            "team",
            "staff",
            "coach",
            "trainer",
            "therapist",
            "doctor",
            "physician",
            "lawyer",
            "agent",
            "author",
            "editor",
            "speaker",
            "instructor",
            "teacher",
            "provider",
            "partner",
            "location",
            "store",
            "shop",
            "office",
            "branch",
            "dealer",
            "clinic",
            "practice",
            "press",
            "imprint",
            "crew",
            "leadership",
            "organizer",
            "organiser",
            "artist",
            "venue",
            "restaurant",
            "hotel",
            "salon",
            "franchise",
            "expert",
            "consultant",
            "advisor",
            "realtor");

    private Words() {}

    static Set<String> of(String name) {
        String apart = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return Arrays.stream(apart.split("[^\\p{L}0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(Words::singular)
                .collect(Collectors.toSet());
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    static boolean ofClients(Set<String> words) {
        return words.stream().anyMatch(OF_CLIENTS::contains);
    }

    static boolean ofADirectory(Set<String> words) {
        return words.stream().anyMatch(OF_DIRECTORIES::contains);
    }
}
