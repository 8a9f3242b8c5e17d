package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.Write;
import dev.launchready.check.authz.backend.Survey.Writing;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries to add a row as nobody that the table itself must refuse: every column is null, the key too. PostgreSQL asks for privileges first,
 * then for the policies of row level security, and only then for the row's own constraints (ExecInsert: the check options come before
 * ExecConstraints). So a complaint about the row proves that the writer would have been let in, and nothing is ever added.
 */
final class InsertProbe {
    private static final List<String> KEYS = List.of("id", "uuid");
    private static final String NO_PRIVILEGE = "42501";
    /** Integrity constraint violation, appendix A of PostgreSQL's manual. */
    private static final String CONSTRAINT = "23";

    private static final int CREATED = 201;

    private final CheckContext context;
    private final Gate gate;
    private final Reader nobody;

    InsertProbe(CheckContext context, Gate gate, Reader nobody) {
        this.context = context;
        this.gate = gate;
        this.nobody = nobody;
    }

    /**
     * @param columns all that are known
     * @param wanted those known not to take null
     * @return empty without consent, and where no column is known that cannot be null
     */
    Optional<Writing> tryAt(String target, String schema, Set<String> columns, Set<String> wanted)
            throws ProbeException, InterruptedException {
        boolean allowed = context.portal().consent().covers(TrafficClass.WRITES, LocalDate.now(context.clock()));
        boolean refusedByItself = !wanted.isEmpty() || KEYS.stream().anyMatch(columns::contains);
        if (!allowed || !refusedByItself) {
            return Optional.empty();
        }
        Map<String, Json> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, new Json.Null()));
        HttpCall.Content body = new HttpCall.Content(
                "application/json", JsonBody.write(new Json.Obj(row)).getBytes(StandardCharsets.UTF_8));
        HttpCall call = gate.of("POST", target)
                .with("Prefer", "return=minimal, tx=rollback")
                .needing(TrafficClass.WRITES)
                .carrying(body);
        HttpCall profiled = schema.isEmpty() ? call : call.with("Content-Profile", schema);
        HttpAnswer answer = gate.ask(nobody, profiled);
        return Optional.of(new Writing(end(answer), new PostgrestAnswer(answer).says(), List.of(answer.evidence())));
    }

    private static Write end(HttpAnswer answer) {
        String code = new PostgrestAnswer(answer).code();
        if (code.equals(NO_PRIVILEGE)) {
            return Write.REFUSED;
        }
        if (code.startsWith(CONSTRAINT)) {
            return Write.TAKEN;
        }
        boolean undone = answer.header("preference-applied")
                .filter(line -> line.contains("tx=rollback"))
                .isPresent();
        return answer.status() != CREATED ? Write.UNCLEAR : undone ? Write.TAKEN : Write.LEFT;
    }
}
