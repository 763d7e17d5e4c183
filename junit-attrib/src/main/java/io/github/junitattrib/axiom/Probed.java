package io.github.junitattrib.axiom;

import io.github.junitattrib.Span;
import java.util.List;

/** A model as a function of the parts of one text, each of which is left, moved to the baseline, or taken away. */
interface Probed {

    /** How often a model may be asked: more than any text of a test needs. */
    int MAX_EVALUATIONS = 1 << 20;

    /** Points on the path and off it. */
    List<Probe> probes(int random, long seed);

    /** The numbers of the parts that a stretch of the text is made of, in the order of the text. */
    List<Integer> partsAt(Span place);

    /** The explained number at points in shares of whole parts. */
    double[] values(List<double[]> shares);

    /** Whether there is a text, or a point, with these shares. */
    boolean allows(double[] shares);
}
