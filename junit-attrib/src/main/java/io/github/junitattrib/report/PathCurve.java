package io.github.junitattrib.report;

import io.github.junitattrib.PathPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The score along the path from baseline to input, as coordinates of a small drawing.
 *
 * @param points where the model was evaluated
 * @param low smallest score on the path
 * @param high largest score on the path
 */
record PathCurve(List<Dot> points, String low, String high) {

    static final int LEFT = 64;
    static final int WIDTH = 440;
    static final int TOP = 12;
    static final int HEIGHT = 120;

    static Optional<PathCurve> of(List<PathPoint> path) {
        List<PathPoint> finite = new ArrayList<>(path);
        finite.removeIf(point -> !Double.isFinite(point.alpha()) || !Double.isFinite(point.score()));
        if (finite.size() < 2) {
            return Optional.empty();
        }
        finite.sort(Comparator.comparingDouble(PathPoint::alpha));
        double low = finite.stream().mapToDouble(PathPoint::score).min().orElseThrow();
        double high = finite.stream().mapToDouble(PathPoint::score).max().orElseThrow();
        ScoreFormat format = ScoreFormat.upTo(Math.max(Math.abs(low), Math.abs(high)));
        List<Dot> dots = finite.stream()
                .map(point -> new Dot(
                        coordinate(LEFT + WIDTH * point.alpha()),
                        coordinate(TOP + HEIGHT * (high == low ? 0.5 : (high - point.score()) / (high - low)))))
                .toList();
        return Optional.of(new PathCurve(dots, format.signed(low), format.signed(high)));
    }

    /** Returns the coordinates of the line through all points. */
    String line() {
        return points.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
    }

    private static String coordinate(double value) {
        // Many to a page, and formats are slow.
        return Double.toString(Math.rint(10 * value) / 10);
    }

    /**
     * A point of the drawing.
     *
     * @param x from the left
     * @param y from the top
     */
    record Dot(String x, String y) {}
}
