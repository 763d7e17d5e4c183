package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;

/** A server's answer that is no success, with what the hub says about it in its headers. */
final class HttpFailure extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final int status;
    private final String code;

    HttpFailure(HttpResponse<?> response) {
        super(text(response));
        status = response.statusCode();
        code = response.headers().firstValue("X-Error-Code").orElse("");
    }

    int status() {
        return status;
    }

    /** The hub's own word for it, such as {@code GatedRepo}; empty from other servers. */
    String code() {
        return code;
    }

    /** Whether the same request may succeed a moment later. */
    boolean isPassing() {
        return status >= 500 || status == 408 || status == 429;
    }

    /** Without query and user: signed addresses carry secrets there. */
    private static String text(HttpResponse<?> response) {
        var uri = response.uri();
        Optional<String> said = response.headers().firstValue("X-Error-Message");
        return "HTTP status " + response.statusCode() + " from " + uri.getScheme() + "://" + uri.getHost()
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath()
                + said.map(words -> " (" + shortened(words) + ")").orElse("");
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
