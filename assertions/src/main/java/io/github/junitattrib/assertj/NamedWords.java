package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldContainWord.shouldContainWord;
import static io.github.junitattrib.assertj.error.ShouldCoverTokens.shouldCoverTokens;
import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;
import static io.github.junitattrib.assertj.error.ShouldNameOneWord.shouldNameOneWord;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.error.ErrorMessageFactory;

/** Finds the words that a check names before their scores are judged: none is ever picked by guess. */
final class NamedWords {

    private NamedWords() {}

    /** Judges one word if the selector names exactly one, see {@link #judge(Attribution, List, Function)}. */
    static Outcome judge(Attribution attribution, WordSelector selector, Function<WordSelection, Outcome> judgment) {
        return judge(attribution, Collections.singletonList(selector), words -> judgment.apply(words.get(0)));
    }

    /**
     * Judges the words if each selector names exactly one and all scores are finite, and fails otherwise.
     *
     * @param judgment gets one selection for each selector, in their order
     */
    static Outcome judge(
            Attribution attribution, List<WordSelector> selectors, Function<List<WordSelection>, Outcome> judgment) {
        List<WordSelection> words = new ArrayList<>();
        for (WordSelector selector : selectors) {
            requireGiven(selector);
            List<WordSelection> found = find(attribution, selector);
            if (found.size() != 1) {
                return Outcome.fail(notOne(attribution, selector, found), spans(found));
            }
            words.addAll(found);
        }
        // A score that is no number makes every comparison with it false, so no ranking of this text means anything.
        return attribution.tokens().stream().allMatch(token -> Double.isFinite(token.score()))
                ? judgment.apply(words)
                : Outcome.fail(shouldHaveFiniteScores(attribution), spans(words));
    }

    /** The words of a check that takes several, each of which must be given. */
    static List<WordSelector> given(WordSelector... words) {
        Objects.requireNonNull(words, "The words must not be null. Name at least one word of the text.");
        for (WordSelector word : words) {
            requireGiven(word);
        }
        return List.of(words);
    }

    static WordSelector[] selectors(String... words) {
        Objects.requireNonNull(words, "The words must not be null. Name at least one word of the text.");
        return Stream.of(words).map(WordSelector::word).toArray(WordSelector[]::new);
    }

    static void requireGiven(WordSelector selector) {
        Objects.requireNonNull(selector, "A word to look for must not be null. Name a word of the text.");
    }

    static List<Span> spans(List<WordSelection> words) {
        return words.stream().map(WordSelection::span).toList();
    }

    private static List<WordSelection> find(Attribution attribution, WordSelector selector) {
        boolean outside = selector instanceof WordSelector.BySpan stretch
                && stretch.span().end() > attribution.text().length();
        return outside ? List.of() : selector.in(attribution);
    }

    private static ErrorMessageFactory notOne(
            Attribution attribution, WordSelector selector, List<WordSelection> found) {
        if (selector instanceof WordSelector.BySpan stretch) {
            return shouldCoverTokens(attribution, stretch.span());
        }
        if (selector instanceof WordSelector.ByOccurrence nth) {
            return shouldContainWord(attribution, nth.word(), nth.nth());
        }
        WordSelector.ByContent word = (WordSelector.ByContent) selector;
        return found.isEmpty() ? shouldContainWord(attribution, word, 1) : shouldNameOneWord(attribution, word);
    }
}
