package io.github.junitattrib.axiom;

import io.github.junitattrib.Span;
import io.github.junitattrib.method.MovedEmbeddings;
import io.github.junitattrib.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * A differentiable model as a function of the shares by which each token, or each dimension of it, is on its way to the
 * baseline.
 *
 * @param text its embeddings
 * @param width numbers that random points draw for each token: all dimensions, or 1 where two models have no common ones
 */
record ProbedEmbeddings(MovedEmbeddings text, int width) implements Probed {

    private static final double[] ALPHAS = {0, 0.25, 0.5, 0.75, 1};
    private static final double[] DISPLACED = {0, 0.5, 1};

    /** How far a token is displaced on the way from the baseline to the text. */
    static final double STEP = 0.5;

    static ProbedEmbeddings of(MovedEmbeddings text) {
        return new ProbedEmbeddings(text, 1);
    }

    /** The same with random points of the whole box, each dimension by itself. */
    ProbedEmbeddings inAllDimensions() {
        return new ProbedEmbeddings(text, text.size() / tokens().size());
    }

    private List<Token> tokens() {
        return text.tokens().tokens();
    }

    private boolean isFixed(int token) {
        return tokens().get(token).special();
    }

    @Override
    public List<Probe> probes(int random, long seed) {
        List<Probe> probes = new ArrayList<>(path());
        for (double alpha : DISPLACED) {
            for (int token = 0; token < tokens().size(); token++) {
                if (!isFixed(token)) {
                    probes.add(displaced(alpha, token));
                }
            }
        }
        probes.addAll(box(random, seed));
        return probes;
    }

    /** Points of the path alone. */
    List<Probe> path() {
        return Arrays.stream(ALPHAS)
                .mapToObj(alpha -> new Probe(shares(alpha), new ProbePoint(name(alpha), true, List.of())))
                .toList();
    }

    private Probe displaced(double alpha, int token) {
        double to = alpha < STEP ? alpha + STEP : alpha - STEP;
        double[] shares = shares(alpha);
        shares[token] = 1 - to;
        String description = name(alpha) + " with token \""
                + tokens().get(token).text() + "\" displaced to alpha=" + Plain.number(to);
        return new Probe(shares, new ProbePoint(description, false, places(token)));
    }

    private static String name(double alpha) {
        return "path point alpha=" + Plain.number(alpha) + (alpha == 1 ? " (the text)" : "");
    }

    private List<Probe> box(int random, long seed) {
        RandomGenerator generator = new Well19937c(seed);
        return IntStream.range(0, random)
                .mapToObj(i -> new Probe(
                        drawn(generator),
                        new ProbePoint(
                                "random point " + (i + 1) + " of the box between baseline and text (seed " + seed + ")",
                                false,
                                List.of())))
                .toList();
    }

    private double[] drawn(RandomGenerator generator) {
        double[] shares = new double[tokens().size() * width];
        Arrays.setAll(shares, i -> isFixed(i / width) ? 0 : generator.nextDouble());
        return shares;
    }

    private double[] shares(double alpha) {
        double[] shares = new double[tokens().size()];
        Arrays.setAll(shares, token -> isFixed(token) ? 0 : 1 - alpha);
        return shares;
    }

    private List<Span> places(int token) {
        return tokens().get(token).span().stream().toList();
    }

    @Override
    public List<Integer> partsAt(Span place) {
        return IntStream.range(0, tokens().size())
                .filter(token -> places(token).stream().anyMatch(place::overlaps))
                .boxed()
                .toList();
    }

    @Override
    public double[] values(List<double[]> shares) {
        return text.towardBaseline(shares);
    }

    @Override
    public boolean allows(double[] shares) {
        return true;
    }
}
