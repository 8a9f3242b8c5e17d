package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.ReauthenticationCheck.How;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.FlowCalls.Prepared;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the requests of one flow that changes an account, the current password in it or not. */
final class ChangeCalls {
    /** A password that nobody has. */
    static final String WRONG = "Launch-Ready-0-wrong!";

    private final CheckContext context;
    private final Flow flow;
    private final FlowCalls flows;
    private final boolean form;

    ChangeCalls(CheckContext context, Flow flow) {
        this.context = context;
        this.flow = flow;
        this.flows = new FlowCalls(context.portal(), context.http());
        this.form = flows.encoding(flow.request()).equals("form");
    }

    /** How a person gives the password once more, where the portal has a page for that. */
    Optional<Flow> confirming() {
        return context.portal().flows().named("confirm").stream().findFirst();
    }

    /**
     * One change as that somebody.
     *
     * @param values {@code password}, the right one, and the new values
     * @param proof the page that shows the sign-in: where forms may be found
     */
    ChangeAnswer change(Session somebody, How how, Map<String, String> values, Optional<Request> proof)
            throws ProbeException, InterruptedException {
        Session session = somebody;
        if (how == How.CONFIRMED || how == How.CONFIRMED_WRONG) {
            session = confirmed(somebody, how, values);
        }
        Request request = how == How.LEFT_OUT ? CurrentPassword.without(flow.request()) : flow.request();
        return sent(session, request, with(how, values), proof);
    }

    private Session confirmed(Session session, How how, Map<String, String> values)
            throws ProbeException, InterruptedException {
        Request confirm = confirming().orElseThrow().request();
        ChangeAnswer answer = sent(session, confirm, with(how, values), Optional.empty());
        return session.after(answer.first());
    }

    private static Map<String, String> with(How how, Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>(values);
        if (how == How.WRONG || how == How.CONFIRMED_WRONG) {
            filled.put("password", WRONG);
        } else if (how == How.EMPTY) {
            filled.put("password", "");
        }
        return filled;
    }

    private ChangeAnswer sent(Session session, Request request, Map<String, String> values, Optional<Request> proof)
            throws ProbeException, InterruptedException {
        Prepared prepared = flows.asBrowser(session, request, values, pages(request, proof));
        HttpCall call = prepared.session().sign(prepared.call()).needing(TrafficClass.WRITES);
        HttpAnswer answer = context.http().send(call);
        Session after = prepared.session().after(answer);
        return new ChangeAnswer(answer, flows.landing(after, answer));
    }

    /** Where a browser finds the form: at the address that it is sent to, above it, or where the account is shown. */
    private List<Request> pages(Request request, Optional<Request> proof) {
        if (!form) {
            return List.of();
        }
        String target = request.target().replaceAll("[?#].*$", "");
        String above = target.replaceAll("(?<=[^/:])/[^/]*$", "");
        List<Request> pages = new ArrayList<>();
        pages.add(Request.parse("GET " + target));
        if (!above.equals(target) && !above.matches("https?://[^/]*")) {
            pages.add(Request.parse("GET " + above));
        }
        proof.filter(page -> page.method().equals("GET")).ifPresent(pages::add);
        return pages;
    }
}
