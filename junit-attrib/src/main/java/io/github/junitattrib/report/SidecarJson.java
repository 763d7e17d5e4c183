package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.PathPoint;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the JSON sidecar of a test's page. Names and order are fixed: other tools read them.
 *
 * <p>Absent and non-finite values are {@code null}, never left out; offsets are UTF-16 units.
 */
final class SidecarJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SidecarJson() {}

    static ObjectNode of(TestReport report, String run) {
        ObjectNode sidecar = NODES.objectNode();
        sidecar.put("schema", Json.SCHEMA).put("run", run).put("library", Library.NAME);
        sidecar.set("test", test(report));
        ArrayNode attributions = sidecar.putArray("attributions");
        report.attributions().forEach(attribution -> attributions.add(attribution(attribution, report.gold())));
        ArrayNode assertions = sidecar.putArray("assertions");
        report.checks().forEach(check -> assertions.add(check(check)));
        // Beyond the fixed names: what the page draws as maps.
        ArrayNode matrices = sidecar.putArray("matrices");
        report.matrices().forEach(matrix -> matrices.add(matrix(matrix)));
        return sidecar;
    }

    private static ObjectNode test(TestReport report) {
        return NODES.objectNode()
                .put("class", report.test().className())
                .put("method", report.test().method())
                .put("invocation", report.test().invocation())
                .put("status", report.status().word())
                // Beyond the fixed names: the index shows them.
                .put("message", Json.present(report.failure()))
                .put("variant", report.test().variant().orElse(null))
                .put("seconds", Json.present(report.seconds()));
    }

    private static ObjectNode attribution(Attribution attribution, Map<String, CaseNote> gold) {
        ObjectNode node = NODES.objectNode()
                .put("model", attribution.model().name())
                .put("device", attribution.model().device())
                .put("dtype", attribution.model().dtype());
        ObjectNode method =
                node.putObject("method").put("name", attribution.method().name());
        ObjectNode parameters = method.putObject("parameters");
        attribution.method().parameters().forEach(parameters::put);
        node.put("text", attribution.text())
                .put("target", attribution.target().index())
                .put("label", attribution.label())
                .put("predicted", attribution.prediction().label());
        ArrayNode scores = node.putArray("scores");
        attribution.prediction().scores().forEach(score -> scores.add(Json.finite(score)));
        ArrayNode tokens = node.putArray("tokens");
        attribution.tokens().forEach(token -> tokens.add(token(token)));
        node.put("f_input", Json.finite(attribution.inputScore()))
                .put("f_baseline", Json.finite(attribution.baselineScore()))
                .put("delta", Json.finite(attribution.delta()))
                .put("evaluations", attribution.convergence().evaluations())
                .put("converged", attribution.convergence().converged());
        ArrayNode path = node.putArray("path");
        attribution.convergence().path().forEach(point -> path.add(point(point)));
        // Beyond the fixed names: which release an alias stood for, and what a corpus says of the text.
        node.put("model_location", attribution.model().location().orElse(null));
        Optional<CaseNote> noted = Optional.ofNullable(gold.get(attribution.text()));
        node.put("gold", noted.flatMap(CaseNote::label).orElse(null));
        node.put("case", Json.present(noted.map(CaseNote::origin).orElse("")));
        return node;
    }

    private static ObjectNode token(TokenScore token) {
        return NODES.objectNode()
                .put("text", token.text())
                .put("start", token.span().map(Span::start).orElse(null))
                .put("end", token.span().map(Span::end).orElse(null))
                .put("word", Json.present(token.word()))
                .put("special", token.special())
                .put("score", Json.finite(token.score()))
                .put("uncertainty", Json.finite(token.uncertainty()));
    }

    private static ObjectNode point(PathPoint point) {
        return NODES.objectNode().put("alpha", Json.finite(point.alpha())).put("f", Json.finite(point.score()));
    }

    private static ObjectNode matrix(ScoreMatrix matrix) {
        ObjectNode node = NODES.objectNode().put("title", matrix.title());
        ArrayNode rows = node.putArray("rows");
        matrix.rows().forEach(rows::add);
        ArrayNode columns = node.putArray("columns");
        matrix.columns().forEach(columns::add);
        ArrayNode scores = node.putArray("scores");
        matrix.scores().forEach(row -> {
            ArrayNode numbers = scores.addArray();
            row.forEach(score -> numbers.add(Json.finite(score)));
        });
        return node;
    }

    private static ObjectNode check(CheckRecord check) {
        ObjectNode node =
                NODES.objectNode().put("attribution", check.attribution()).put("kind", check.kind());
        ArrayNode arguments = node.putArray("arguments");
        check.arguments().forEach(arguments::add);
        node.put("verdict", check.verdict().name().toLowerCase(Locale.ROOT))
                .put("message", Json.present(check.message()));
        // Beyond the fixed names: what the page of corpora shows.
        check.corpus()
                .ifPresent(corpus -> node.put("call", check.call()).set("corpus", Json.MAPPER.valueToTree(corpus)));
        return node;
    }
}
