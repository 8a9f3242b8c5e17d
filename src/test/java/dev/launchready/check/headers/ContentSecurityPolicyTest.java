package dev.launchready.check.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSecurityPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'self' 'unsafe-inline'",
                "script-src 'self' 'UNSAFE-INLINE'",
                "default-src 'none'; script-src-elem 'unsafe-inline'",
                "script-src 'self'; script-src-attr 'unsafe-inline'",
                "img-src 'self'"
            })
    void inlineScriptsRun(String header) {
        assertThat(policy(header).allowsInlineScripts()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script-src 'self'",
                "script-src 'self' 'unsafe-inline' 'nonce-abc'",
                "script-src 'unsafe-inline' 'sha256-abc='",
                "script-src 'unsafe-inline' 'strict-dynamic'",
                "default-src 'unsafe-inline'; script-src 'self'",
                "script-src 'self', script-src 'unsafe-inline'",
                "script-src 'self'; script-src 'unsafe-inline'"
            })
    void inlineScriptsDoNotRun(String header) {
        assertThat(policy(header).allowsInlineScripts()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script-src *",
                "script-src https:",
                "script-src 'self' http:",
                "script-src data:",
                "default-src *",
                "script-src https://*",
                "script-src *.com",
                "script-src *:443"
            })
    void scriptsComeFromAnywhere(String header) {
        assertThat(policy(header).allowsScriptsFromAnywhere()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script-src 'self' https://cdn.harbor.example",
                "script-src 'nonce-a' 'strict-dynamic' https: http:",
                "script-src *.harbor.example",
                "default-src *; script-src 'self'",
                "script-src 'none'",
                "script-src https:, script-src 'self'"
            })
    void scriptsComeFromNamedPlacesAlone(String header) {
        assertThat(policy(header).allowsScriptsFromAnywhere()).isFalse();
    }

    @Test
    void anywhereInOnePolicyAndDataInTheOtherIsNeither() {
        assertThat(policy("script-src https:, script-src data:").allowsScriptsFromAnywhere())
                .isFalse();
    }

    @Test
    void scriptRulesDoNotComeFromOtherDirectives() {
        assertThat(policy("frame-ancestors 'self'; upgrade-insecure-requests").governsScripts())
                .isFalse();
        assertThat(policy("default-src 'self'").governsScripts()).isTrue();
    }

    @Test
    void evalFallsBackToDefault() {
        assertThat(policy("default-src 'self' 'unsafe-eval'").allowsEval()).isTrue();
        assertThat(policy("default-src 'unsafe-eval'; script-src 'self'").allowsEval())
                .isFalse();
    }

    @Test
    void metaCannotSetFrameAncestors() {
        ContentSecurityPolicy meta =
                ContentSecurityPolicy.read(List.of(), List.of("script-src 'self'; frame-ancestors 'none'"));
        assertThat(meta.governsScripts()).isTrue();
        assertThat(meta.frameAncestors()).isEmpty();
    }

    @Test
    void pluginsFallBackToDefaultAndBaseDoesNot() {
        assertThat(policy("default-src 'self'").restrictsPlugins()).isTrue();
        assertThat(policy("default-src 'self'").restrictsBase()).isFalse();
        assertThat(policy("script-src 'self'").restrictsPlugins()).isFalse();
        assertThat(policy("base-uri 'none'").restrictsBase()).isTrue();
    }

    @Test
    void namesHostsOnWhichAnybodyPublishes() {
        assertThat(policy("script-src 'self' https://cdn.jsdelivr.net").sharedScriptHosts())
                .containsExactly("cdn.jsdelivr.net");
        assertThat(policy("script-src 'self' https://cdn.jsdelivr.net/npm/vue@3.4.0/dist/vue.js")
                        .sharedScriptHosts())
                .isEmpty();
        assertThat(policy("script-src 'nonce-a' 'strict-dynamic' https://unpkg.com")
                        .sharedScriptHosts())
                .isEmpty();
        assertThat(policy("img-src https://unpkg.com").sharedScriptHosts()).isEmpty();
    }

    @Test
    void seesSlips() {
        assertThat(policy("script-src self object-src 'none'").slips())
                .containsExactly("self in script-src", "object-src in script-src");
        assertThat(policy("script-src 'self'; object-src 'none'; sandbox allow-scripts")
                        .slips())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''|true",
                "''|DENY|false",
                "''|sameorigin|false",
                "''|ALLOW-FROM https://a.example|true",
                "''|ALLOWALL|true",
                "''|DENY, SAMEORIGIN|false",
                "''|SAMEORIGIN, SAMEORIGIN|false",
                "''|foo, bar|true",
                "frame-ancestors 'none'|''|false",
                "frame-ancestors *|DENY|true",
                "frame-ancestors https:|''|true",
                "frame-ancestors 'self' https://partner.example|''|false",
                "frame-ancestors *, frame-ancestors 'self'|''|false",
                "default-src 'none'|''|true"
            })
    void tellsWhoMayFrame(String policy, String frameOptions, boolean anybody) {
        List<String> options = frameOptions.isEmpty() ? List.of() : List.of(frameOptions);
        assertThat(Framing.of(policy(policy), options).byAnybody()).isEqualTo(anybody);
    }

    private static ContentSecurityPolicy policy(String header) {
        return ContentSecurityPolicy.read(List.of(header), List.of());
    }
}
