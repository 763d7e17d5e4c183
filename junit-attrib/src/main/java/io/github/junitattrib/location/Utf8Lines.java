package io.github.junitattrib.location;

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
import java.util.function.BiFunction;

/**
 * The lines of a file, each with its line end (line feed, carriage return or both): strictly UTF-8, without byte order mark,
 * and never longer than a limit.
 */
public final class Utf8Lines implements Closeable {

    /** In bytes; a longer one is hardly a text for a model, but a file with other line ends. */
    public static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final String file;
    private final BiFunction<String, Optional<Throwable>, ? extends RuntimeException> errors;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;
    private long bytes;

    /**
     * Begins to read.
     *
     * @param in the file, closed with the lines
     * @param file what messages call it
     * @param errors makes an error of a message that names file and line, and of its cause, which may be missing
     */
    public Utf8Lines(
            InputStream in, String file, BiFunction<String, Optional<Throwable>, ? extends RuntimeException> errors) {
        this.in = in;
        this.file = file;
        this.errors = errors;
    }

    /**
     * Names the file.
     *
     * @return what messages call it
     */
    public String file() {
        return file;
    }

    /**
     * Counts the lines.
     *
     * @return the number of the one that was read last, from 1
     */
    public long number() {
        return Math.max(1, number);
    }

    /**
     * Counts the bytes.
     *
     * @return how many were read
     */
    public long bytes() {
        return bytes;
    }

    /**
     * Reads a line.
     *
     * @return the line with its end; empty at the end of the file
     * @throws IOException if it cannot be read; what is too long, or no UTF-8, is one of the given errors
     */
    public Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended && fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            line.write(buffer, from, at - from);
            ended = at < end && end(line);
            if (line.size() > LONGEST) {
                number++;
                throw error(
                        "",
                        "the line is longer than " + (LONGEST >> 20)
                                + " MiB. Write one case a line, and end lines with \\n.",
                        Optional.empty());
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

    /** Takes the line end; a line feed behind a carriage return is part of it, though it may be in the next buffer. */
    private boolean end(ByteArrayOutputStream line) throws IOException {
        byte first = buffer[at++];
        line.write(first);
        if (first == '\r' && fill() && buffer[at] == '\n') {
            line.write(buffer[at++]);
        }
        return true;
    }

    private String decoded(byte[] line) {
        int from = number == 1 ? mark(line) : 0;
        ByteBuffer source = ByteBuffer.wrap(line, from, line.length - from);
        CharBuffer text = CharBuffer.allocate(line.length - from);
        CoderResult result = decoder.reset().decode(source, text, true);
        if (result.isError()) {
            int wrong = source.get(source.position()) & 0xFF;
            throw error(
                    ", column " + (text.position() + 1),
                    String.format("the byte 0x%02X is no UTF-8. Save the file as UTF-8.", wrong),
                    Optional.of(cause(result)));
        }
        return text.flip().toString();
    }

    private static Throwable cause(CoderResult result) {
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
            throw error("", "the file is UTF-16, by its byte order mark. Save it as UTF-8.", Optional.empty());
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

    private RuntimeException error(String column, String problem, Optional<Throwable> cause) {
        return errors.apply(file + ", line " + number() + column + ": " + problem, cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
