package dev.launchready.probe.git;

import dev.launchready.probe.git.Commits.Commit;
import dev.launchready.probe.git.Commits.Tag;
import dev.launchready.probe.git.Presence.At;
import dev.launchready.probe.git.Presence.Reach;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where in the messages of commits and tags something was found. */
final class Messages {
    private final ObjectStore store;
    private final FoundTrees found;

    Messages(ObjectStore store, FoundTrees found) {
        this.store = store;
        this.found = found;
    }

    /**
     * @param named what refs stand for
     * @param reached commits that refs lead to
     * @param logged commits that reflogs alone lead to
     */
    Stream<Presence> said(Collection<String> named, List<Commit> reached, List<Commit> logged) {
        if (found.said.isEmpty()) {
            return Stream.empty();
        }
        Set<Integer> led = numbers(reached);
        named.stream()
                .filter(Names::isHex)
                .map(name -> store.find(Names.bytes(name), 0))
                .forEach(led::add);
        Set<Integer> remembered = numbers(logged);
        return found.said.entrySet().stream().flatMap(each -> {
            int at = each.getKey();
            Reach reach = led.contains(at) ? Reach.REF : remembered.contains(at) ? Reach.REFLOG : Reach.NOTHING;
            return reach == Reach.NOTHING && !store.own(at) ? Stream.empty() : presences(at, each.getValue(), reach);
        });
    }

    private static Set<Integer> numbers(List<Commit> commits) {
        return commits.stream().map(Commit::number).collect(Collectors.toSet());
    }

    private Stream<Presence> presences(int object, int[] numbers, Reach reach) {
        String name = Names.hex(store.name(object));
        Commit commit = found.commits.get(object);
        Tag tag = found.tags.get(object);
        At when = new At(name, commit != null ? commit.when() : Commits.when(tag == null ? 0 : tag.made()));
        return Arrays.stream(numbers).mapToObj(number -> Presence.message(number, when, reach));
    }
}
