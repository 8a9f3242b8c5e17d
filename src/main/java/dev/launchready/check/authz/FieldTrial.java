package dev.launchready.check.authz;

import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.GuardedField.Source;
import dev.launchready.check.authz.MassAssignmentCheck.End;
import dev.launchready.check.authz.MassAssignmentCheck.Sent;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Json;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends fields along with one kind of write, all at once with one that nothing knows, and by themselves where the portal refuses them
 * together.
 */
final class FieldTrial {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final Write write;
    private final int most;
    private final String strayName;
    private final String strayText;
    private boolean stray;
    private boolean taken;

    /** One kind of write: makes something with these fields, reads it, and removes it. */
    interface Write {
        /** @param strays names and texts that nothing knows */
        Outcome with(List<GuardedField> fields, Map<String, String> strays) throws ProbeException, InterruptedException;
    }

    /**
     * What came of one write.
     *
     * @param shown what its owner then read of it; empty where the write was refused, or the owner finds it no more
     * @param elsewhere whether another client finds it among its own
     * @param gone whether the portal gave it an id, or had it before, and nobody finds it
     */
    record Outcome(int status, Optional<Shown> shown, boolean elsewhere, boolean gone, List<HttpExchange> exchanges) {
        Outcome {
            exchanges = List.copyOf(exchanges);
        }

        boolean taken() {
            return shown.isPresent() || elsewhere;
        }

        boolean heldBack() {
            return !taken() && (status == TOO_MANY_REQUESTS || status == UNAVAILABLE);
        }
    }

    /** @param most fields to send by themselves */
    FieldTrial(Write write, int most, String strayName, String strayText) {
        this.write = write;
        this.most = most;
        this.strayName = strayName;
        this.strayText = strayText;
    }

    /** Whether a field that nothing knows was stored. */
    boolean stray() {
        return stray;
    }

    /** Whether the last write was taken: then those before it were refused for what was in them. */
    boolean taken() {
        return taken;
    }

    List<Sent> run(List<GuardedField> fields) throws ProbeException, InterruptedException {
        List<Sent> sent = new ArrayList<>();
        List<GuardedField> together =
                fields.stream().filter(each -> each.meaning() != Meaning.OWNER).toList();
        List<GuardedField> alone = new ArrayList<>(
                fields.stream().filter(each -> each.meaning() == Meaning.OWNER).toList());
        Outcome all = write.with(together, Map.of(strayName, strayText));
        taken = all.taken();
        if (all.taken()) {
            stray = all.shown().filter(shown -> shown.shows(strayText)).isPresent();
            for (GuardedField field : together) {
                sent.add(told(field, all));
            }
        } else {
            alone.addAll(together);
        }
        for (GuardedField field : alone.stream().limit(most).toList()) {
            Outcome one = write.with(List.of(field), Map.of());
            taken = one.taken();
            sent.add(told(field, one));
        }
        return sent;
    }

    private Sent told(GuardedField field, Outcome outcome) throws ProbeException, InterruptedException {
        End end = end(field, outcome);
        boolean word = field.value() instanceof Json.Str && field.source() == Source.USUAL;
        if (end == End.STORED && word && !stray) {
            Outcome any = write.with(List.of(field.worth(new Json.Str(strayText))), Map.of());
            boolean free = any.shown()
                    .filter(shown -> shown.shows(field.at(), new Json.Str(strayText)))
                    .isPresent();
            end = free ? End.FREE_TEXT : end;
        }
        boolean told = end == End.STORED || end == End.VANISHED;
        return new Sent(
                field.name(),
                field.meaning(),
                field.source(),
                field.filled(),
                end,
                outcome.status(),
                told ? sign(end, outcome) : "",
                told ? outcome.exchanges() : List.of());
    }

    private static String sign(End end, Outcome outcome) {
        if (end == End.VANISHED) {
            return "its owner finds it no more";
        }
        return outcome.elsewhere()
                ? "another client finds it among its own"
                : "it is read back with the value that was sent";
    }

    private static End end(GuardedField field, Outcome outcome) {
        if (outcome.heldBack()) {
            return End.UNCLEAR;
        }
        if (!outcome.taken()) {
            return field.meaning() == Meaning.OWNER && outcome.gone() ? End.VANISHED : End.REFUSED;
        }
        boolean moved = field.meaning() == Meaning.OWNER && outcome.elsewhere();
        boolean stored = outcome.shown()
                .filter(shown -> shown.shows(field.at(), field.value()))
                .isPresent();
        return moved || stored ? End.STORED : End.KEPT;
    }
}
