package io.github.junitattrib.axiom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slopes of two differentiable models at the points of the path, token by token: functions with the same values may
 * still have other gradients, where one of them stops these.
 */
final class Slopes {

    private Slopes() {}

    /** Compares slopes; empty where the functions have none. */
    static Optional<FunctionAgreement> of(ComparedText text, FunctionTolerance tolerance) {
        if (!text.isOfEmbeddings()) {
            return Optional.empty();
        }
        ProbedEmbeddings first = (ProbedEmbeddings) text.probed().get(0);
        ProbedEmbeddings second = (ProbedEmbeddings) text.probed().get(1);
        List<Probe> path = first.path();
        List<double[]> shares = path.stream().map(Probe::shares).toList();
        double[] one = flat(first.text().slopes(shares));
        double[] other = flat(second.text().slopes(shares));
        // Slopes are differences already: how far they are from 0 is what scores are made of.
        double magnitude = FunctionAgreement.magnitude(one, other);
        return Optional.of(FunctionAgreement.of(points(path, first), one, other, tolerance.at(magnitude, magnitude)));
    }

    private static List<ProbePoint> points(List<Probe> path, ProbedEmbeddings text) {
        List<ProbePoint> points = new ArrayList<>();
        for (Probe probe : path) {
            text.text()
                    .tokens()
                    .tokens()
                    .forEach(token -> points.add(new ProbePoint(
                            probe.point() + ", token \"" + token.text() + "\"",
                            true,
                            token.span().stream().toList())));
        }
        return points;
    }

    private static double[] flat(double[][] rows) {
        return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
