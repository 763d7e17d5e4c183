package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a case as they are read one after the other. */
final class RawCase {

    private final CorpusPlace place;
    private Optional<String> text = Optional.empty();
    private Optional<String> label = Optional.empty();
    private Optional<String> id = Optional.empty();
    private final List<MarkedReason> reasons = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    RawCase(CorpusPlace place) {
        this.place = place;
    }

    CorpusPlace place() {
        return place;
    }

    void text(String written) {
        text = Optional.of(written);
    }

    void label(String written) {
        label = Optional.of(written);
    }

    void id(String written) {
        id = Optional.of(written);
    }

    void tag(String written) {
        tags.add(written);
    }

    void reason(MarkedReason marked) {
        reasons.add(marked);
    }

    /**
     * Makes the case.
     *
     * @throws io.github.junitattrib.InvalidCorpusException if its fields do not fit together
     */
    CorpusCase build() {
        String given = text.filter(one -> !one.isBlank())
                .orElseThrow(() -> place.error("the text is blank. Give a text with at least one word, or remove it."));
        requireWholeCharacters("text", given);
        label.ifPresent(word -> requireWholeCharacters("label", word));
        id.ifPresent(word -> requireWholeCharacters("id", word));
        tags.forEach(word -> requireWholeCharacters("tag", word));
        List<Span> rationale =
                reasons.stream().map(reason -> reason.in(given, place)).toList();
        try {
            return new CorpusCase(given, label, rationale, tags, id, Optional.of(place));
        } catch (IllegalArgumentException e) {
            throw place.error(String.valueOf(e.getMessage()), e);
        }
    }

    private void requireWholeCharacters(String what, String given) {
        for (int i = 0; i < given.length(); i += Character.charCount(given.codePointAt(i))) {
            int codePoint = given.codePointAt(i);
            if (Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)) {
                throw place.error("the " + what + " has half a character (a lone surrogate) at UTF-16 unit " + i
                        + ". Write both halves, or the character itself.");
            }
        }
    }
}
