package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.AccountEnumerationCheck.Answer;
import dev.launchready.check.auth.AccountEnumerationCheck.Door;
import dev.launchready.check.auth.AccountEnumerationCheck.Seen;
import dev.launchready.check.auth.AccountEnumerationCheck.Tried;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Login;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.FlowCalls.Prepared;
import dev.launchready.session.Session;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives the identities' own addresses and made-up ones at each door in turn, with a wrong password, and politely few times. */
final class WhoIsThere {
    private static final String WRONG_PASSWORD = "Launch-Ready-0-wrong!";
    private static final int COMPARED = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");
    /** Left to those who sign in after this check, beside one for each identity. */
    private static final int SPARED = 2;

    private final CheckContext context;
    private final FlowCalls flows;
    private final List<String> known = new ArrayList<>();

    WhoIsThere(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.flows = new FlowCalls(context.portal(), context.http());
        for (Session session : context.sessions().able()) {
            Optional.ofNullable(context.portal().identities().get(session.identity()))
                    .flatMap(identity -> FlowCalls.user(identity.login()))
                    .ifPresent(known::add);
        }
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Tried> tried = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        if (!known.isEmpty()) {
            for (Request login : logins()) {
                tried.add(tried(Door.LOGIN, login, context.params().integer("tries-per-account")));
            }
            boolean writes = writes();
            for (Flow flow : context.portal().flows().named("recovery")) {
                if (writes) {
                    tried.add(tried(Door.RECOVERY, flow.request(), 1));
                } else {
                    leftOut.add(flow.request().toString());
                }
            }
            for (Flow flow : context.portal().flows().named("signup")) {
                if (writes) {
                    tried.add(signUp(flow));
                } else {
                    leftOut.add(flow.request().toString());
                }
            }
        }
        // a limiter that holds everybody back says nothing of the accounts, and each further try makes it last longer
        boolean held = tried.stream().flatMap(each -> each.answers().stream()).anyMatch(Answer::held);
        return new Seen(tried, context.portal().api().host(), held || stillIn(), leftOut);
    }

    private boolean writes() {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        return context.portal().consent().covers(TrafficClass.WRITES, today);
    }

    /** As the portal file has them, or as the first identity signs in. */
    private List<Request> logins() {
        List<Request> told = context.portal().flows().named("login").stream()
                .map(Flow::request)
                .toList();
        if (!told.isEmpty()) {
            return told;
        }
        return context.portal().identities().values().stream()
                .flatMap(identity -> FlowCalls.template(identity.login()).stream())
                .limit(1)
                .toList();
    }

    private boolean stillIn() throws ProbeException, InterruptedException {
        for (Session session : context.sessions().able()) {
            Identity identity = context.portal().identities().get(session.identity());
            if (identity != null && FlowCalls.user(identity.login()).isPresent()) {
                try {
                    context.sessions().fresh(session.identity());
                } catch (ProbeException.SignIn e) {
                    return false;
                }
                context.sessions().renew(session.identity());
            }
        }
        return true;
    }

    /**
     * Known and unknown in turn, so that a portal that grows slower does so for both. Ends where a limiter answers, and before one would
     * that says how much it still lets through.
     */
    private Tried tried(Door door, Request request, int perAccount) throws ProbeException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        List<HttpExchange> exchanges = new ArrayList<>();
        int most = Math.max(COMPARED, perAccount * known.size());
        HttpAnswer last = send(request, unknown());
        int round = 0;
        while (round < most && !last.heldBack() && !(round >= COMPARED && scarce(last))) {
            boolean first = round % 2 == 0;
            for (boolean mine : List.of(first, !first)) {
                String mail = mine ? known.get(round % known.size()) : unknown();
                last = last.heldBack() ? last : send(request, mail);
                if (!last.heldBack()) {
                    answers.add(read(last, mail, mine));
                }
                if (round == 0) {
                    exchanges.add(last.evidence());
                }
            }
            round++;
        }
        if (last.heldBack()) {
            answers.add(read(last, "", false));
        }
        boolean timed = door == Door.LOGIN
                && !last.heldBack()
                && round >= context.params().integer("least-times");
        return new Tried(door, request.toString(), answers, timed, false, exchanges);
    }

    private boolean scarce(HttpAnswer answer) {
        OptionalInt left = TriesLeft.of(answer);
        return left.isPresent() && left.getAsInt() < 2 + SPARED + known.size();
    }

    private Tried signUp(Flow flow) throws ProbeException, InterruptedException {
        Optional<TakenAtSignUp.Answers> asked = new TakenAtSignUp(context).ask(flow, known.get(0));
        HttpAnswer answer = asked.isPresent()
                ? asked.get().known().orElse(asked.get().fresh())
                : send(flow.request(), known.get(0));
        List<Answer> answers = new ArrayList<>(List.of(read(answer, known.get(0), true)));
        asked.ifPresent(each -> answers.add(read(each.fresh(), "", false)));
        boolean taken = asked.map(each -> TakenAtSignUp.tells(answer, each.fresh()))
                .orElseGet(() -> TakenAtSignUp.reads(answer));
        return new Tried(Door.SIGN_UP, flow.request().toString(), answers, false, taken, List.of(answer.evidence()));
    }

    private HttpAnswer send(Request request, String mail) throws ProbeException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("user", mail);
        values.put("password", WRONG_PASSWORD);
        values.put("random-email", mail);
        values.put("random", "launch-ready");
        Session nobody = context.sessions().nobody();
        Prepared prepared = flows.asBrowser(nobody, request, values, pages());
        return context.http().send(prepared.session().sign(prepared.call()).needing(TrafficClass.OWN_ACCOUNTS));
    }

    /** Where a browser gets the hidden fields of a sign-in form. */
    private List<Request> pages() {
        return context.portal().identities().values().stream()
                .map(Identity::login)
                .filter(Login.FormLogin.class::isInstance)
                .map(login -> ((Login.FormLogin) login))
                .map(form -> form.page()
                        .orElseGet(() -> Request.parse("GET " + form.request().target())))
                .limit(1)
                .toList();
    }

    /** An address of the same look that nobody has. */
    private String unknown() {
        String like = known.get(0);
        StringBuilder name = new StringBuilder();
        int at = like.indexOf('@');
        int length = Math.max(8, at < 0 ? like.length() : at);
        for (int i = 0; i < length; i++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return at < 0 ? name.toString() : name + like.substring(at);
    }

    private static Answer read(HttpAnswer answer, String mail, boolean known) {
        int at = mail.indexOf('@');
        String text = answer.text().replace(mail, "");
        if (at > 0) {
            text = text.replace(mail.replace("@", "%40"), "").replace(mail.replace("@", "&#64;"), "");
        }
        Set<String> words = WORD.matcher(text)
                .results()
                .map(match -> Integer.toHexString(
                        match.group().toLowerCase(Locale.ROOT).hashCode()))
                .collect(Collectors.toSet());
        Set<String> cookies = answer.headers("set-cookie").stream()
                .map(line -> line.split("=", 2)[0].strip())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean held = answer.heldBack();
        return new Answer(
                known,
                answer.status(),
                answer.location().map(url -> url.path()).orElse(""),
                words,
                cookies,
                answer.elapsed().toNanos() / 1000,
                held);
    }
}
