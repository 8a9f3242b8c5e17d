package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.model.Url;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Applicant;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs up at an address that nobody has and at one that somebody has: only what is said to one of them alone tells anything. */
final class TakenAtSignUp {
    private static final Pattern TAKEN = Pattern.compile(
            "(?i)already|\\btaken\\b|exists|in use|registered|bereits|vergeben|déjà|ya (existe|est)|gi. (esiste|registrat)|já (existe|est)");
    private static final int CONFLICT = 409;
    private static final int FIRST_ERROR = 400;

    private final Newcomers newcomers;

    TakenAtSignUp(CheckContext context) {
        this.newcomers = context.sessions().newcomers();
    }

    /**
     * @param fresh to the address that nobody has
     * @param known to the other; absent where a limiter answered before
     */
    record Answers(HttpAnswer fresh, Optional<HttpAnswer> known) {}

    /** Empty where the file tells no way in which a new account could sign in: then no address is known to be new. */
    Optional<Answers> ask(Flow flow, String known) throws ProbeException, InterruptedException {
        if (!newcomers.ways().contains(flow)) {
            return Optional.empty();
        }
        Optional<Applicant> somebody = newcomers.applicants(flow).stream().findFirst();
        if (somebody.isEmpty()) {
            return Optional.empty();
        }
        Applicant who = somebody.get();
        HttpAnswer fresh = newcomers.signUp(flow, who);
        if (fresh.heldBack()) {
            return Optional.of(new Answers(fresh, Optional.empty()));
        }
        HttpAnswer answer = newcomers.signUp(flow, who.at(known));
        Optional<Guest> guest = newcomers.signIn(flow, who);
        if (guest.isPresent()) {
            newcomers.keep(guest.get());
            newcomers.remove(guest.get());
        }
        return Optional.of(new Answers(fresh, Optional.of(answer)));
    }

    /** Whether the answer to the known address says what that to the other does not, or leads elsewhere than a success. */
    static boolean tells(HttpAnswer known, HttpAnswer fresh) {
        Set<String> said = said(known);
        said.removeAll(said(fresh));
        boolean apart = known.status() != fresh.status() || !place(known).equals(place(fresh));
        boolean conflict = known.status() == CONFLICT && fresh.status() != CONFLICT;
        return conflict || !said.isEmpty() || (apart && fresh.status() < FIRST_ERROR);
    }

    private static String place(HttpAnswer answer) {
        return answer.location().map(Url::path).orElse("");
    }

    /** Whether that answer alone reads as if the address were taken. */
    static boolean reads(HttpAnswer known) {
        return known.status() == CONFLICT || !said(known).isEmpty();
    }

    private static Set<String> said(HttpAnswer answer) {
        return TAKEN.matcher(answer.text())
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
