package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.Write;
import dev.launchready.check.authz.backend.Survey.Writing;
import dev.launchready.model.TrafficClass;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Made;
import dev.launchready.session.Workbench;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts one small new thing of the run's own somewhere, and takes it away again; told to the journal before it is sent. */
final class Trial {
    private final CheckContext context;
    private final Reader writer;

    Trial(CheckContext context, Reader writer) {
        this.context = context;
        this.writer = writer;
    }

    /**
     * @param type what it is, for the journal
     * @param putting of a marker, the request that puts it there
     * @return empty without consent
     */
    Optional<Writing> of(String type, Function<String, RuledTree.Putting> putting)
            throws ProbeException, InterruptedException {
        if (!context.portal().consent().covers(TrafficClass.WRITES, LocalDate.now(context.clock()))) {
            return Optional.empty();
        }
        Workbench bench = context.sessions().workbench();
        String marker = bench.marker();
        RuledTree.Putting put = putting.apply(marker);
        bench.making(type, marker);
        HttpAnswer answer = context.http().send(put.call());
        if (answer.status() >= 300) {
            boolean refused = answer.status() == 401 || answer.status() == 403;
            return Optional.of(
                    new Writing(refused ? Write.REFUSED : Write.UNCLEAR, says(answer), List.of(answer.evidence())));
        }
        Made made = bench.madeAt(type, put.address(), marker);
        boolean there = answer.text().contains(marker) || read(put).contains(marker);
        HttpCall removal = HttpCall.of("DELETE", put.address());
        HttpAnswer gone = context.http().send(writer.sign(removal).needing(TrafficClass.WRITES));
        boolean undone = gone.status() < 300 || gone.status() == 404;
        if (undone) {
            bench.forget(made);
        }
        Write end = !there ? Write.UNCLEAR : undone ? Write.TAKEN : Write.LEFT;
        return Optional.of(new Writing(end, says(answer), List.of(answer.evidence(), gone.evidence())));
    }

    private String read(RuledTree.Putting put) throws ProbeException, InterruptedException {
        return context.http().send(writer.sign(HttpCall.get(put.address()))).text();
    }

    private static String says(HttpAnswer answer) {
        String google = new GoogleAnswer(answer).says();
        return answer.status() < 300
                ? String.valueOf(answer.status())
                : google.contains(":") ? google : new StoreAnswer(answer).says();
    }
}
