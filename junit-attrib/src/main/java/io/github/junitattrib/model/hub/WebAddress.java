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

    /**
     * Reads the address of a server, under which others lie.
     *
     * @throws IllegalArgumentException also if it has a query, or a user with a password, which messages would show
     */
    static URI ofServer(String address) {
        URI uri = of(address);
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("more than scheme, host and path");
        }
        return uri;
    }

    /** An address without the user and password that it may have, for messages. */
    static String shown(String address) {
        return address.replaceAll("//[^/]*@", "//…@");
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
