package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Brings one file over, going on where an earlier attempt stopped, and checks what arrived.
 *
 * @param uri where it is
 * @param size its length, if known
 * @param checksum what it must come to
 */
record Download(URI uri, OptionalLong size, Checksum checksum) {

    /**
     * Fills a file; what it holds already is taken for the beginning.
     *
     * @throws ChecksumException if it arrived changed; the file is gone then
     * @throws HttpFailure if the server refuses
     */
    void into(Path partial, Http http, Retry retry) throws IOException {
        boolean pieced = retry.run(() -> fill(partial, http));
        if (pieced && !checksum.fits(partial)) {
            // The beginning may have been damaged, or another file's.
            Files.delete(partial);
            retry.run(() -> fill(partial, http));
        }
        String actual = checksum.of(partial);
        if (!actual.equals(checksum.expected())) {
            Files.delete(partial);
            throw new ChecksumException(checksum, actual);
        }
    }

    /** Whether the file is there already, whole and unchanged. */
    boolean isAt(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == size.orElse(Files.size(file)) && checksum.fits(file);
    }

    /** Makes one attempt; returns whether it went on from bytes that were there before. */
    private boolean fill(Path partial, Http http) throws IOException {
        if (size.isPresent() && length(partial) > size.getAsLong()) {
            Files.delete(partial);
        }
        long offset = length(partial);
        if (offset > 0 && offset == size.orElse(-1)) {
            return true;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
        }
        HttpResponse<Long> response = http.send(request.build(), info -> sink(info, partial, offset));
        int status = response.statusCode();
        boolean elsewhere = status == 206 && !continues(response.headers(), offset);
        if (status == 416 || elsewhere) {
            Files.deleteIfExists(partial);
            throw new IOException("the server has no bytes from " + offset + " on");
        }
        if (status != 200 && status != 206) {
            throw new HttpFailure(response);
        }
        if (size.isPresent() && length(partial) < size.getAsLong()) {
            throw new IOException(
                    "the connection ended after " + length(partial) + " of " + size.getAsLong() + " bytes");
        }
        return status == 206;
    }

    private BodySink sink(ResponseInfo info, Path partial, long offset) {
        long whole = size.orElse(Long.MAX_VALUE);
        if (info.statusCode() == 206 && continues(info.headers(), offset)) {
            return BodySink.to(
                    () -> Files.newOutputStream(partial, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    whole - offset);
        }
        // A server that knows no ranges sends the whole file.
        return info.statusCode() == 200 ? BodySink.to(() -> Files.newOutputStream(partial), whole) : BodySink.nowhere();
    }

    private static boolean continues(HttpHeaders headers, long offset) {
        return offset > 0 && headers.firstValue("Content-Range").orElse("").startsWith("bytes " + offset + "-");
    }

    private static long length(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
