package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.Span;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A text with what people have noted about it: one case of a corpus.
 *
 * @param text the text exactly as it is to be explained
 * @param label the class that a person gave it, as the model spells it
 * @param rationale the stretches that a person gives as reason; empty if none are marked
 * @param tags words to choose cases by, such as {@code negation}
 * @param id what the corpus calls it
 * @param place where it stands in a file
 */
public record CorpusCase(
        String text,
        Optional<String> label,
        List<Span> rationale,
        List<String> tags,
        Optional<String> id,
        Optional<CorpusPlace> place) {

    /**
     * Checks that label, id and tags are not blank, and that the stretches are stretches of the text.
     *
     * @param text the text exactly as it is to be explained
     * @param label the class that a person gave it, as the model spells it
     * @param rationale the stretches that a person gives as reason; empty if none are marked
     * @param tags words to choose cases by, such as {@code negation}
     * @param id what the corpus calls it
     * @param place where it stands in a file
     * @throws IllegalArgumentException if one is blank, or a stretch is empty, reaches beyond the text or cuts a character
     */
    public CorpusCase {
        Objects.requireNonNull(text, "A case of a corpus needs a text.");
        rationale = List.copyOf(rationale);
        tags = List.copyOf(tags);
        requireWord("label", label, text);
        requireWord("id", id, text);
        for (String tag : tags) {
            requireWord("tag", Optional.of(tag), text);
        }
        for (Span span : rationale) {
            requireStretch(span, text);
        }
    }

    /**
     * Makes a case of a text alone.
     *
     * @param text the text exactly as it is to be explained
     * @return the case
     */
    public static CorpusCase of(String text) {
        return new CorpusCase(text, Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Makes a case of a text with its label.
     *
     * @param text the text exactly as it is to be explained
     * @param label a label as the model spells it
     * @return the case
     * @throws IllegalArgumentException if the label is blank
     */
    public static CorpusCase labeled(String text, String label) {
        return of(text).withLabel(label);
    }

    /**
     * Gives all texts one label.
     *
     * @param texts the texts, such as those of a {@link TextTemplate}
     * @param label a label as the model spells it
     * @return one case for each text, in their order
     * @throws IllegalArgumentException if the label is blank
     */
    public static List<CorpusCase> labeled(Collection<String> texts, String label) {
        Objects.requireNonNull(texts, "The texts must not be null. Give a list of texts.");
        return texts.stream().map(text -> labeled(text, label)).toList();
    }

    /**
     * Gives it another label: that of the model, where the corpus has numbers or other names.
     *
     * @param other a label as the model spells it
     * @return a changed copy
     * @throws IllegalArgumentException if the label is blank
     */
    public CorpusCase withLabel(String other) {
        Objects.requireNonNull(other, "A labeled text needs a label.");
        return new CorpusCase(text, Optional.of(other), rationale, tags, id, place);
    }

    /**
     * Returns the label, where it is needed.
     *
     * @return a label as the model spells it
     * @throws InvalidCorpusException if a person gave none
     */
    public String goldLabel() {
        return label.orElseThrow(() -> new InvalidCorpusException(
                place.map(where -> where + ": the case").orElse("The case \"" + text + "\"")
                        + " has no label. Give it one, "
                        + (place.isPresent() ? "name the column or property that has it (label = \"…\"), " : "")
                        + "or explain the predicted class."));
    }

    /**
     * Names where the case comes from, as far as that is known.
     *
     * @return such as {@code reviews.jsonl, line 12 (x1)}; empty text for a case of no file without an id
     */
    public String origin() {
        String where = place.map(Object::toString).orElse("");
        return id.map(name -> where.isEmpty() ? name : where + " (" + name + ")")
                .orElse(where);
    }

    /**
     * Says of a problem which case has it.
     *
     * @param problem what is wrong, and what to do
     * @return the problem behind the file and line of the case, or behind its text where it is of no file
     */
    public String message(String problem) {
        return place.map(Object::toString).orElseGet(() -> "The case \"" + text + "\"") + ": " + problem;
    }

    private static void requireWord(String what, Optional<String> word, String text) {
        if (word.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException(
                    "The " + what + " of the text \"" + text + "\" is blank. Give one, or leave it out.");
        }
    }

    private static void requireStretch(Span span, String text) {
        String problem = span.end() > text.length()
                ? "reaches beyond the text, which ends at " + text.length()
                : span.length() == 0
                        ? "is empty"
                        : cutsACharacter(text, span.start()) || cutsACharacter(text, span.end())
                                ? "cuts a character of two UTF-16 units in half"
                                : "";
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(
                    "The rationale from " + span.start() + " to " + span.end() + " of the text \"" + text + "\" "
                            + problem + ". Give UTF-16 offsets, the end behind the last unit.");
        }
    }

    private static boolean cutsACharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
