package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, given up when the server falls silent.
 *
 * <p>The client's own timeout ends with the headers of the answer, and a body may be large.
 */
final class Exchange {

    private final Function<ResponseInfo, BodySink> sinks;
    private @Nullable BodySink body;
    private boolean abandoned;

    private Exchange(Function<ResponseInfo, BodySink> sinks) {
        this.sinks = sinks;
    }

    /**
     * Sends a request and waits for the end of the answer.
     *
     * @param sinks where the body goes, by status and headers
     * @param silence for how long nothing may come
     * @throws IOException if the answer breaks off or the server falls silent; nothing is written any more then
     */
    static HttpResponse<Long> run(
            HttpClient client, HttpRequest request, Function<ResponseInfo, BodySink> sinks, Duration silence)
            throws IOException {
        Exchange exchange = new Exchange(sinks);
        CompletableFuture<HttpResponse<Long>> answer = client.sendAsync(request, exchange::open);
        try {
            return exchange.await(answer, silence, request.uri().getHost());
        } catch (IOException e) {
            exchange.abandon(e);
            answer.cancel(true);
            throw e;
        }
    }

    private HttpResponse<Long> await(CompletableFuture<HttpResponse<Long>> answer, Duration silence, String host)
            throws IOException {
        long before = -1;
        while (true) {
            try {
                return answer.get(silence.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = received();
                if (now == before) {
                    throw new HttpTimeoutException(
                            host + " has sent nothing for " + silence.toMillis() / 1000.0 + " s");
                }
                before = now;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause
                        ? cause
                        : new IOException(String.valueOf(e.getCause()), e);
            }
        }
    }

    /** The answer may come when nobody waits for it any more. */
    private synchronized BodySink open(ResponseInfo info) {
        BodySink sink = abandoned ? BodySink.nowhere() : sinks.apply(info);
        body = sink;
        return sink;
    }

    private synchronized long received() {
        return body == null ? -1 : body.count();
    }

    private synchronized void abandon(IOException reason) {
        abandoned = true;
        if (body != null) {
            body.stop(reason);
        }
    }
}
