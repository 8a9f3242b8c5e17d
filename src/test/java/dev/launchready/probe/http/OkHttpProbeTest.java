package dev.launchready.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OkHttpProbeTest {

    @Test
    void bringsBackAnAnswerAsItWasSent() throws Exception {
        String answer = "HTTP/1.1 200 Fine\r\nContent-Type: text/plain\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
                + "Content-Length: 5\r\n\r\nhello";
        try (RawServer server = new RawServer(RawServer.saying(answer));
                OkHttpProbe probe = probe()) {
            HttpAnswer got = probe.send(HttpCall.get(server.url("/Some//Path%2fx?q=1")));
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.text()).isEqualTo("hello");
            assertThat(got.headers("set-cookie")).containsExactly("a=1", "b=2");
            assertThat(got.address()).isEqualTo("127.0.0.1");
            assertThat(got.truncated()).isFalse();
            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0)).startsWith("GET /Some//Path%2fx?q=1 HTTP/1.1\r\n");
        }
    }

    private static OkHttpProbe probe() {
        return new OkHttpProbe(HttpSettings.of(Set.of("127.0.0.1")).with(Rates.LOCAL), Clock.systemUTC(), List.of());
    }
}
