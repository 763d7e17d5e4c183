package io.github.junitattrib.method;

import io.github.junitattrib.EngineException;
import io.github.junitattrib.Span;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into words or pieces.
 *
 * @param text the text as it is
 * @param atoms in the order of the text
 */
record Cut(String text, List<Atom> atoms) {

    /** The words that a model without tokens tells. */
    static Cut words(TextClassifier model, String text) {
        return words(text, given(model, text));
    }

    static Cut words(String text, List<Span> words) {
        List<Atom> atoms = new ArrayList<>();
        for (Span word : words) {
            atoms.add(new Atom(word.of(text), word, OptionalInt.of(atoms.size()), List.of()));
        }
        return new Cut(text, atoms);
    }

    /** Models that users write may tell any spans. */
    private static List<Span> given(TextClassifier model, String text) {
        @Nullable List<Span> words = model.words(text);
        if (words == null) {
            throw new EngineException("Model " + model.facts().name() + " gives no words (null) for the text \"" + text
                    + "\". Have its words(..) return their places, or leave the method out.");
        }
        int free = 0;
        for (Span word : words) {
            if (word.start() < free || word.end() > text.length() || word.start() == word.end()) {
                throw new EngineException(
                        "Model " + model.facts().name() + " gives the text \"" + text + "\" the word ["
                                + word.start() + ", " + word.end() + "), which "
                                + (word.start() < free ? "overlaps the one before it" : "is no part of it")
                                + ". Have its words(..) give the places of words in their order, each inside of the text and behind"
                                + " the one before.");
            }
            free = word.end();
        }
        return words;
    }

    /** The words that have a token, with all of theirs. */
    static Cut words(TokenizedText tokens) {
        Map<Integer, List<Integer>> positions = new TreeMap<>();
        for (int t = 0; t < tokens.size(); t++) {
            Token token = tokens.tokens().get(t);
            if (token.word().isPresent() && token.span().isPresent() && !token.special()) {
                positions
                        .computeIfAbsent(token.word().getAsInt(), word -> new ArrayList<>())
                        .add(t);
            }
        }
        List<Atom> atoms = new ArrayList<>();
        positions.forEach((word, ofWord) -> {
            Span span = hull(tokens, ofWord);
            atoms.add(new Atom(span.of(tokens.text()), span, OptionalInt.of(word), ofWord));
        });
        return new Cut(tokens.text(), atoms);
    }

    /** The tokens that stand for a part of the text. */
    static Cut pieces(TokenizedText tokens) {
        List<Atom> atoms = new ArrayList<>();
        for (int t = 0; t < tokens.size(); t++) {
            Token token = tokens.tokens().get(t);
            if (token.span().isPresent() && !token.special()) {
                atoms.add(new Atom(token.text(), token.span().get(), token.word(), List.of(t)));
            }
        }
        return new Cut(tokens.text(), atoms);
    }

    /** The same with pieces that share a character as one: what can be deleted from the text. */
    Cut withoutOverlaps() {
        List<Atom> merged = new ArrayList<>();
        for (Atom atom : atoms) {
            Atom last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || !last.span().overlaps(atom.span())) {
                merged.add(atom);
                continue;
            }
            Span span = new Span(
                    last.span().start(), Math.max(last.span().end(), atom.span().end()));
            List<Integer> both = new ArrayList<>(last.tokens());
            both.addAll(atom.tokens());
            merged.set(merged.size() - 1, new Atom(span.of(text), span, last.word(), both));
        }
        return new Cut(text, merged);
    }

    private static Span hull(TokenizedText tokens, List<Integer> positions) {
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (int position : positions) {
            Span span = tokens.tokens().get(position).span().orElseThrow();
            start = Math.min(start, span.start());
            end = Math.max(end, span.end());
        }
        return new Span(start, end);
    }
}
