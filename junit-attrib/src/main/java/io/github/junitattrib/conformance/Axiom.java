package io.github.junitattrib.conformance;

/**
 * What a method may promise of its scores on every model: the axioms of the field, and that a result depends on nothing
 * but its request.
 *
 * <p>F is the explained number, x the text and x' its baseline. Source of the first six, unless said: M. Sundararajan, A.
 * Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017.
 */
public enum Axiom {

    /** Σ scores = F(x) − F(x') (proposition 1). */
    COMPLETENESS("the scores sum to F(x) − F(x')"),

    /** A feature that alone differs from its baseline and changes F has a score (sensitivity (a), section 2.1). */
    SENSITIVITY("what alone differs from the baseline and changes F has a score other than 0"),

    /** A feature on which F does not depend has the score 0 (sensitivity (b), section 3; E. Friedman, 2004). */
    DUMMY("what F does not depend on has the score 0"),

    /** The scores of aF + bG are a times those of F and b times those of G (section 3). */
    LINEARITY("the scores of a sum of models are the sums of their scores"),

    /** Features that could change places in F, and have the same values, have the same scores (section 4.1). */
    SYMMETRY("what could change places in F and has the same value has the same score"),

    /** Two networks that compute the same function have the same scores (section 2.2). */
    IMPLEMENTATION_INVARIANCE("networks that compute the same function have the same scores"),

    /** {@link io.github.junitattrib.method.AttributionMethod#attributeAll} gives for each text what the text has alone. */
    BATCH_EQUALS_SINGLE("a text has the same scores among others as alone"),

    /** The same request gives the same numbers to the last bit, whatever was asked in between. */
    SEED_DETERMINISM("the same request has the same scores each time"),

    /** The same request gives the same numbers to the last bit on every thread, also while others compute. */
    THREAD_DETERMINISM("a request has the same scores on every thread");

    private final String statement;

    Axiom(String statement) {
        this.statement = statement;
    }

    /**
     * Returns the axiom in words.
     *
     * @return part of a sentence, for messages
     */
    public String statement() {
        return statement;
    }
}
