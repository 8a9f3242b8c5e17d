package dev.launchready.check.authz;

import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.GuardedField.Source;
import dev.launchready.check.authz.MassAssignmentCheck.End;
import dev.launchready.check.authz.MassAssignmentCheck.Sent;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Json;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends fields along with one kind of write, all at once with one that nothing knows, and by themselves where the portal refuses them
 * together.
 */
final class FieldTrial {

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

        /** Whether that field may well be there for any text at all: then a text of no meaning is tried in it too. */
        default boolean mayBeFree(GuardedField field) {
            return field.source() == Source.USUAL;
        }

        /** Whether its value is the id of something that is somebody else's: then no text there is a mere word. */
        default boolean refers(GuardedField field) {
            return false;
        }
    }

    /** A write of a person's own account: a tenant's name may be the client's to choose; its number is not. */
    interface AccountWrite extends Write {
        @Override
        default boolean mayBeFree(GuardedField field) {
            return Write.super.mayBeFree(field) || field.meaning() == Meaning.OWNER;
        }
    }

    /**
     * What came of one write.
     *
     * @param shown what its owner then read of it; empty where the write was refused, or the owner finds it no more
     * @param elsewhere whether another client finds it among its own
     * @param gone whether the portal gave it an id, or had it before, and nobody finds it
     * @param opened a route that lets it in which did not before
     */
    record Outcome(
            int status,
            Optional<Shown> shown,
            boolean elsewhere,
            boolean gone,
            Optional<String> opened,
            List<HttpExchange> exchanges) {
        Outcome {
            exchanges = List.copyOf(exchanges);
        }

        Outcome(int status, Optional<Shown> shown, boolean elsewhere, boolean gone, List<HttpExchange> exchanges) {
            this(status, shown, elsewhere, gone, Optional.empty(), exchanges);
        }

        boolean taken() {
            return shown.isPresent() || elsewhere;
        }

        boolean heldBack() {
            return !taken() && HttpAnswer.holdsBack(status);
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
            sent.add(alone(field, one));
        }
        boolean named = sent.stream()
                .anyMatch(each ->
                        each.meaning() == Meaning.PRIVILEGE && (each.end() == End.OPENED || each.end() == End.STORED));
        if (all.opened().isPresent() && !named) {
            opening(together).ifPresent(sent::add);
        }
        return sent;
    }

    /** Which of those sent together opened what was closed, where no answer shows it. */
    private Optional<Sent> opening(List<GuardedField> together) throws ProbeException, InterruptedException {
        List<GuardedField> privileges = together.stream()
                .filter(each -> each.meaning() == Meaning.PRIVILEGE)
                .limit(most)
                .toList();
        for (GuardedField field : privileges) {
            Outcome one = write.with(List.of(field), Map.of());
            if (one.opened().isPresent()) {
                return Optional.of(sent(field, End.OPENED, one));
            }
        }
        return Optional.empty();
    }

    /** Of a field that was sent without others: what opened then was opened by it. */
    private Sent alone(GuardedField field, Outcome outcome) throws ProbeException, InterruptedException {
        Sent told = told(field, outcome);
        boolean opens = field.meaning() == Meaning.PRIVILEGE || field.meaning() == Meaning.OWNER;
        boolean opened = opens && outcome.opened().isPresent();
        return opened && told.end() != End.STORED ? sent(field, End.OPENED, outcome) : told;
    }

    private Sent told(GuardedField field, Outcome outcome) throws ProbeException, InterruptedException {
        End end = end(field, outcome);
        boolean word = field.value() instanceof Json.Str && write.mayBeFree(field);
        if (end == End.STORED && word && !stray) {
            Outcome any = write.with(List.of(field.worth(new Json.Str(strayText))), Map.of());
            boolean free = any.shown()
                    .filter(shown -> shown.shows(field.at(), new Json.Str(strayText)))
                    .isPresent();
            boolean refers = field.meaning() == Meaning.OWNER && write.refers(field);
            end = !free ? end : refers ? End.REFERRING : End.FREE_TEXT;
        }
        return sent(field, end, outcome);
    }

    private static Sent sent(GuardedField field, End end, Outcome outcome) {
        boolean told =
                Set.of(End.STORED, End.VANISHED, End.OPENED, End.REFERRING).contains(end);
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
        if (outcome.elsewhere()) {
            return "another client finds it among its own";
        }
        if (end == End.REFERRING) {
            return "it is read back, and leads to what another client owns, although any other text would stay as well";
        }
        String opened = outcome.opened().orElse("");
        return end == End.OPENED
                ? "from then on " + opened + " lets it in"
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
