package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Crossing;
import dev.launchready.check.authz.backend.Survey.Pair;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Json;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether one tenant sees another's rows of a place. */
final class Crossings {
    private final Readers readers;
    private final Map<Reader, Reading> readings;
    private final Asking asking;

    /** Asks a place for rows in which a column has a value. */
    interface Asking {
        Optional<Reading> ask(Reader reader, String column, String value) throws ProbeException, InterruptedException;
    }

    /** @param readings what each identity got of the place, nobody left out */
    Crossings(Readers readers, Map<Reader, Reading> readings, Asking asking) {
        this.readers = readers;
        this.readings = Map.copyOf(readings);
        this.asking = asking;
    }

    List<Pair> look(List<Reader> order) throws ProbeException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (Reader owner : order) {
            for (Reader reader : order) {
                Reading theirs = readings.get(owner);
                Reading mine = readings.get(reader);
                if (theirs != null
                        && mine != null
                        && theirs.access() == Access.ROWS
                        && readers.strangers(owner, reader)) {
                    pairs.add(pair(owner, theirs, reader, mine));
                }
            }
        }
        return pairs;
    }

    private Pair pair(Reader owner, Reading theirs, Reader reader, Reading mine)
            throws ProbeException, InterruptedException {
        List<HttpExchange> exchanges = new ArrayList<>(
                List.of(mine.answer().evidence(), theirs.answer().evidence()));
        if (mine.access() == Access.UNCLEAR) {
            return told(owner, reader, Crossing.UNCLEAR, 0, mine.says(), exchanges);
        }
        Set<String> words = own(owner, reader);
        Rows got = mine.rows();
        for (Reading further : directed(owner, theirs, reader)) {
            got = got.and(further.rows());
            if (further.rows().size() > 0) {
                exchanges.add(0, further.answer().evidence());
            }
        }
        Rows foreign = got.without(own(reader, owner));
        Rows owned = foreign.holding(words);
        if (owned.size() > 0) {
            return told(owner, reader, Crossing.OWN_ROWS, owned.size(), "a name or id of " + owner, exchanges);
        }
        Rows both = foreign.alsoIn(theirs.rows());
        if (both.size() == 0) {
            return told(owner, reader, Crossing.NOTHING, 0, "", exchanges);
        }
        Crossing crossing = both.owners() > 1 ? Crossing.MANY_OWNERS : Crossing.SAME_ROWS;
        String because = both.owners() > 1
                ? both.owners() + " different values of " + both.ownerColumn().orElse("")
                : "";
        return told(owner, reader, crossing, both.size(), because, exchanges);
    }

    /** Asks as the reader for what is the owner's, by the owner's id and by the ids of its rows: a long list may not show it. */
    private List<Reading> directed(Reader owner, Reading theirs, Reader reader)
            throws ProbeException, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        Optional<String> column = theirs.rows().ownerColumn();
        if (column.isPresent() && owner.id().isPresent()) {
            asking.ask(reader, column.get(), owner.id().get()).ifPresent(readings::add);
        }
        Rows owned = theirs.rows().holding(owner.words());
        Rows rows = owned.size() > 0 ? owned : theirs.rows();
        Optional<Json.Obj> first = rows.all().stream().findFirst();
        Optional<String> id = first.flatMap(rows::id);
        if (id.isPresent()) {
            asking.ask(reader, "id", id.get()).ifPresent(readings::add);
        }
        return readings;
    }

    /** The words of the first that are not the second's as well. */
    private static Set<String> own(Reader first, Reader second) {
        Set<String> words = new HashSet<>(first.words());
        words.removeAll(second.words());
        return words;
    }

    private Pair told(
            Reader owner, Reader reader, Crossing crossing, int rows, String because, List<HttpExchange> exchanges) {
        return new Pair(owner.name(), reader.name(), readers.roles(owner, reader), crossing, rows, because, exchanges);
    }
}
