package dev.launchready.check.authz;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.OwnReading;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is open by design tells nobody who the clients are, how to reach them, or what they pay (OWASP API3:2023). Routes that are private are
 * the check of anonymous access's to tell.
 */
public final class PublicDataCheck implements Check<PublicDataCheck.Seen> {
    static final Reason KNOWN_CLIENT = Reason.fails("known-client");
    static final Reason CLIENT_LIST = Reason.fails("client-list");
    static final Reason BUSINESS_RECORDS = Reason.fails("business-records");
    static final Reason KNOWN_OBJECT = Reason.fails("known-object");
    static final Reason CONTACT_LIST = Reason.warns("contact-list");
    static final Reason SINGLE_RECORD = Reason.warns("single-record");
    static final Reason KNOWN_NAME = Reason.warns("known-name");
    static final Reason NOT_ANSWERED = Reason.blocks("not-answered");
    static final Reason NOTHING_OPEN = Reason.notApplicable("nothing-open");

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** What an open answer shows of people; the gravest first. */
    public enum Kind {
        /** An address, a number or a credential of an identity that is a client. */
        CLIENT,
        /** Several clients or accounts whom nobody named before. */
        CLIENTS,
        /** Invoices, bookings or payments of several clients. */
        BUSINESS,
        /** The id of an object that belongs to a client, of a type that no open route is about. */
        OBJECT,
        /** Several people with their addresses, as a directory has them. */
        LISTED,
        /** One or two people in full. */
        FEW,
        /** The name of an identity that is a client, or the id of its account. */
        NAME
    }

    /**
     * What one open route shows.
     *
     * @param who the identity, or an empty text where it is about others
     * @param people how many
     * @param what in words: {@code e-mail addresses, dates of birth}
     * @param members where in the answer, list positions as {@code *}; empty where it is text of a page
     */
    public record Case(
            Kind kind,
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String who,
            int people,
            String what,
            List<String> members,
            Proof proof,
            HttpExchange exchange) {
        public Case {
            members = List.copyOf(members);
        }
    }

    /**
     * @param open how many routes and pages answered nobody
     * @param silent routes that the file calls public and that gave nothing but trouble, with the status
     * @param known as how many of the identities something was known that could turn up there
     * @param overflow how many answers of the run there was no room for
     */
    public record Seen(
            List<Case> cases, int open, Map<String, Integer> silent, List<String> known, long overflow, String file) {
        public Seen {
            cases = List.copyOf(cases);
            silent = Collections.unmodifiableMap(new LinkedHashMap<>(silent));
            known = List.copyOf(known);
        }
    }

    @Override
    public String id() {
        return "authz.public-data";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                KNOWN_CLIENT,
                CLIENT_LIST,
                BUSINESS_RECORDS,
                KNOWN_OBJECT,
                CONTACT_LIST,
                SINGLE_RECORD,
                KNOWN_NAME,
                NOT_ANSWERED,
                NOTHING_OPEN);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(OpenAnswers.requests(portal))
                .sharing(OwnReading.NAME, OwnReading.requests(portal, params.integer("max-routes")))
                .within(TIMEOUT)
                .in(Stage.REVIEW);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return PublicDataProbe.look(context);
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new PublicDataJudge(seen).judge();
    }
}
