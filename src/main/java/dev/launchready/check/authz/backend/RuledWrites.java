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

/** Puts one small new thing of the run's own below a path, as nobody, and takes it away again; told to the journal before it is sent. */
final class RuledWrites {
    private final CheckContext context;
    private final RuledTree tree;
    private final Reader nobody;

    RuledWrites(CheckContext context, RuledTree tree, Reader nobody) {
        this.context = context;
        this.tree = tree;
        this.nobody = nobody;
    }

    /** Empty without consent, and where a path has an id in it that nobody owns. */
    Optional<Writing> tryAt(TreePath path) throws ProbeException, InterruptedException {
        boolean allowed = context.portal().consent().covers(TrafficClass.WRITES, LocalDate.now(context.clock()));
        boolean fit = path.suffix().isEmpty() && !(path.root() && tree.places() == PlaceKind.COLLECTION);
        if (!allowed || !fit) {
            return Optional.empty();
        }
        Workbench bench = context.sessions().workbench();
        String marker = bench.marker();
        RuledTree.Putting putting = tree.putting(nobody, path.prefix(), marker);
        String type = tree.places().label();
        bench.making(type, marker);
        HttpAnswer answer = context.http().send(putting.call());
        if (answer.status() >= 400) {
            boolean refused = answer.status() == 401 || answer.status() == 403;
            return Optional.of(
                    new Writing(refused ? Write.REFUSED : Write.UNCLEAR, says(answer), List.of(answer.evidence())));
        }
        if (answer.status() >= 300 || !answer.text().contains(marker)) {
            return Optional.of(new Writing(Write.UNCLEAR, says(answer), List.of(answer.evidence())));
        }
        Made made = bench.madeAt(type, putting.address(), marker);
        HttpCall removal = HttpCall.of("DELETE", putting.address());
        HttpAnswer gone = context.http().send(nobody.sign(removal).needing(TrafficClass.WRITES));
        boolean undone = gone.status() < 300;
        if (undone) {
            bench.forget(made);
        }
        return Optional.of(new Writing(
                undone ? Write.TAKEN : Write.LEFT, says(answer), List.of(answer.evidence(), gone.evidence())));
    }

    private static String says(HttpAnswer answer) {
        GoogleAnswer google = new GoogleAnswer(answer);
        return answer.status() < 400 ? String.valueOf(answer.status()) : google.says();
    }
}
