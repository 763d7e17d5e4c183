package io.github.junitattrib.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * How the texts of a corpus came out in one check, as reports show it.
 *
 * @param number what the check measures of each text; empty text if it asks for something instead
 * @param counts how all texts came out
 * @param histogram how the number is distributed, from low to high; empty if there is none
 * @param slices how parts of the corpus came out
 * @param worst the texts that failures are seen best in
 */
public record CorpusRecord(
        @JsonProperty("number") String number,
        @JsonProperty("counts") Counts counts,
        @JsonProperty("histogram") List<Bin> histogram,
        @JsonProperty("slices") List<Slice> slices,
        @JsonProperty("worst") List<Worst> worst) {

    /**
     * Copies the lists.
     *
     * @param number what the check measures of each text; empty text if it asks for something instead
     * @param counts how all texts came out
     * @param histogram how the number is distributed, from low to high; empty if there is none
     * @param slices how parts of the corpus came out
     * @param worst the texts that failures are seen best in
     */
    public CorpusRecord {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(counts, "counts");
        histogram = List.copyOf(histogram);
        slices = List.copyOf(slices);
        worst = List.copyOf(worst);
    }

    /**
     * Numbers of texts.
     *
     * @param passed of those that meet the requirement, or the limit of a quantile
     * @param failed of those that do not
     * @param inconclusive of those that nobody can tell of
     * @param notApplicable of those that the requirement has nothing to say of, or an assumption leaves out
     */
    public record Counts(
            @JsonProperty("passed") long passed,
            @JsonProperty("failed") long failed,
            @JsonProperty("inconclusive") long inconclusive,
            @JsonProperty("not_applicable") long notApplicable) {

        /** No text yet. */
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        long texts() {
            return passed + failed + inconclusive + notApplicable;
        }

        /**
         * Adds two numbers of each.
         *
         * @param other more texts
         * @return the sums
         */
        public Counts plus(Counts other) {
            return new Counts(
                    passed + other.passed,
                    failed + other.failed,
                    inconclusive + other.inconclusive,
                    notApplicable + other.notApplicable);
        }
    }

    /**
     * The texts whose number lies between two ends.
     *
     * @param low the lower end
     * @param high the upper end
     * @param counts how these texts came out
     */
    public record Bin(
            @JsonProperty("low") double low,
            @JsonProperty("high") double high,
            @JsonProperty("counts") Counts counts) {

        /**
         * Checks that nothing is missing, as in a file of another tool.
         *
         * @param low the lower end
         * @param high the upper end
         * @param counts how these texts came out
         */
        public Bin {
            Objects.requireNonNull(counts, "counts");
        }
    }

    /**
     * A part of the corpus.
     *
     * @param by what the corpus was parted by, such as {@code label}
     * @param name what the texts of this part have in common
     * @param counts how they came out
     */
    public record Slice(
            @JsonProperty("by") String by,
            @JsonProperty("name") String name,
            @JsonProperty("counts") Counts counts) {

        /**
         * Checks that nothing is missing, as in a file of another tool.
         *
         * @param by what the corpus was parted by, such as {@code label}
         * @param name what the texts of this part have in common
         * @param counts how they came out
         */
        public Slice {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(counts, "counts");
        }
    }

    /**
     * A text that shows what is wrong.
     *
     * @param text the text
     * @param finding its number, or the first line of what was said of it
     * @param origin where it stands in a corpus; empty text if that is not known
     */
    public record Worst(
            @JsonProperty("text") String text,
            @JsonProperty("finding") String finding,
            @JsonProperty("origin") String origin) {

        /**
         * Checks that nothing is missing, as in a file of another tool.
         *
         * @param text the text
         * @param finding its number, or the first line of what was said of it
         * @param origin where the case stands; empty text if that is not known
         */
        public Worst {
            // An earlier version wrote none.
            origin = Objects.requireNonNullElse(origin, "");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(finding, "finding");
        }
    }
}
