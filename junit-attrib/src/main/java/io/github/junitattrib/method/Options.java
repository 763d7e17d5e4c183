package io.github.junitattrib.method;

/** Checks the numbers that users choose. */
final class Options {

    private Options() {}

    /** Refuses a number below the least that makes sense. */
    static void atLeast(int least, int number, String option) {
        if (number < least) {
            throw new IllegalArgumentException(
                    "The option " + option + " must be at least " + least + ", but is " + number + ".");
        }
    }

    /** Refuses what is no share of a whole. */
    static void share(double number, String option) {
        if (!(number > 0 && number <= 1)) {
            throw new IllegalArgumentException("The option " + option
                    + " is a share above 0 and up to 1, such as 0.1, but" + " is " + number + ".");
        }
    }
}
