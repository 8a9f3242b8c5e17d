package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.secrets.MapsSeen.PublicMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceMapsCheckTest {
    private static final SourceMapsCheck CHECK = new SourceMapsCheck();

    @Test
    void whatAMapHoldsDecides() {
        assertThat(codes(seen(map(List.of("src/a.ts"), 1, List.of("src/server/pay.ts")))))
                .containsExactly("server-code");
        assertThat(codes(seen(map(List.of("src/a.ts"), 1, List.of())))).containsExactly("own-code");
        assertThat(codes(seen(map(List.of("src/a.ts"), 0, List.of())))).containsExactly("own-paths");
        assertThat(judge(seen(map(List.of(), 0, List.of())))).isInstanceOf(Judgement.Passed.class);
    }

    @Test
    void aKeyInASourceIsToldWithItsClass() {
        assertThat(codes(holding("k=\"" + Keys.stripeLive(1) + "\""))).containsExactly("live-secret");
        assertThat(codes(holding("k=\"" + Keys.stripeTest(2) + "\""))).containsExactly("test-key");
        assertThat(codes(holding("k=\"" + Keys.googleBrowser(3) + "\""))).containsExactly("public-key");
        assertThat(codes(holding("token: \"" + Keys.random(4, 20) + "\""))).containsExactly("looks-like-a-secret");
    }

    @Test
    void withoutAScriptThereIsNothingToSayUnlessOneWasNamed() {
        assertThat(judge(new MapsSeen(List.of(), List.of(), 0, 0, 0, List.of())))
                .isInstanceOf(Judgement.NotApplicable.class);
        assertThat(unproven(new MapsSeen(List.of(), List.of(), 0, 2, 0, List.of())))
                .isEqualTo("scripts-unread");
        assertThat(unproven(new MapsSeen(List.of(), List.of(), 2, 2, 0, List.of("/a.js.map answers 503."))))
                .isEqualTo("not-all-read");
    }

    @Test
    void onlyWhatIsAMapByItsContentIsOne() {
        assertThat(MapContent.read("<!doctype html><html></html>")).isEmpty();
        assertThat(MapContent.read("{\"error\":\"not found\",\"version\":3}")).isEmpty();
        assertThat(MapContent.read(")]}'\n{\"version\":3,\"sources\":[],\"mappings\":\"\"}"))
                .isPresent();
        assertThat(MapContent.read(
                                "{\"version\":3,\"sections\":[{\"map\":{\"sources\":[\"./src/a.ts\"],\"mappings\":\"\"}}]}")
                        .orElseThrow()
                        .sources())
                .extracting(MapContent.Original::path)
                .containsExactly("src/a.ts");
    }

    @Test
    void packagesOfOthersAndWhatABundlerAddsAreNotThePortalsOwn() {
        for (String path : List.of(
                "webpack://app/./node_modules/react/index.js",
                "webpack/bootstrap",
                "webpack://app/webpack/runtime/chunk loaded",
                "../../node_modules/.pnpm/vue@3/dist/vue.js",
                "external \"react\"")) {
            assertThat(new MapContent.Original(path, Optional.empty()).own())
                    .as(path)
                    .isFalse();
        }
        assertThat(new MapContent.Original("src/App.tsx", Optional.empty()).own())
                .isTrue();
    }

    private static PublicMap map(List<String> own, int withContent, List<String> server) {
        return new PublicMap(
                "https://portal.example/a.js.map",
                "https://portal.example/a.js",
                "portal.example",
                "comment",
                own,
                own.size(),
                withContent,
                server,
                true);
    }

    private static MapsSeen seen(PublicMap map) {
        return new MapsSeen(List.of(map), List.of(), 1, 1, 0, List.of());
    }

    private static MapsSeen holding(String text) {
        return new MapsSeen(List.of(), Keys.in(text), 1, 1, 0, List.of());
    }

    private static Judgement judge(MapsSeen seen) {
        return CHECK.judge(seen, new Params(Map.of()));
    }

    private static List<String> codes(MapsSeen seen) {
        Judgement judged = judge(seen);
        List<Raised> raised =
                judged instanceof Judgement.Failed failed ? failed.raised() : ((Judgement.Warned) judged).raised();
        return raised.stream().map(each -> each.reason().code()).toList();
    }

    private static String unproven(MapsSeen seen) {
        return ((Judgement.Blocked) judge(seen)).unproven().get(0).reason().code();
    }
}
