package io.github.junitattrib.report;

import io.github.junitattrib.PathPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The score along the path from baseline to input, as coordinates of a small drawing.
 *
 * @param points where the model was evaluated
 * @param leftOut says how many of these points are not drawn; empty text if all are
 * @param low smallest score on the path
 * @param high largest score on the path
 */
record PathCurve(List<Dot> points, String leftOut, String low, String high) {

    static final int LEFT = 64;
    static final int WIDTH = 440;
    static final int TOP = 12;
    static final int HEIGHT = 120;

    /** From here on marks of the usual size would touch each other. */
    private static final int MANY = 70;

    static Optional<PathCurve> of(List<PathPoint> path, PageLimits limits) {
        List<PathPoint> finite = new ArrayList<>(path);
        finite.removeIf(point -> !Double.isFinite(point.alpha()) || !Double.isFinite(point.score()));
        if (finite.size() < 2) {
            return Optional.empty();
        }
        finite.sort(Comparator.comparingDouble(PathPoint::alpha));
        double low = finite.stream().mapToDouble(PathPoint::score).min().orElseThrow();
        double high = finite.stream().mapToDouble(PathPoint::score).max().orElseThrow();
        ScoreFormat format = ScoreFormat.upTo(Math.max(Math.abs(low), Math.abs(high)));
        List<Dot> dots = spread(finite, limits.points()).stream()
                .map(point -> new Dot(
                        coordinate(LEFT + WIDTH * point.alpha()),
                        coordinate(TOP + HEIGHT * (high == low ? 0.5 : (high - point.score()) / (high - low)))))
                .toList();
        return Optional.of(new PathCurve(
                dots,
                PageLimits.leftOut(finite.size() - dots.size(), "point", "points"),
                format.signed(low),
                format.signed(high)));
    }

    /** Takes so many at most, both ends among them. */
    private static List<PathPoint> spread(List<PathPoint> path, int most) {
        if (path.size() <= most) {
            return path;
        }
        return IntStream.range(0, most)
                .mapToObj(i -> path.get((int) ((long) i * (path.size() - 1) / (most - 1))))
                .toList();
    }

    /** Returns the coordinates of the line through all points. */
    String line() {
        return points.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
    }

    /** Returns lines without length, one at each point: with round ends they are dots, in few characters. */
    String marks() {
        return points.stream().map(dot -> "M" + dot.x() + "," + dot.y() + "h0").collect(Collectors.joining());
    }

    /** Returns the diameter of a mark. */
    int mark() {
        return points.size() < MANY ? 5 : 3;
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
