package dev.launchready.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.face.ToldPortal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":null,\"errors\":[{\"message\":\"no\",\"path\":[\"users\"]}]} | true",
                "{\"data\":{\"users\":null},\"errors\":[{\"message\":\"no\"}]} | true",
                "{\"data\":{\"users\":[{\"id\":7}]},\"errors\":[{\"message\":\"one field\"}]} | false",
                "{\"success\":false,\"message\":\"no\"} | true",
                "{\"ok\":false} | true",
                "{\"error\":\"not found\"} | true",
                "{\"error\":null,\"name\":\"Tide\"} | false",
                "{\"errors\":[],\"name\":\"Tide\"} | false",
                "{\"success\":true,\"data\":{\"error\":\"kept in the record\"}} | false",
                "[{\"error\":\"in a list\"}] | false",
                "Tide | false"
            })
    void an_answer_says_itself_that_it_failed(String body, boolean expected) {
        assertThat(Failing.said(ToldPortal.answer(
                        "https://portal.harbor.example/x", ToldPortal.typed("application/json", body))))
                .isEqualTo(expected);
    }
}
