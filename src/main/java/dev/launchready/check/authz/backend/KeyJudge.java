package dev.launchready.check.authz.backend;

import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.backend.Survey.OpenedKey;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.LinkedHashMap;
import java.util.Map;

/** Judges what the keys of search and map services open that every visitor is handed. */
final class KeyJudge {
    private final Tally tally;

    KeyJudge(Tally tally) {
        this.tally = tally;
    }

    void judge(OpenedKey key) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("service", key.kind().label());
        facts.put("kind", key.kind().key());
        facts.put("from", key.path());
        facts.put("vendor", key.vendor());
        facts.put("shown", key.shown());
        facts.put("length", String.valueOf(key.length()));
        facts.put("rights", key.rights());
        facts.put("answer", key.says());
        switch (key.opens()) {
            case NOTHING, WHAT_IT_NEEDS -> tally.control("key-held", facts);
            case UNCLEAR -> tally.unproven(KeyReasons.UNCLEAR, facts);
            case WRITING -> raise(KeyReasons.WRITES, key, facts);
            case MORE -> raise(KeyReasons.OPENS_MORE, key, facts);
            case ANYWHERE -> raise(KeyReasons.ANYWHERE, key, facts);
            case PAID -> raise(KeyReasons.PAID_API, key, facts);
        }
    }

    private void raise(Reason reason, OpenedKey key, Map<String, String> facts) {
        Raised raised = Raised.of(reason, Where.route("GET", key.path(), key.host()), Proof.CONFIRMED)
                .locatedBy(key.shown() + " " + key.rights())
                .showing(key.exchanges());
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            raised = raised.fact(fact.getKey(), fact.getValue());
        }
        tally.raise(raised);
    }
}
