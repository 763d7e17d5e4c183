package io.github.junitattrib.method;

import io.github.junitattrib.PathPoint;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A path of straight stretches from x' to x with the explained score on it: α goes through each in the same time.
 *
 * <p>At a corner, densities are those of the stretch behind it. A path belongs to one run on one thread.
 */
final class PolygonalPath implements SampledPath {

    private final double[][] corners;
    private final int tokens;
    private final ScoreFunction function;
    private final TargetScore target;
    private final List<PathPoint> curve = new ArrayList<>();

    /**
     * Makes the path.
     *
     * @param corners from x' to x [stretches + 1][T·D]
     * @param tokens T
     */
    PolygonalPath(double[][] corners, int tokens, ScoreFunction function, TargetScore target) {
        this.corners = corners;
        this.tokens = tokens;
        this.function = function;
        this.target = target;
    }

    /** Returns the number of straight stretches. */
    int stretches() {
        return corners.length - 1;
    }

    @Override
    public int shares() {
        return tokens;
    }

    @Override
    public int evaluations() {
        return curve.size();
    }

    @Override
    public List<PathSample> sample(double[] alphas) {
        List<Place> places = new ArrayList<>();
        for (double alpha : alphas) {
            places.add(Place.at(alpha, stretches()));
        }
        return evaluate(places).stream().map(this::density).toList();
    }

    private PathSample density(Sampled sampled) {
        double[] shares = sampled.behind().length == 0 ? sampled.before() : sampled.behind();
        double[] densities =
                DoubleStream.of(shares).map(share -> share * stretches()).toArray();
        return new PathSample(sampled.place().alpha(stretches()), sampled.score(), densities);
    }

    /**
     * Where on the path.
     *
     * @param stretch from 0; at x one more than there are
     * @param part how far on it, from 0 to below 1
     */
    record Place(int stretch, double part) {

        /** Rounding of α must not put a corner before itself. */
        private static final double ROUNDING = 1e-9;

        static Place at(double alpha, int stretches) {
            double position = alpha * stretches;
            int stretch = (int) Math.floor(position + ROUNDING);
            return new Place(stretch, Math.max(0, position - stretch));
        }

        double alpha(int stretches) {
            return (stretch + part) / stretches;
        }
    }

    /**
     * One evaluated point with Σ_d (end − start) · ∂F/∂z of each token along the stretches that it lies on.
     *
     * @param place where
     * @param score F
     * @param before along the stretch that ends here [T]; empty inside of one and at x'
     * @param behind along the stretch that starts or goes on here [T]; empty at x
     */
    @SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
    record Sampled(Place place, double score, double[] before, double[] behind) {}

    /** Evaluates points, in chunks whose size depends on the text alone, so that results do not vary. */
    List<Sampled> evaluate(List<Place> places) {
        List<Sampled> sampled = new ArrayList<>();
        int chunk = function.batchSize();
        for (int from = 0; from < places.size(); from += chunk) {
            List<Place> part = places.subList(from, Math.min(from + chunk, places.size()));
            double[][] points = part.stream().map(this::point).toArray(double[][]::new);
            ScoreGradients result = function.gradients(points, target);
            for (int i = 0; i < points.length; i++) {
                Place place = part.get(i);
                double score = target.value(result.scores()[i]);
                double[] gradient = result.gradients()[i];
                double[] before = place.part() == 0 ? along(place.stretch() - 1, gradient) : new double[0];
                sampled.add(new Sampled(place, score, before, along(place.stretch(), gradient)));
                curve.add(new PathPoint(place.alpha(stretches()), score));
            }
        }
        return sampled;
    }

    private double[] along(int stretch, double[] gradient) {
        if (stretch < 0 || stretch == stretches()) {
            return new double[0];
        }
        double[] way = new double[gradient.length];
        for (int i = 0; i < way.length; i++) {
            way[i] = corners[stretch + 1][i] - corners[stretch][i];
        }
        return PerToken.dot(way, gradient, tokens);
    }

    private double[] point(Place place) {
        double[] start = corners[place.stretch()];
        if (place.part() == 0) {
            return start;
        }
        double[] end = corners[place.stretch() + 1];
        double[] point = new double[start.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = start[i] + place.part() * (end[i] - start[i]);
        }
        return point;
    }

    /** Returns F at every point evaluated so far, in the order of alpha. */
    List<PathPoint> curve() {
        return curve.stream()
                .sorted(Comparator.comparingDouble(PathPoint::alpha))
                .toList();
    }
}
