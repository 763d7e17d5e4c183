package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.PathPoint;
import io.github.junitattrib.report.PathCurve.Dot;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The drawing is 440 wide from x = 64 on, and 120 high from y = 12 on, downwards. */
class PathCurveTest {

    @Test
    void pointsAreWhereAlphaAndScoreAre() {
        PathCurve curve = curve(new PathPoint(1, 3), new PathPoint(0, -1), new PathPoint(0.25, 0));

        assertThat(curve.points())
                .containsExactly(new Dot("64.0", "132.0"), new Dot("174.0", "102.0"), new Dot("504.0", "12.0"));
        assertThat(curve.line()).isEqualTo("64.0,132.0 174.0,102.0 504.0,12.0");
        assertThat(curve.marks()).isEqualTo("M64.0,132.0h0M174.0,102.0h0M504.0,12.0h0");
        assertThat(curve.low()).isEqualTo("-1.0000");
        assertThat(curve.high()).isEqualTo("+3.0000");
    }

    @Test
    void aConstantScoreIsALineInTheMiddle() {
        assertThat(curve(new PathPoint(0, 2), new PathPoint(1, 2)).line()).isEqualTo("64.0,72.0 504.0,72.0");
    }

    @Test
    void whatIsNoNumberIsNotDrawn() {
        PathCurve curve = curve(new PathPoint(0, 1), new PathPoint(0.5, Double.NaN), new PathPoint(1, 2));

        assertThat(curve.points()).hasSize(2);
        assertThat(PathCurve.of(List.of(new PathPoint(0, 1), new PathPoint(1, Double.NaN)), PageLimits.WIDEST))
                .isEmpty();
    }

    @Test
    void ofVeryManyPointsSomeAreDrawnWithBothEnds() {
        List<PathPoint> path = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> new PathPoint(i / 1e4, i))
                .toList();

        PathCurve curve = PathCurve.of(path, PageLimits.WIDEST).orElseThrow();

        assertThat(curve.points()).hasSize(600).doesNotHaveDuplicates();
        assertThat(curve.points().get(0)).isEqualTo(new Dot("64.0", "132.0"));
        assertThat(curve.points().get(599)).isEqualTo(new Dot("504.0", "12.0"));
        assertThat(curve.leftOut()).isEqualTo("9401 more points are left out here.");
    }

    @Test
    void thePageDrawsTheLineTheMarksAndTheAxes() {
        Attribution plain = Examples.reporting();
        List<PathPoint> path = List.of(new PathPoint(0, 0.25), new PathPoint(0.5, 0.75), new PathPoint(1, 1.25));
        Element drawing = Jsoup.parse(Examples.page(Examples.report(
                        Examples.TEST,
                        TestStatus.PASSED,
                        "",
                        Examples.attribution(plain.text(), plain.tokens(), new Convergence(true, 3, 0.01, "", path)))))
                .expectFirst("svg");

        assertThat(drawing.attr("viewBox")).isEqualTo("0 0 520 168");
        assertThat(drawing.select("polyline").attr("points")).isEqualTo("64.0,132.0 284.0,72.0 504.0,12.0");
        assertThat(drawing.select(".dots").attr("d")).isEqualTo("M64.0,132.0h0M284.0,72.0h0M504.0,12.0h0");
        assertThat(drawing.select("text").eachText())
                .containsExactly("+1.2500", "+0.2500", "\u03B1 = 0, baseline", "\u03B1 = 1, text");
        assertThat(drawing.select("text").eachAttr("x")).containsExactly("56", "56", "64", "504");
        assertThat(drawing.select("text").eachAttr("y")).containsExactly("16", "136", "154", "154");
        assertThat(drawing.attr("aria-label"))
                .isEqualTo("Score of POSITIVE from +0.2500 to +1.2500 on the path from the baseline to the text");
    }

    private static PathCurve curve(PathPoint... points) {
        return PathCurve.of(List.of(points), PageLimits.WIDEST).orElseThrow();
    }
}
