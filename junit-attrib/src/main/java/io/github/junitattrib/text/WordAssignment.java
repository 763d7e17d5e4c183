package io.github.junitattrib.text;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says which word each token of a text belongs to.
 *
 * <p>A token that reaches over several words makes one word of them, so that no token counts twice.
 */
public final class WordAssignment {

    private final List<Span> words;

    /**
     * Makes the assignment for a text.
     *
     * @param words the words of the text in order, as {@link WordSplitter} finds them
     */
    public WordAssignment(List<Span> words) {
        this.words = List.copyOf(words);
    }

    /**
     * Assigns tokens.
     *
     * @param tokens their spans in order; empty for tokens that the tokenizer added
     * @return for each the index of its word, counted over words that have a token; empty outside of words
     */
    public List<OptionalInt> of(List<Optional<Span>> tokens) {
        int[] root = new int[words.size()];
        int[] first = new int[tokens.size()];
        for (int word = 0; word < root.length; word++) {
            root[word] = word;
        }
        for (int token = 0; token < first.length; token++) {
            first[token] = tokens.get(token).map(span -> join(span, root)).orElse(-1);
        }
        return number(first, root);
    }

    /** Joins the words that the span touches to the first of them, and returns it; −1 if it touches none. */
    private int join(Span span, int[] root) {
        int first = -1;
        for (int word = 0; word < root.length && words.get(word).start() < span.end(); word++) {
            if (words.get(word).overlaps(span)) {
                first = first < 0 ? find(word, root) : first;
                root[find(word, root)] = first;
            }
        }
        return first;
    }

    private static int find(int word, int[] root) {
        int found = word;
        while (root[found] != found) {
            found = root[found];
        }
        return found;
    }

    private static List<OptionalInt> number(int[] first, int[] root) {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<OptionalInt> numbered = new ArrayList<>(first.length);
        for (int word : first) {
            if (word < 0) {
                numbered.add(OptionalInt.empty());
            } else {
                int next = numbers.size();
                numbered.add(OptionalInt.of(numbers.computeIfAbsent(find(word, root), unseen -> next)));
            }
        }
        return numbered;
    }
}
