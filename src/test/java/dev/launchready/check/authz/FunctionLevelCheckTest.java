package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialect.Flaw;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.Scan;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.function-level")
class FunctionLevelCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, Set<Flaw> flaws, String expected, Dialect dialect) throws Exception {
        assertThat(Told.of(Scan.of(new FunctionLevelCheck(), dialect, flaws))).isEqualTo(expected);
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.staffed().stream()
                .flatMap(each -> Stream.of(
                        row(
                                each,
                                Set.of(),
                                each.name().equals("throws-500") ? "WARN breaks-for-role" : "PASS role-reads"),
                        row(each, Set.of(Flaw.OPEN_ADMIN), "FAIL other-role-reads"),
                        row(each, Set.of(Flaw.PATH_WALL), "FAIL other-role-by-spelling")));
    }

    private static Arguments row(Dialect dialect, Set<Flaw> flaws, String expected) {
        return arguments(dialect.name(), flaws, expected, dialect);
    }
}
