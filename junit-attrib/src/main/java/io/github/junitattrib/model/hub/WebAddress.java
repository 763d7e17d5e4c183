package io.github.junitattrib.model.hub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes web addresses of checked parts. */
final class WebAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebAddress() {}

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is none of http or https with a host
     */
    static URI of(String address) {
        URI uri = URI.create(address);
        boolean web =
                uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        if (!web || uri.getHost() == null) {
            throw new IllegalArgumentException("no http(s) address with a host");
        }
        return uri;
    }

    /** An address below another one; every part becomes one segment of the path, whatever characters it has. */
    static URI below(URI base, String... segments) {
        String path = Arrays.stream(segments).map(WebAddress::encoded).collect(Collectors.joining("/"));
        return URI.create(base.toString().replaceAll("/+$", "") + "/" + path);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
