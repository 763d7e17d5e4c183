package io.github.junitattrib.model.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Requests that follow redirects, show the token to its own server alone and give up on a silent one. */
final class Http {

    private static final int REDIRECTS = 10;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Optional<Token> token;
    private final Duration silence;

    /**
     * Makes it.
     *
     * @param token shown to its own server
     * @param silence for how long a server may send nothing
     */
    Http(Optional<Token> token, Duration silence) {
        this(token, silence, ProxySelector.getDefault());
    }

    Http(Optional<Token> token, Duration silence, @Nullable ProxySelector proxies) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                // Redirects are followed here, where the token is taken off.
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT);
        this.client = (proxies == null ? builder : builder.proxy(proxies)).build();
        this.token = token;
        this.silence = silence;
    }

    /**
     * Asks for headers.
     *
     * @param enough whether an answer will do although it is a redirect
     */
    HttpHeaders head(URI uri, Predicate<HttpHeaders> enough) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<Long> response = follow(request, info -> BodySink.nowhere(), enough);
        if (response.statusCode() >= 400) {
            throw new HttpFailure(response);
        }
        return response.headers();
    }

    /** Reads a small answer into memory. */
    byte[] get(URI uri, int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HttpResponse<Long> response = send(
                HttpRequest.newBuilder(uri).build(),
                info -> info.statusCode() == 200 ? BodySink.to(() -> bytes, limit) : BodySink.nowhere());
        if (response.statusCode() != 200) {
            throw new HttpFailure(response);
        }
        return bytes.toByteArray();
    }

    /** Sends a request, and again to wherever it is redirected; the last answer may have any status. */
    HttpResponse<Long> send(HttpRequest request, Function<ResponseInfo, BodySink> sinks) throws IOException {
        return follow(request, sinks, headers -> false);
    }

    private HttpResponse<Long> follow(
            HttpRequest request, Function<ResponseInfo, BodySink> sinks, Predicate<HttpHeaders> enough)
            throws IOException {
        URI uri = request.uri();
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpResponse<Long> response = Exchange.run(
                    client,
                    addressed(request, uri),
                    info -> isRedirect(info.statusCode()) ? BodySink.nowhere() : sinks.apply(info),
                    silence);
            Optional<String> location = response.headers().firstValue("Location");
            if (!isRedirect(response.statusCode()) || location.isEmpty() || enough.test(response.headers())) {
                return response;
            }
            uri = target(uri, location.get());
        }
        throw new UnusableException("more than " + REDIRECTS + " redirects from " + request.uri());
    }

    private HttpRequest addressed(HttpRequest request, URI uri) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(uri)
                .header("User-Agent", "junit-attrib")
                // A compressed body has another length and another checksum.
                .header("Accept-Encoding", "identity");
        token.filter(known -> known.belongsTo(uri))
                .ifPresent(known -> builder.header("Authorization", "Bearer " + known.secret()));
        return builder.build();
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI target(URI from, String location) throws IOException {
        URI target;
        try {
            target = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("a redirect of " + from.getHost() + " leads to no address", e);
        }
        boolean secure = "https".equalsIgnoreCase(target.getScheme());
        if (target.getHost() == null || (!secure && !"http".equalsIgnoreCase(target.getScheme()))) {
            throw new UnusableException("a redirect of " + from.getHost() + " leads to no web address");
        }
        if (!secure && "https".equalsIgnoreCase(from.getScheme())) {
            throw new UnusableException(
                    "a redirect of " + from.getHost() + " leaves https for http at " + target.getHost());
        }
        return target;
    }
}
