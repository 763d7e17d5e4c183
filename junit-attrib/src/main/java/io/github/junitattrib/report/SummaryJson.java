package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;

/** Builds summary.json: the index for programs. */
final class SummaryJson {

    private SummaryJson() {}

    static ObjectNode of(RunIndex index) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("schema", Json.SCHEMA).put("run", index.run()).put("library", Library.NAME);
        ObjectNode totals =
                summary.putObject("totals").put("tests", index.entries().size());
        index.totals().forEach((status, count) -> totals.put(status.word(), count));
        totals.put("passed_without_report", index.passed().size());
        summary.set("previous", index.trend().map(SummaryJson::trend).orElse(null));
        ArrayNode tests = summary.putArray("tests");
        index.entries()
                .forEach(entry -> tests.add(test(entry)
                        .put("change", index.change(entry).map(Change::words).orElse(null))
                        .put("page", entry.page())));
        ArrayNode passed = summary.putArray("passed_without_report");
        index.passed().forEach(entry -> passed.add(test(entry)));
        ArrayNode corpora = summary.putArray("corpora");
        index.corpora()
                .forEach(corpus -> corpora.addObject()
                        .put("call", corpus.call())
                        .put("verdict", corpus.verdict())
                        .<ObjectNode>set("test", test(corpus.test()))
                        .set("corpus", Json.MAPPER.valueToTree(corpus.corpus())));
        ArrayNode notes = summary.putArray("notes");
        index.notes().forEach(notes::add);
        return summary;
    }

    /** A test, as {@link #entry(JsonNode)} reads it. */
    static ObjectNode test(IndexEntry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("module", Json.present(entry.module()))
                .put("class", entry.className())
                .put("method", entry.method())
                .put("invocation", entry.invocation())
                .put("variant", entry.variant().orElse(null))
                .put("status", entry.status().word())
                .put("message", Json.present(entry.headline()))
                .put("seconds", Json.present(entry.seconds()))
                .put("sidecar", entry.sidecar());
    }

    private static ObjectNode trend(Trend trend) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("run", trend.previous())
                .put("new_failures", trend.count(Change.NEW_FAILURE))
                .put("still_failing", trend.count(Change.STILL_FAILING))
                .put("fixed", trend.count(Change.FIXED));
        ArrayNode gone = node.putArray("failed_before_and_not_run");
        trend.gone().forEach(gone::add);
        return node;
    }

    /** Says what keeps something from being a test; empty text if nothing does. */
    static String problem(JsonNode test) {
        String status = test.path("status").asText();
        if (TestStatus.ofWord(status).isEmpty()) {
            return "the unknown status \"" + status + "\"";
        }
        if (!test.path("class").isTextual()) {
            return "no \"class\"";
        }
        if (!test.path("method").isTextual()) {
            return "no \"method\"";
        }
        return test.path("sidecar").asText().endsWith(".json") ? "" : "no \"sidecar\"";
    }

    /** Reads a test of a summary; empty if it is none. */
    static Optional<IndexEntry> entry(JsonNode test) {
        if (!problem(test).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IndexEntry(
                test.path("module").asText(""),
                test.path("class").asText(),
                test.path("method").asText(),
                test.path("invocation").asInt(1),
                Optional.ofNullable(test.path("variant").textValue()),
                TestStatus.ofWord(test.path("status").asText()).orElseThrow(),
                test.path("message").asText(""),
                test.path("seconds").isNumber()
                        ? OptionalDouble.of(test.path("seconds").asDouble())
                        : OptionalDouble.empty(),
                test.path("sidecar").asText()));
    }

    /** Reads a check of many texts; empty if it is none. */
    static Optional<CorpusEntry> corpus(JsonNode corpus) {
        if (!corpus.path("corpus").isObject()) {
            return Optional.empty();
        }
        try {
            CorpusRecord record = Json.MAPPER.treeToValue(corpus.path("corpus"), CorpusRecord.class);
            return entry(corpus.path("test"))
                    .map(test -> new CorpusEntry(
                            test,
                            corpus.path("call").asText(),
                            corpus.path("verdict").asText(),
                            record));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
