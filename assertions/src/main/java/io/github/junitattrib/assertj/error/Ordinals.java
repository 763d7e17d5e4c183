package io.github.junitattrib.assertj.error;

/** English ordinal numbers. */
final class Ordinals {

    private Ordinals() {}

    static String of(int number) {
        int lastTwo = number % 100;
        boolean teen = lastTwo >= 11 && lastTwo <= 13;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
