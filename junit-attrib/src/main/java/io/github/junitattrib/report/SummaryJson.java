package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Builds summary.json: the index for programs. */
final class SummaryJson {

    private SummaryJson() {}

    static ObjectNode of(RunIndex index) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("schema", Json.SCHEMA).put("run", index.run()).put("library", Library.NAME);
        ObjectNode totals =
                summary.putObject("totals").put("tests", index.entries().size());
        index.totals().forEach((status, count) -> totals.put(name(status), count));
        ArrayNode tests = summary.putArray("tests");
        index.entries()
                .forEach(entry -> tests.addObject()
                        .put("class", entry.className())
                        .put("method", entry.method())
                        .put("invocation", entry.invocation())
                        .put("variant", entry.variant().orElse(null))
                        .put("status", name(entry.status()))
                        .put("message", Json.present(entry.headline()))
                        .put("page", entry.page())
                        .put("sidecar", entry.sidecar()));
        ArrayNode notes = summary.putArray("notes");
        index.notes().forEach(notes::add);
        return summary;
    }

    private static String name(TestStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
