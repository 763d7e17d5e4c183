package io.github.junitattrib.conformance;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Span;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads texts that write n numbers, each a word and a token whose embedding is the number itself.
 *
 * @param name of the model, for messages
 * @param size n
 * @param baselines the number that stands in place of every number of the text
 */
record NumberTexts(String name, int size, Map<Baseline.Row, Double> baselines) {

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Starts at 0, as the padding of most models does. */
    static NumberTexts of(String name, int size) {
        return new NumberTexts(name, size, Map.of(Baseline.PAD, 0.0, Baseline.ZERO, 0.0));
    }

    NumberTexts baseline(Baseline.Row row, double number) {
        Map<Baseline.Row, Double> changed = new EnumMap<>(baselines);
        changed.put(row, number);
        return new NumberTexts(name, size, Map.copyOf(changed));
    }

    static List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Span(matcher.start(), matcher.end()));
        }
        return words;
    }

    TokenizedText tokenize(String text) {
        List<Span> words = words(text);
        if (words.size() != size) {
            throw new InvalidTextException("The formula " + name + " needs " + size + " numbers, but the text \"" + text
                    + "\" has " + words.size() + ". Write them with spaces between.");
        }
        List<Token> tokens = IntStream.range(0, words.size())
                .mapToObj(i -> token(text, words.get(i), i))
                .toList();
        return new TokenizedText(text, tokens);
    }

    private static Token token(String text, Span word, int index) {
        String written = word.of(text);
        return new Token(NumberTable.id(number(written)), written, Optional.of(word), OptionalInt.of(index), false);
    }

    ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        Double number = baselines.get(baseline);
        if (number == null) {
            throw new ModelLoadException("The formula " + name + " has no " + baseline
                    + " baseline. Give it by baseline(Baseline." + baseline + ", …), or choose Baseline.ZERO.");
        }
        double[] start = new double[text.size()];
        Arrays.fill(start, number);
        return new ExplainedInput(text, point(text), start);
    }

    static double[] point(TokenizedText text) {
        return text.tokens().stream().mapToDouble(token -> number(token.text())).toArray();
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new InvalidTextException("\"" + word + "\" is no number, as a formula needs. Write it as in 1.5.");
        }
    }
}
