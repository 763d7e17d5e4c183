package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks the Hugging Face hub about one repository.
 *
 * @param endpoint the hub's address
 * @param address the repository and its revision
 * @param http how it is asked
 * @param retry how often
 */
record HubClient(URI endpoint, HubAddress address, Http http, Retry retry) {

    private static final int LONGEST_LISTING = 64 << 20;
    private static final String LINKED_TAG = "X-Linked-Etag";

    /** Asks which commit the revision is and which files it has. */
    HubJson.Listing listing() throws IOException {
        URI models = WebAddress.below(endpoint, "api", "models");
        URI uri = WebAddress.below(repository(models), "revision", address.revision());
        return HubJson.listing(retry.run(() -> http.get(uri, LONGEST_LISTING)));
    }

    /** Asks for the checksum and the length of a file. */
    Download file(String commit, String name) throws IOException {
        URI uri = WebAddress.below(repository(endpoint), "resolve", commit, name);
        HttpHeaders headers = retry.run(
                () -> http.head(uri, answer -> answer.firstValue(LINKED_TAG).isPresent()));
        return new Download(uri, size(headers), checksum(headers, name));
    }

    private URI repository(URI base) {
        return WebAddress.below(base, address.repository().split("/", -1));
    }

    /**
     * The hub's redirect to the server of a large file has the tag of that file; the other server's own tag means
     * something else, even where it looks alike.
     */
    private static Checksum checksum(HttpHeaders headers, String name) throws IOException {
        Optional<String> own = headers.firstValue("X-Repo-Commit").flatMap(commit -> headers.firstValue("ETag"));
        return headers.firstValue(LINKED_TAG)
                .or(() -> own)
                .flatMap(tag -> Checksum.ofTag(tag.replaceFirst("^W/", "").replace("\"", "")))
                .orElseThrow(() -> new UnusableException("the answer about " + name + " has no checksum (" + LINKED_TAG
                        + ", or X-Repo-Commit and ETag), so it is no hub's"));
    }

    private static OptionalLong size(HttpHeaders headers) {
        String header = headers.firstValue(LINKED_TAG).isPresent() ? "X-Linked-Size" : "Content-Length";
        return headers.firstValue(header).filter(digits -> digits.matches("\\d{1,18}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
