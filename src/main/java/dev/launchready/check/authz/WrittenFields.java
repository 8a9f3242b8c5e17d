package dev.launchready.check.authz;

import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.Workbench;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names of members that the run itself has sent: a portal that keeps and shows them reveals nothing of its own. */
record WrittenFields(Set<String> names) {
    WrittenFields {
        names = Set.copyOf(names);
    }

    static WrittenFields of(Collection<HttpAnswer> answers) {
        Set<String> names = new HashSet<>();
        for (HttpAnswer answer : answers) {
            answer.call()
                    .body()
                    .flatMap(body -> JsonBody.parse(new String(body.bytes(), StandardCharsets.UTF_8)))
                    .ifPresent(json -> json.scalars((path, value) -> last(path).ifPresent(names::add)));
        }
        return new WrittenFields(names);
    }

    /** Whether every one of those members was sent by the run, and the answer is about something that the run made. */
    boolean all(List<String> members, HttpAnswer answer) {
        return Workbench.marked(answer.text())
                && members.stream().allMatch(member -> names.contains(member.substring(member.lastIndexOf('.') + 1)));
    }

    private static Optional<String> last(List<String> path) {
        return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
    }
}
