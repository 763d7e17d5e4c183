package io.github.junitattrib.model.hub;

import java.net.URI;
import java.util.Locale;

/**
 * The secret that opens private repositories, and the only server that may see it.
 *
 * @param secret the secret; no message ever shows it
 * @param endpoint an address on the server that it belongs to
 */
record Token(String secret, URI endpoint) {

    boolean belongsTo(URI uri) {
        return origin(uri).equals(origin(endpoint));
    }

    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** Records would print the secret. */
    @Override
    public String toString() {
        return "token of " + origin(endpoint);
    }
}
