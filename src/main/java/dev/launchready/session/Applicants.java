package dev.launchready.session;

import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Makes up people who may sign up: each by a random name, with an address and a password that the same portal file makes of it again. */
final class Applicants {
    private static final String STRONG_START = "Lr7-";

    private final Portal portal;
    private final Enrolment enrolment;
    private final Workbench workbench;
    private final BiConsumer<String, String> secrets;

    Applicants(Portal portal, Enrolment enrolment, Workbench workbench, BiConsumer<String, String> secrets) {
        this.portal = portal;
        this.enrolment = enrolment;
        this.workbench = workbench;
        this.secrets = secrets;
    }

    /** Somebody whom the portal cannot know, at each kind of address that is nobody else's, the best first. */
    List<Applicant> of(Flow flow) {
        List<Applicant> applicants = new ArrayList<>();
        int kinds = called(flow, workbench.marker()).size();
        for (int kind = 0; kind < kinds; kind++) {
            applicants.add(called(flow, workbench.marker()).get(kind));
        }
        return applicants;
    }

    /** Whoever signs up under that name, at each kind of address: always the same for the same portal file. */
    List<Applicant> called(Flow flow, String marker) {
        Optional<Identity> model = enrolment.model(flow.request());
        String own = model.flatMap(each -> FlowCalls.user(each.login())).orElse("");
        Recollection recollection = new Recollection(
                model.flatMap(each -> FlowCalls.password(each.login())).orElse(""));
        String password = STRONG_START + recollection.of(marker, "password");
        secrets.accept("NEWCOMER_PASSWORD", password);
        return Addresses.of(portal, own, recollection.of(marker, "mail")).stream()
                .map(mail -> new Applicant(mail, own.isEmpty() || own.contains("@") ? mail : marker, password, marker))
                .toList();
    }

    /** Somebody else at the same kind of address. */
    Applicant another(Flow flow, Applicant who) {
        return of(flow).stream()
                .filter(each -> Addresses.alike(each.mail(), who.mail()))
                .findFirst()
                .orElseGet(() -> of(flow).get(0));
    }

    /** Another password that no rule of strength refuses: four kinds of characters, 22 of them. */
    String password() {
        String password = STRONG_START + workbench.marker();
        secrets.accept("NEWCOMER_PASSWORD", password);
        return password;
    }
}
