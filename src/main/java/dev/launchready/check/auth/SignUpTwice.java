package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.DuplicateAccountsCheck.Again;
import dev.launchready.check.auth.DuplicateAccountsCheck.Seen;
import dev.launchready.check.auth.DuplicateAccountsCheck.Spelling;
import dev.launchready.check.auth.DuplicateAccountsCheck.Tried;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Applicant;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Signs up with a fresh address, then with other spellings of it, and sees by signing in whose accounts came of that. */
final class SignUpTwice {
    private final CheckContext context;
    private final Newcomers newcomers;

    SignUpTwice(CheckContext context) {
        this.context = context;
        this.newcomers = context.sessions().newcomers();
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Tried> tried = new ArrayList<>();
        for (Flow way : newcomers.ways()) {
            tried.add(tried(way));
        }
        return new Seen(tried, context.portal().api().host());
    }

    /** What an answer says became of the sign-up, as far as it says anything. */
    private record Verdict(int status, String place, boolean accepted, boolean form) {}

    private record First(Applicant who, HttpAnswer answer, Optional<Guest> guest) {}

    private Tried tried(Flow way) throws ProbeException, InterruptedException {
        First first = first(way);
        Verdict fresh = verdict(way, first.answer());
        Optional<Verdict> same = Optional.empty();
        List<Again> again = new ArrayList<>();
        List<Guest> made = new ArrayList<>(first.guest().stream().toList());
        Applicant who = first.who();
        for (Spelling spelling : Spelling.values()) {
            Optional<String> mail = SpelledAddress.of(who.mail(), spelling);
            boolean over = again.stream().anyMatch(Again::heldBack);
            if (mail.isEmpty() || over) {
                continue;
            }
            Applicant second = second(who, mail.get());
            HttpAnswer answer = newcomers.signUp(way, second);
            Verdict verdict = verdict(way, answer);
            boolean held = answer.heldBack();
            Effect effect = held || first.guest().isEmpty() ? Effect.NONE : effect(way, who, second, made);
            boolean likeSame = same.filter(verdict::equals).isPresent();
            again.add(new Again(
                    spelling,
                    effect.signsIn(),
                    effect.firstSignsIn(),
                    effect.firstOpened(),
                    verdict.equals(fresh),
                    likeSame,
                    held || effect.lost(),
                    answer.evidence()));
            same = spelling == Spelling.SAME ? Optional.of(verdict) : same;
            // whose password was overwritten has the other one from now on
            who = effect.firstOpened() && !effect.firstSignsIn() ? who.knowing(second.password()) : who;
        }
        return new Tried(
                way.request().toString(),
                first.guest().isPresent(),
                fresh.accepted(),
                first.answer().heldBack(),
                again,
                removed(made));
    }

    /** A fresh address that gives an account; without one the last that was tried. */
    private First first(Flow way) throws ProbeException, InterruptedException {
        List<First> tries = new ArrayList<>();
        for (Applicant applicant : newcomers.applicants(way)) {
            Applicant who = applicant.at(SpelledAddress.lettered(applicant.mail()));
            HttpAnswer answer = newcomers.signUp(way, who);
            Optional<Guest> guest = newcomers.signIn(way, who);
            guest.ifPresent(newcomers::keep);
            tries.add(new First(who, answer, guest));
            if (guest.isPresent() || answer.heldBack()) {
                break;
            }
        }
        return tries.get(tries.size() - 1);
    }

    /** Somebody else at that spelling of the address: another password, another name. */
    private Applicant second(Applicant first, String mail) {
        String marker = context.sessions().workbench().marker();
        boolean byMail = first.user().equals(first.mail());
        return new Applicant(mail, byMail ? mail : marker, newcomers.password(), marker);
    }

    private record Effect(boolean signsIn, boolean firstSignsIn, boolean firstOpened, boolean lost) {
        static final Effect NONE = new Effect(false, false, false, false);
    }

    /** The first one signs in between the others' failures, so that no lock for guessing closes. */
    private Effect effect(Flow way, Applicant first, Applicant second, List<Guest> made)
            throws ProbeException, InterruptedException {
        boolean firstIn = newcomers.signIn(way, first).isPresent();
        Applicant intruder = first.knowing(second.password());
        Optional<Guest> opened = firstIn ? Optional.empty() : newcomers.signIn(way, intruder);
        Optional<Guest> own = newcomers.signIn(way, second);
        boolean shows = own.isPresent()
                && !first.user().equals(first.marker())
                && newcomers
                        .look(own.get(), own.get().session())
                        .answer()
                        .text()
                        .contains(first.marker());
        if (opened.isPresent() || shows) {
            opened.ifPresent(newcomers::keep);
            opened.ifPresent(made::add);
            return new Effect(own.isPresent(), firstIn, true, false);
        }
        own.ifPresent(newcomers::keep);
        own.ifPresent(made::add);
        return new Effect(own.isPresent(), firstIn, false, !firstIn);
    }

    private List<String> removed(List<Guest> made) throws ProbeException, InterruptedException {
        List<String> left = new ArrayList<>();
        for (Guest guest : made) {
            if (!newcomers.remove(guest)) {
                left.add(guest.who().marker());
            }
        }
        return left.stream().distinct().toList();
    }

    private Verdict verdict(Flow way, HttpAnswer first) throws InterruptedException {
        HttpAnswer landing = new FlowCalls(context.portal(), context.http())
                .landing(context.sessions().nobody().after(first), first);
        boolean form =
                !Jsoup.parse(landing.text()).select("input[type=password]").isEmpty();
        String place = first.location().map(url -> url.path()).orElse("");
        return new Verdict(first.status(), place, new ChangeAnswer(first, landing).accepted(way), form);
    }
}
