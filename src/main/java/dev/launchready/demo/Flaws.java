package dev.launchready.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every flaw that the demo portal can have, in the order of the families. */
public final class Flaws {
    private static final List<Flaw> ALL = joined(List.of(
            AccessFlaws.ALL,
            NestingFlaws.ALL,
            FileFlaws.ALL,
            AnswerFlaws.ALL,
            OpenFlaws.ALL,
            GraphFlaws.ALL,
            WriteFlaws.ALL,
            DataFlaws.ALL,
            SessionFlaws.ALL,
            PhoneFlaws.ALL,
            FormFlaws.ALL,
            AccountFlaws.ALL,
            TransportFlaws.ALL,
            ContentFlaws.ALL,
            HostFlaws.ALL,
            HeaderFlaws.ALL,
            CorsFlaws.ALL,
            SourceFlaws.ALL,
            ServedFlaws.ALL,
            ResponseFlaws.ALL,
            LeakFlaws.ALL,
            HistoryFlaws.ALL));

    /**
     * Flaws that do not show while a wider one of the same check is on: there is one session cookie, one token and one way out.
     */
    private static final Set<Flaw> OUTSHONE = Set.of(
            AccessFlaws.LOOKS_FOREIGN,
            AccessFlaws.LOOKS_OPEN,
            AccessFlaws.ROLE_LOOKS_OPEN,
            CorsFlaws.ODD_CHARACTER,
            CorsFlaws.PREFLIGHT,
            CorsFlaws.NO_CORS,
            CorsFlaws.REFLECTED_OPEN,
            SessionFlaws.SAME_SITE_MISSING,
            SessionFlaws.PREFIX_BROKEN,
            SessionFlaws.TOKEN_BRIEFLY,
            SessionFlaws.TOKEN_SURVIVES,
            SessionFlaws.COOKIE_STAYS,
            SessionFlaws.ID_CHOSEN,
            SessionFlaws.TOKEN_LIVES_LONG,
            SessionFlaws.GARBAGE_TOKEN,
            SessionFlaws.BLANK_SECRET,
            SessionFlaws.SIGNATURE_STRIPPED,
            SessionFlaws.NONE_ALGORITHM,
            SessionFlaws.ANSWER_TELLS,
            SessionFlaws.TIME_TELLS,
            AccountFlaws.EMAIL_WAITS);

    private Flaws() {}

    /** Every flaw that shows when all the others are on as well. */
    public static Set<Flaw> together() {
        Set<Flaw> flaws = new LinkedHashSet<>(ALL);
        flaws.removeAll(OUTSHONE);
        flaws.removeAll(NestingFlaws.OUTSHONE);
        flaws.removeAll(FileFlaws.OUTSHONE);
        flaws.removeAll(SourceFlaws.OUTSHONE);
        flaws.removeAll(HistoryFlaws.OUTSHONE);
        flaws.removeAll(ServedFlaws.OUTSHONE);
        return flaws;
    }

    public static List<Flaw> all() {
        return ALL;
    }

    public static Optional<Flaw> find(String id) {
        return ALL.stream().filter(flaw -> flaw.id().equals(id)).findFirst();
    }

    private static List<Flaw> joined(List<List<Flaw>> families) {
        Set<Flaw> flaws = new LinkedHashSet<>();
        families.forEach(flaws::addAll);
        return List.copyOf(new ArrayList<>(flaws));
    }
}
