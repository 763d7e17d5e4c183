package io.github.junitattrib.model.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One repository as the Hugging Face hub shows it: its addresses, redirects and headers, with the large files on a
 * second server.
 */
final class FakeHub implements AutoCloseable {

    static final String COMMIT = "1234567890abcdef1234567890abcdef12345678";

    private static final Pattern REVISION = Pattern.compile("/api/models/(.+)/revision/([^/?]+)");
    private static final Pattern FILE = Pattern.compile("/(.+)/resolve/([^/]+)/([^/?]+)");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, byte[]> large = new TreeMap<>();
    private final Map<String, String> revisions = new LinkedHashMap<>();
    private final TreeSet<String> listedOnly = new TreeSet<>();
    private final String repository;
    private final WebServer hub;
    private final WebServer store;

    FakeHub(String repository) throws IOException {
        this.repository = repository;
        hub = new WebServer(this::answer);
        store = new WebServer(this::storeAnswer);
        revision("main", COMMIT);
    }

    /** A repository with everything that a model needs. */
    static FakeHub withModel() throws IOException {
        return new FakeHub("owner/name")
                .file("README.md", "card")
                .file("config.json", "{\"model_type\": \"bert\"}")
                .file("tokenizer.json", "{\"version\": \"1.0\"}")
                .file("special_tokens_map.json", "{}")
                .file("pytorch_model.bin", "pickle")
                .file("onnx/model.onnx", "other")
                .large("model.safetensors", weights());
    }

    /** Bytes that no place repeats, so that a shifted part is noticed. */
    static byte[] weights() {
        byte[] bytes = new byte[300_000];
        new Random(4).nextBytes(bytes);
        return bytes;
    }

    FakeHub revision(String name, String commit) {
        revisions.put(name, commit);
        revisions.put(commit, commit);
        return this;
    }

    FakeHub file(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    FakeHub large(String name, byte[] content) {
        large.put(name, content);
        return this;
    }

    /** A file that the listing names, though nobody can get it. */
    FakeHub listed(String name) {
        listedOnly.add(name);
        return this;
    }

    FakeHub without(String name) {
        files.remove(name);
        large.remove(name);
        return this;
    }

    /** The hub itself. */
    WebServer hub() {
        return hub;
    }

    /** The server of large files. */
    WebServer store() {
        return store;
    }

    int requests() {
        return hub.requests().size() + store.requests().size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Matcher revision = REVISION.matcher(path);
        Matcher file = FILE.matcher(path);
        if (revision.matches()) {
            listing(exchange, revision.group(1), decoded(revision.group(2)));
        } else if (file.matches()
                && file.group(1).equals(repository)
                && revisions.containsKey(decoded(file.group(2)))) {
            file(exchange, decoded(file.group(3)), decoded(file.group(2)));
        } else if (path.startsWith("/api/resolve-cache/")) {
            // Where the hub sends those who ask for a small file.
            byte[] content = Optional.ofNullable(files.get(decoded(path.substring(path.lastIndexOf('/') + 1))))
                    .orElseThrow();
            String[] segments = path.split("/", -1);
            exchange.getResponseHeaders().set("X-Repo-Commit", segments[segments.length - 2]);
            tag(exchange, "ETag", gitName(content));
            WebServer.send(exchange, content);
        } else {
            refuse(exchange, "RepoNotFound", 401);
        }
    }

    private void listing(HttpExchange exchange, String asked, String revision) throws IOException {
        if (!asked.equals(repository)) {
            refuse(exchange, "RepoNotFound", 401);
            return;
        }
        String commit = revisions.get(revision);
        if (commit == null) {
            refuse(exchange, "RevisionNotFound", 404);
            return;
        }
        TreeSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(large.keySet());
        names.addAll(listedOnly);
        List<Map<String, String>> siblings =
                names.stream().map(name -> Map.of("rfilename", name)).toList();
        WebServer.send(
                exchange,
                new ObjectMapper().writeValueAsBytes(Map.of("id", repository, "sha", commit, "siblings", siblings)));
    }

    private void file(HttpExchange exchange, String name, String revision) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set(
                "X-Repo-Commit", Optional.ofNullable(revisions.get(revision)).orElseThrow());
        if (large.containsKey(name)) {
            byte[] content = large.get(name);
            tag(exchange, "X-Linked-ETag", hash("SHA-256", content));
            headers.set("X-Linked-Size", String.valueOf(content.length));
            headers.set("Location", store.uri() + "/signed/" + name + "?Signature=secret");
            exchange.sendResponseHeaders(302, -1);
        } else if (files.containsKey(name)) {
            headers.set(
                    "Location",
                    "/api/resolve-cache/models/" + repository + "/" + revisions.get(revision) + "/" + name + "?etag=x");
            exchange.sendResponseHeaders(307, -1);
        } else {
            refuse(exchange, "EntryNotFound", 404);
        }
    }

    private void storeAnswer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] content = large.get(path.substring(path.lastIndexOf('/') + 1));
        // As long as a SHA-256, but of something else.
        exchange.getResponseHeaders().set("ETag", "\"" + "0".repeat(64) + "\"");
        WebServer.send(exchange, Optional.ofNullable(content).orElseThrow());
    }

    private static void tag(HttpExchange exchange, String header, String tag) {
        exchange.getResponseHeaders().set(header, "\"" + tag + "\"");
    }

    static WebServer.Handler refusal(String code, int status) {
        return exchange -> refuse(exchange, code, status);
    }

    private static void refuse(HttpExchange exchange, String code, int status) throws IOException {
        exchange.getResponseHeaders().set("X-Error-Code", code);
        exchange.getResponseHeaders().set("X-Error-Message", "says the hub");
        exchange.sendResponseHeaders(status, -1);
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }

    static String sha256(byte[] content) {
        return hash("SHA-256", content);
    }

    /** As {@code git hash-object} names a file. */
    static String gitName(byte[] content) {
        byte[] header = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[header.length + content.length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(content, 0, all, header.length, content.length);
        return hash("SHA-1", all);
    }

    private static String hash(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hub.close();
        store.close();
    }
}
