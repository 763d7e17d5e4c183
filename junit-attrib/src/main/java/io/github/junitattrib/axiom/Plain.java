package io.github.junitattrib.axiom;

/** Writes numbers without a fraction where they have none. */
final class Plain {

    private Plain() {}

    static String number(double number) {
        return number == (long) number ? Long.toString((long) number) : Double.toString(number);
    }
}
