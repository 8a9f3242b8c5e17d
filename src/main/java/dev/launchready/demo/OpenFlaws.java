package dev.launchready.demo;

import java.util.List;

/** What open routes and pages can tell of clients. */
final class OpenFlaws {
    static final Flaw KNOWN_CLIENT =
            open("known-client", "/about", "A client is quoted with the address that she signs in with.");
    static final Flaw KNOWN_NAME = open("known-name", "/help", "A client is thanked by her full name.");
    static final Flaw KNOWN_OBJECT =
            open("known-object", "/api/health", "The state of health names the invoice that was written last.");
    static final Flaw CLIENT_LIST =
            open("client-list", "/api/waitlist", "The list of those who wait for a place is open to everybody.");
    static final Flaw BUSINESS_RECORDS =
            open("business-records", "/api/ledger", "The book of invoices is open to everybody.");
    static final Flaw CONTACT_LIST =
            open("contact-list", "/api/coaches", "The coaches are listed with their private addresses.");
    static final Flaw SINGLE_RECORD = open(
            "single-record", "/api/story", "The client of the month comes with date of birth and telephone number.");

    static final List<Flaw> ALL =
            List.of(KNOWN_CLIENT, KNOWN_NAME, KNOWN_OBJECT, CLIENT_LIST, BUSINESS_RECORDS, CONTACT_LIST, SINGLE_RECORD);

    /** Routes that are there with their flaw alone. */
    static final List<Flaw> ROUTES = List.of(CLIENT_LIST, BUSINESS_RECORDS, CONTACT_LIST, SINGLE_RECORD);

    private OpenFlaws() {}

    private static Flaw open(String reason, String at, String says) {
        return Flaw.of("authz.public-data/" + reason, at, says);
    }
}
