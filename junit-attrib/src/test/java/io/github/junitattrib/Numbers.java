package io.github.junitattrib;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.StreamSupport;

/** Takes numbers out of attributions and reference files, for comparisons. */
public final class Numbers {

    private Numbers() {}

    /** Returns the score of every token. */
    public static double[] scores(Attribution attribution) {
        return attribution.tokens().stream().mapToDouble(TokenScore::score).toArray();
    }

    /** Reads an array of numbers. */
    public static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Returns the largest magnitude. */
    public static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    }
}
