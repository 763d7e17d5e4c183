package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.List;
import java.util.Optional;

/** One reason as a corpus marks it: by offsets into the text, or by words of it. */
sealed interface MarkedReason {

    /**
     * Finds it in the text.
     *
     * @throws io.github.junitattrib.InvalidCorpusException if it is no stretch of the text, or no single one
     */
    Span in(String text, CorpusPlace place);

    /**
     * Offsets.
     *
     * @param start first UTF-16 unit
     * @param end first unit behind the stretch
     * @param written the words there, if the corpus repeats them
     */
    record Offsets(int start, int end, Optional<String> written) implements MarkedReason {

        @Override
        public Span in(String text, CorpusPlace place) {
            if (start < 0 || end < start) {
                throw place.error("the rationale from " + start + " to " + end
                        + " is no stretch of a text. Give UTF-16 offsets, the end behind the last unit.");
            }
            Span span = new Span(start, end);
            if (written.isPresent() && (end > text.length() || !span.of(text).equals(written.get()))) {
                throw place.error("the rationale from " + start + " to " + end + " is said to be \"" + written.get()
                        + "\", but the text has \""
                        + text.substring(Math.min(start, text.length()), Math.min(end, text.length()))
                        + "\" there. Give UTF-16 offsets into the text as it stands in the file.");
            }
            return span;
        }
    }

    /**
     * Words, which must stand in the text once.
     *
     * @param words as they stand there
     */
    record Words(String words) implements MarkedReason {

        @Override
        public Span in(String text, CorpusPlace place) {
            if (words.isBlank()) {
                throw place.error("a rationale is blank. Give words of the text, or leave it out.");
            }
            List<Phrase.Place> places = new Phrase(words.strip()).in(Sentence.of(text));
            if (places.size() != 1) {
                throw place.error("the rationale \"" + words + "\" "
                        + (places.isEmpty() ? "is no word" : "stands at " + places.size() + " places")
                        + " of the text \"" + text + "\". "
                        + (places.isEmpty() ? "Give words as they stand there." : "Give its offsets instead."));
            }
            return places.get(0).span();
        }
    }
}
