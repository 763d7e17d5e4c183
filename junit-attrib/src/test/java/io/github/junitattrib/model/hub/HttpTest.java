package io.github.junitattrib.model.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class HttpTest {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    @Test
    void goesThroughTheProxy() throws IOException {
        try (WebServer proxy = new WebServer(exchange -> WebServer.send(exchange, "by proxy".getBytes(UTF_8)))) {
            var selector = ProxySelector.of(
                    InetSocketAddress.createUnresolved("localhost", proxy.uri().getPort()));

            byte[] answer = new Http(Optional.empty(), SILENCE, selector).get(URI.create("http://hub.invalid/x"), 100);

            assertThat(answer).asString(UTF_8).isEqualTo("by proxy");
            assertThat(proxy.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.path()).isEqualTo("http://hub.invalid/x"));
        }
    }

    @Test
    void refusesAnAnswerThatIsTooLong() throws IOException {
        try (WebServer server = new WebServer(exchange -> WebServer.send(exchange, new byte[101]))) {
            Http http = new Http(Optional.empty(), SILENCE);

            assertThatThrownBy(() -> http.get(server.uri(), 100))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the server sends more than the 100 bytes that are allowed");
        }
    }

    @Test
    void doesNotReadAnEndlessPageOfAnError() throws IOException {
        try (WebServer server = new WebServer(exchange -> {
            exchange.sendResponseHeaders(404, 0);
            byte[] page = new byte[1 << 16];
            // Until the reader hangs up.
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(page);
            }
        })) {
            Http http = new Http(Optional.empty(), SILENCE);

            assertThatThrownBy(() -> http.get(server.uri(), 100)).isInstanceOf(HttpFailure.class);
        }
    }

    @Test
    void triesAgainWhatMayPassAndNothingElse() {
        assertThat(attempts(new IOException("reset"))).isEqualTo(5);
        assertThat(attempts(new LocalFileException(new IOException("full")))).isEqualTo(1);
        assertThat(attempts(new SSLHandshakeException("unknown"))).isEqualTo(1);
    }

    private static int attempts(IOException failure) {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> Variables.IMPATIENT.run(() -> {
                    attempts.incrementAndGet();
                    throw failure;
                }))
                .isSameAs(failure);
        return attempts.get();
    }
}
