package io.github.junitattrib.report;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The characters that text tables are drawn with, and messages are written with. */
public enum Glyphs {
    /** Block elements: solid bars support the target, shaded ones oppose it. */
    UNICODE("\u2588", "\u2592", "\u2026"),
    /** For consoles that would print question marks: {@code #} supports, {@code -} opposes. */
    ASCII("#", "-", "...");

    private final String supports;
    private final String opposes;
    private final String ellipsis;

    Glyphs(String supports, String opposes, String ellipsis) {
        this.supports = supports;
        this.opposes = opposes;
        this.ellipsis = ellipsis;
    }

    /**
     * Returns the glyphs that standard output of this JVM can encode.
     *
     * @return {@link #UNICODE} where block elements survive, else {@link #ASCII}
     */
    public static Glyphs ofConsole() {
        return of(consoleCharset());
    }

    /**
     * Returns the glyphs that a charset can encode.
     *
     * @param charset where the text will be printed
     * @return {@link #UNICODE} where block elements survive, else {@link #ASCII}
     */
    public static Glyphs of(Charset charset) {
        String needed = UNICODE.supports + UNICODE.opposes + UNICODE.ellipsis;
        return charset.canEncode() && charset.newEncoder().canEncode(needed) ? UNICODE : ASCII;
    }

    /**
     * Writes a message with signs that the console has: without Unicode, an ellipsis, a minus and a plus-minus sign are put
     * in ASCII. Letters stay, as words and names under test may be of any script.
     *
     * @param message any text
     * @return the same; other signs in {@link #ASCII} alone
     */
    public String written(String message) {
        return this == UNICODE
                ? message
                : message.replace(UNICODE.ellipsis, ellipsis)
                        .replace("\u2212", "-")
                        .replace("\u00b1", "+/-");
    }

    String supports() {
        return supports;
    }

    String opposes() {
        return opposes;
    }

    String ellipsis() {
        return ellipsis;
    }

    private static Charset consoleCharset() {
        // The first is there from JDK 19 on; before, a redirected stream used the native encoding.
        return Stream.of("stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .flatMap(name -> charset(name).stream())
                .findFirst()
                .orElse(Charset.defaultCharset());
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
