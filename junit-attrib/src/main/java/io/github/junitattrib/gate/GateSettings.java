package io.github.junitattrib.gate;

/**
 * What thresholds are measured by.
 *
 * @param sliceCases in slices of fewer cases nothing is judged
 * @param wordTexts in how many texts of a class a word must be to count
 * @param agreement the lowest Spearman correlation of word scores that counts as the same reasons
 */
public record GateSettings(long sliceCases, long wordTexts, double agreement) {

    /** Slices of ten cases, words of five texts, a correlation of one half. */
    public static final GateSettings DEFAULT = new GateSettings(10, 5, 0.5);
}
