package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.ForgedTokenCheck.Forged;
import dev.launchready.check.auth.ForgedTokenCheck.Seen;
import dev.launchready.check.auth.ForgedTokenCheck.Taken;
import dev.launchready.check.auth.ForgedTokenCheck.Tried;
import dev.launchready.check.auth.ForgedTokenCheck.Way;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges which forged tokens were taken for good ones; of several with one cause, the cause is told. */
final class ForgedTokenJudge {
    private static final Map<Way, Reason> REASONS = new EnumMap<>(Map.of(
            Way.GARBAGE, ForgedTokenCheck.GARBAGE_ACCEPTED,
            Way.ALTERED, ForgedTokenCheck.ALTERED_TOKEN_ACCEPTED,
            Way.OTHER_SIGNATURE, ForgedTokenCheck.SIGNATURE_NOT_CHECKED,
            Way.STRIPPED, ForgedTokenCheck.SIGNATURE_STRIPPED,
            Way.NONE, ForgedTokenCheck.NONE_ALGORITHM,
            Way.CONFUSED, ForgedTokenCheck.KEY_CONFUSION,
            Way.BLANK, ForgedTokenCheck.BLANK_SECRET,
            Way.KEY_ID, ForgedTokenCheck.KEY_ID_TRICK,
            Way.FOREIGN, ForgedTokenCheck.FOREIGN_SECRET_ACCEPTED));
    /** What follows from each: whoever checks no signature takes every token. */
    private static final Map<Way, Set<Way>> EXPLAINS = Map.of(
            Way.GARBAGE, Set.of(Way.values()),
            Way.ALTERED, Set.of(Way.FOREIGN),
            Way.OTHER_SIGNATURE, Set.of(Way.STRIPPED, Way.NONE, Way.CONFUSED, Way.BLANK, Way.KEY_ID),
            Way.STRIPPED, Set.of(Way.NONE),
            Way.BLANK, Set.of(Way.KEY_ID));

    private final Seen seen;
    private final Tally tally = new Tally();

    ForgedTokenJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        Set<String> carriers = new TreeSet<>();
        int forged = 0;
        for (Tried tried : seen.tried()) {
            judge(tried);
            carriers.add(tried.carrier());
            forged += tried.forged().size();
        }
        if (seen.tried().isEmpty()) {
            return Tally.blocked(
                    ForgedTokenCheck.GOOD_TOKEN_REFUSED, Map.of("identity", "nobody", "carrier", "anything"));
        }
        tally.fact("forged", forged).fact("carriers", String.join(", ", carriers));
        return tally.conclude();
    }

    private void judge(Tried tried) {
        Map<String, String> facts = Map.of(
                "identity", tried.identity(),
                "carrier", tried.carrier(),
                "algorithm", tried.algorithm().orElse("none"));
        if (tried.secretFound()) {
            tally.raise(raised(ForgedTokenCheck.WEAK_SECRET, tried, Proof.CONFIRMED));
        }
        if (tried.guessable()) {
            tally.raise(raised(ForgedTokenCheck.GUESSABLE_TOKEN, tried, Proof.CONFIRMED));
        }
        Set<Way> accepted = tried.forged().stream()
                .filter(each -> each.taken() == Taken.ACCEPTED)
                .map(Forged::way)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Way way : accepted) {
            boolean explained = accepted.stream()
                    .anyMatch(other -> other != way
                            && EXPLAINS.getOrDefault(other, Set.of()).contains(way));
            if (!explained) {
                raise(way, tried);
            }
        }
        if (!tried.aliveAfter()) {
            tally.unproven(ForgedTokenCheck.GOOD_TOKEN_REFUSED, facts);
        } else if (tried.forged().stream().anyMatch(each -> each.taken() == Taken.HELD_BACK)) {
            tally.unproven(ForgedTokenCheck.HELD_BACK, facts);
        } else {
            tally.control("good-token", facts);
        }
    }

    private void raise(Way way, Tried tried) {
        List<Forged> taken = tried.forged().stream()
                .filter(each -> each.way() == way && each.taken() == Taken.ACCEPTED)
                .toList();
        Proof proof = taken.stream().map(Forged::proof).min(Proof::compareTo).orElse(Proof.STRONG);
        tally.raise(raised(REASONS.getOrDefault(way, ForgedTokenCheck.ALTERED_TOKEN_ACCEPTED), tried, proof)
                .fact("variants", taken.stream().map(Forged::variant).collect(Collectors.joining(", ")))
                .showing(taken.get(0).exchange()));
    }

    private Raised raised(Reason reason, Tried tried, Proof proof) {
        return Raised.of(reason, Where.host(seen.host()), proof)
                .fact("identity", tried.identity())
                .fact("carrier", tried.carrier())
                .fact("algorithm", tried.algorithm().orElse("none"))
                .locatedBy(tried.carrier());
    }
}
