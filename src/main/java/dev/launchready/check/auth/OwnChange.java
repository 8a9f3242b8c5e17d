package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.ReauthenticationCheck.Attempt;
import dev.launchready.check.auth.ReauthenticationCheck.How;
import dev.launchready.check.auth.ReauthenticationCheck.Kind;
import dev.launchready.check.auth.ReauthenticationCheck.Tried;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.Session;
import dev.launchready.session.SignedInProof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries to change a test account to what it is already, so that it stays the same whatever the portal does. What came of it shows only in
 * how the portal answers: like the right password, or unlike it.
 */
final class OwnChange {
    private static final int TRIES = 2;

    private final CheckContext context;
    private final FlowCalls flows;
    private final ChangeCalls calls;
    private final Kind kind;
    private final Flow flow;

    OwnChange(CheckContext context, Kind kind, Flow flow) {
        this.context = context;
        this.flows = new FlowCalls(context.portal(), context.http());
        this.calls = new ChangeCalls(context, flow);
        this.kind = kind;
        this.flow = flow;
    }

    /** Empty where no test account has what would have to be sent. */
    Optional<Tried> tried() throws ProbeException, InterruptedException {
        Optional<String> name = account();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String identity = name.get();
        Map<String, String> values = values(identity);
        boolean field = CurrentPassword.in(flow.request());
        Map<How, ChangeAnswer> answers = new LinkedHashMap<>();
        Optional<ChangeAnswer> again = Optional.empty();
        if (field) {
            for (How how : List.of(How.WRONG, How.LEFT_OUT, How.EMPTY, How.RIGHT)) {
                answers.put(how, calls.change(context.sessions().fresh(identity), how, values, proof(identity)));
            }
            again = Optional.of(calls.change(context.sessions().fresh(identity), How.RIGHT, values, proof(identity)));
        } else {
            answers.put(
                    How.NOT_ASKED,
                    calls.change(context.sessions().fresh(identity), How.NOT_ASKED, values, proof(identity)));
        }
        ChangeAnswer control =
                answers.getOrDefault(How.RIGHT, answers.values().iterator().next());
        RightAnswer right = new RightAnswer(control, again.orElse(control));
        ChangeAnswer stranger = calls.change(context.sessions().nobody(), How.RIGHT, values, Optional.empty());
        boolean signsIn = signsIn(identity) || restored(identity, values);
        context.sessions().renew(identity);
        return Optional.of(new Tried(
                kind,
                flow.request().toString(),
                identity,
                false,
                field,
                attempts(answers, right),
                control.asks(),
                !right.like(stranger),
                right.steady(),
                signsIn));
    }

    private Optional<String> account() throws ProbeException, InterruptedException {
        List<String> able = new ArrayList<>();
        flow.request().as().ifPresent(able::add);
        if (able.isEmpty()) {
            context.sessions().able().stream().map(Session::identity).forEach(able::add);
        }
        return able.stream()
                .filter(name -> {
                    Map<String, String> values = flows.values(name);
                    boolean mail = values.getOrDefault("user", "").contains("@");
                    return values.containsKey("password") && (kind == Kind.PASSWORD || mail);
                })
                .findFirst();
    }

    private Map<String, String> values(String identity) {
        Map<String, String> values = new LinkedHashMap<>(flows.values(identity));
        values.put("new-password", values.getOrDefault("password", ""));
        values.put("new-email", values.getOrDefault("user", ""));
        values.put("random-email", values.getOrDefault("user", ""));
        return values;
    }

    private Optional<Request> proof(String identity) {
        return context.sessions().proof(identity).map(SignedInProof::request);
    }

    private boolean signsIn(String identity) throws ProbeException, InterruptedException {
        try {
            context.sessions().fresh(identity);
            return true;
        } catch (ProbeException.SignIn e) {
            return false;
        }
    }

    /** Where old and new password were mixed up in the file, the wrong one is in force now: changes it back, either way round. */
    private boolean restored(String identity, Map<String, String> values) throws ProbeException, InterruptedException {
        for (int at = 0; at < TRIES; at++) {
            Map<String, String> back = new LinkedHashMap<>(values);
            back.put(at == 0 ? "password" : "new-password", ChangeCalls.WRONG);
            calls.change(context.sessions().of(identity), How.RIGHT, back, proof(identity));
            if (signsIn(identity)) {
                return true;
            }
        }
        return false;
    }

    private List<Attempt> attempts(Map<How, ChangeAnswer> answers, RightAnswer right) {
        List<Attempt> attempts = new ArrayList<>();
        answers.forEach((how, answer) -> attempts.add(new Attempt(
                how,
                false,
                answer.accepted(flow),
                how != How.RIGHT && how != How.NOT_ASKED && right.like(answer),
                answer.mailed(),
                answer.heldBack(),
                answer.first().evidence())));
        return attempts;
    }
}
