package io.github.junitattrib.model.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that keeps a record of what it was asked, and misbehaves where a test says so. */
final class WebServer implements AutoCloseable {

    /** What was asked; {@code path} with the query. */
    record Request(String method, String path, Optional<String> range, Optional<String> authorization) {}

    @FunctionalInterface
    interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Handler>> instead = new ConcurrentHashMap<>();

    WebServer(Handler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(request(exchange));
                next(exchange).orElse(handler).handle(exchange);
            }
        });
        server.start();
    }

    private static Request request(HttpExchange exchange) {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    private Optional<Handler> next(HttpExchange exchange) {
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        synchronized (instead) {
            return instead.entrySet().stream()
                    .filter(entry ->
                            asked.contains(entry.getKey()) && !entry.getValue().isEmpty())
                    .findFirst()
                    .map(entry -> Objects.requireNonNull(entry.getValue().poll()));
        }
    }

    /** Answers the next requests whose method and path contain a text otherwise, one handler each. */
    void insteadOf(String text, Handler... handlers) {
        synchronized (instead) {
            instead.computeIfAbsent(text, key -> new ArrayDeque<>()).addAll(Arrays.asList(handlers));
        }
    }

    List<Request> requests() {
        return requests;
    }

    /** The requests that brought contents of files. */
    List<Request> gets(String text) {
        return requests.stream()
                .filter(request ->
                        request.method().equals("GET") && request.path().contains(text))
                .toList();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Answers with nothing but a status. */
    static Handler status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** Sends a file, or the part of it that is asked for. */
    static void send(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            sendWhole(exchange, content);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        if (from >= content.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        exchange.sendResponseHeaders(206, content.length - from);
        exchange.getResponseBody().write(content, from, content.length - from);
    }

    /** Sends a whole file, as a server that knows no ranges. */
    static void sendWhole(HttpExchange exchange, byte[] content) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
        }
        exchange.sendResponseHeaders(200, head || content.length == 0 ? -1 : content.length);
        if (!head && content.length > 0) {
            exchange.getResponseBody().write(content);
        }
    }

    /** Announces a whole file, but breaks off after some bytes. */
    static Handler cut(byte[] content, int after) {
        return exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, after);
            exchange.getResponseBody().flush();
        };
    }
}
