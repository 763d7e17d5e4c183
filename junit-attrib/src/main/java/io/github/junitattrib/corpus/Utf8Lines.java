package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a file, each with its line end: strictly UTF-8, and never longer than a limit. */
final class Utf8Lines implements Closeable {

    /** In bytes; a longer one is hardly a text for a model, but a file with other line ends. */
    static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final String file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;
    private long bytes;

    Utf8Lines(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** The line that was read last. */
    CorpusPlace place() {
        return new CorpusPlace(file, Math.max(1, number));
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
    }

    /**
     * Reads a line.
     *
     * @return the line with its end; empty at the end of the file
     * @throws InvalidCorpusException if it is too long, or no UTF-8
     */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended && fill()) {
            int from = at;
            while (at < end && !ended) {
                ended = buffer[at++] == '\n';
            }
            line.write(buffer, from, at - from);
            if (line.size() > LONGEST) {
                number++;
                throw place().error("the line is longer than " + (LONGEST >> 20)
                        + " MiB. Write one case a line, and end lines with \\n.");
            }
        }
        if (line.size() == 0) {
            return Optional.empty();
        }
        number++;
        bytes += line.size();
        return Optional.of(decoded(line.toByteArray()));
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at < end;
    }

    private String decoded(byte[] line) {
        int from = number == 1 ? mark(line) : 0;
        ByteBuffer source = ByteBuffer.wrap(line, from, line.length - from);
        CharBuffer text = CharBuffer.allocate(line.length - from);
        CoderResult result = decoder.reset().decode(source, text, true);
        if (result.isError()) {
            int wrong = source.get(source.position()) & 0xFF;
            throw place().error(
                            text.position() + 1L,
                            String.format("the byte 0x%02X is no UTF-8. Save the file as UTF-8.", wrong),
                            error(result));
        }
        return text.flip().toString();
    }

    private static Throwable error(CoderResult result) {
        try {
            result.throwException();
            throw new IllegalStateException("The decoder found no error after all.");
        } catch (CharacterCodingException e) {
            return e;
        }
    }

    /** Returns how many bytes a byte order mark takes. */
    private int mark(byte[] line) {
        if (begins(line, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        if (begins(line, 0xFE, 0xFF) || begins(line, 0xFF, 0xFE)) {
            throw place().error("the file is UTF-16, by its byte order mark. Save it as UTF-8.");
        }
        return 0;
    }

    private static boolean begins(byte[] line, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= line.length || (line[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
