package dev.launchready.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.face.ToldPortal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdFinderTest {
    private static final List<String> TEMPLATES = List.of(
            "/matters/{case}",
            "/api/data/{record_id}",
            "/orgs/{org}/people/{person}",
            "/api/inbox/{message}",
            "/api/threads/{thread}");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void types_come_from_the_route_that_leads_on(String path, String body, List<Map<String, String>> expected) {
        IdFinder finder = new IdFinder(TEMPLATES, List.of());
        String url = "https://portal.harbor.example" + path;
        assertThat(finder.in(ToldPortal.answer(url, ToldPortal.typed("application/json", body))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> types_come_from_the_route_that_leads_on() {
        return Stream.of(
                arguments("/matters", "[{\"id\":\"m1\"}]", List.of(Map.of("case", "m1"))),
                arguments("/matters/", "{\"matters\":[{\"id\":7}]}", List.of(Map.of("case", "7"))),
                arguments("/api/data", "{\"data\":[{\"uuid\":\"u1\"}]}", List.of(Map.of("record", "u1"))),
                arguments("/orgs/o1/people", "{\"people\":[{\"id\":\"p1\"}]}", List.of(Map.of("person", "p1"))),
                arguments("/api/inbox", "{\"threads\":[{\"id\":\"t1\"}]}", List.of(Map.of("thread", "t1"))),
                arguments(
                        "/api/data",
                        "{\"items\":[{\"id\":\"r1\",\"author\":{\"id\":\"a1\"}}]}",
                        List.of(Map.of("record", "r1"))),
                arguments(
                        "/api/data",
                        "[{\"code\":\"c1\",\"id\":1},{\"code\":\"c2\",\"id\":2},{\"id\":3},{\"id\":4}]",
                        Stream.of("1", "4", "2", "3", "c1", "c2")
                                .map(id -> Map.of("record", id))
                                .toList()),
                arguments("/api/else", "{\"items\":[{\"id\":\"x1\"}]}", List.of()));
    }
}
