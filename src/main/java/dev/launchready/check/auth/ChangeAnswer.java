package dev.launchready.check.auth;

import dev.launchready.check.auth.ReauthenticationCheck.Asks;
import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Login.Refusal;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * What a portal answers to a change of one's account.
 *
 * @param first the answer itself
 * @param landing where it leads
 */
record ChangeAnswer(HttpAnswer first, HttpAnswer landing) {
    private static final List<String> VERDICTS = List.of("success", "ok", "succeeded");
    private static final Pattern MAIL = Pattern.compile("(?is)(sent|send|link|inbox|check|confirm|verif|pending)"
            + ".{0,60}mail|mail.{0,60}(sent|link|inbox|confirm|verif|pending|unterwegs)");
    private static final Pattern AGAIN = Pattern.compile(
            "(?is)re-?auth|\\bsudo\\b|step.?up|requires.recent|"
                    + "recent.{0,20}(log|sign)|(log|sign).{0,5}in.again|insufficient_user_authentication|"
                    + "password.{0,3}(required|confirmation|confirm)|confirm.{0,20}(password|identity)|(erneut|nochmals?).{0,20}anmeld");
    private static final int LOCKED = 423;
    private static final int PRECONDITION_REQUIRED = 428;

    boolean heldBack() {
        return first.heldBack();
    }

    /** Whether the answer claims success, by its status, by what the file says of refusals, and by the verdict that JSON may carry. */
    boolean accepted(Flow flow) {
        return first.status() < 400
                && flow.refused().filter(this::refusedAs).isEmpty()
                && JsonBody.parse(first.text()).map(ChangeAnswer::well).orElse(true);
    }

    private boolean refusedAs(Refusal refusal) {
        boolean known = refusal.status().isPresent() || refusal.contains().isPresent();
        return known
                && refusal.status().map(status -> status == first.status()).orElse(true)
                && refusal.contains().map(first.text()::contains).orElse(true);
    }

    private static boolean well(Json json) {
        boolean denied = VERDICTS.stream()
                .anyMatch(name -> json.get(name)
                        .filter(value -> value.equals(new Json.Bool(false)))
                        .isPresent());
        boolean error = List.of("error", "errors").stream()
                .anyMatch(name -> json.get(name).filter(ChangeAnswer::something).isPresent());
        return !denied && !error;
    }

    private static boolean something(Json value) {
        boolean empty = value instanceof Json.Arr arr && arr.items().isEmpty();
        boolean no = value.equals(new Json.Bool(false));
        return !empty && !no && !(value instanceof Json.Null);
    }

    /** Where it redirects: many portals say there what came of it. */
    String place() {
        return first.location().map(Url::target).orElse("");
    }

    boolean mailed() {
        return MAIL.matcher(landing.text()).find() || MAIL.matcher(first.text()).find();
    }

    /**
     * Whether it asks for the password once more: by leading to a page of its own with a field for it, or by saying so (RFC 9470, and
     * the words of common frameworks).
     */
    Asks asks() {
        boolean led = first.redirect()
                && !landing.call().url().path().equals(first.call().url().path());
        if (led && Jsoup.parse(landing.text()).select("input[type=password]").size() == 1) {
            return Asks.ON_A_PAGE;
        }
        boolean refused = first.status() == 401 || first.status() == 403;
        boolean says = first.status() == LOCKED
                || first.status() == PRECONDITION_REQUIRED
                || ((refused
                                || JsonBody.parse(first.text())
                                        .map(json -> !well(json))
                                        .orElse(false))
                        && AGAIN.matcher(text()).find());
        return says ? Asks.IN_WORDS : Asks.NOTHING;
    }

    private String text() {
        return first.text() + " " + String.join(" ", first.headers("www-authenticate"));
    }
}
