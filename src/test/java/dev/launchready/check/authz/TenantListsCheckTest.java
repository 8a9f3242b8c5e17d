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

@DisplayName("authz.tenant-lists")
class TenantListsCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, Set<Flaw> flaws, String expected, Dialect dialect) throws Exception {
        assertThat(Told.of(Scan.of(new TenantListsCheck(), dialect, flaws))).startsWith(expected);
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.withRecordings().stream()
                .flatMap(each -> Stream.of(
                        row(each, Set.of(), "PASS own-only"),
                        row(each, Set.of(Flaw.FOREIGN_READ), "PASS own-only"),
                        row(each, Set.of(Flaw.MIXED_LIST), "FAIL lists-foreign")));
    }

    private static Arguments row(Dialect dialect, Set<Flaw> flaws, String expected) {
        return arguments(dialect.name(), flaws, expected, dialect);
    }
}
