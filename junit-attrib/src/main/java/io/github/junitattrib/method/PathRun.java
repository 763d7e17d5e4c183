package io.github.junitattrib.method;

import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.TextPoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The path of one text under way: which points it needs next, its ends first. */
final class PathRun implements PointRun {

    private final ExplainedText text;
    private final ExplainedInput ends;
    private final IntegrationRule rule;
    private final AttributionPath path;
    private double atInput;
    private double atBaseline;
    private Optional<Integration> integration = Optional.empty();

    PathRun(ExplainedText text, ExplainedInput ends, IntegrationRule rule) {
        this.text = text;
        this.ends = ends;
        this.rule = rule;
        this.path = new AttributionPath(ends, text.function(), text.target());
    }

    @Override
    public List<TextPoint> wanted() {
        double[][] points = integration
                .map(running -> path.points(running.wanted()))
                .orElseGet(() -> new double[][] {ends.input(), ends.baseline()});
        return Stream.of(points)
                .map(point -> new TextPoint(text.tokens(), point, text.target()))
                .toList();
    }

    @Override
    public void add(double[][] scores, double[][] gradients) {
        if (integration.isPresent()) {
            Integration running = integration.get();
            running.add(path.sampled(running.wanted(), scores, gradients));
            return;
        }
        Fidelity.check(text.prediction(), scores[0], text.model().facts());
        atInput = text.target().value(scores[0]);
        atBaseline = text.target().value(scores[1]);
        integration = Optional.of(Integration.of(rule, atInput - atBaseline));
    }

    PathResult result() {
        return new StraightPath(text.function(), text.target(), rule)
                .result(path, integration.orElseThrow().integral(), atInput, atBaseline);
    }
}
