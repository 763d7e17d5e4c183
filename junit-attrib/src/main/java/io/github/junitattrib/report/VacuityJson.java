package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Builds the file of a test's checks, and vacuity.json. */
final class VacuityJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private VacuityJson() {}

    static ObjectNode of(TestCase test, List<VacuityRecord> checks, String run) {
        ObjectNode file = NODES.objectNode();
        file.put("schema", Json.SCHEMA).put("run", run).put("library", Library.NAME);
        file.putObject("test")
                .put("class", test.className())
                .put("method", test.method())
                .put("invocation", test.invocation())
                .put("variant", test.variant().orElse(null));
        ArrayNode array = file.putArray("checks");
        checks.forEach(check -> array.add(check(check)));
        return file;
    }

    private static ObjectNode check(VacuityRecord check) {
        ObjectNode node = NODES.objectNode().put("kind", check.kind());
        ArrayNode arguments = node.putArray("arguments");
        check.arguments().forEach(arguments::add);
        node.put("model", Json.present(check.model()))
                .put("strength", check.strength())
                .put("reason", Json.present(check.reason()))
                .put("survivors", check.survivors())
                .put("counted", check.counted())
                .put(
                        "chance",
                        check.chance().isPresent() ? Json.finite(check.chance().getAsDouble()) : null);
        ArrayNode mutants = node.putArray("mutants");
        check.mutants()
                .forEach(mutant -> mutants.addObject()
                        .put("name", mutant.name())
                        .put("reaction", mutant.reaction())
                        .put("note", Json.present(mutant.note())));
        return node;
    }

    static ObjectNode of(VacuityIndex index) {
        ObjectNode summary = NODES.objectNode();
        summary.put("schema", Json.SCHEMA).put("run", index.run()).put("library", Library.NAME);
        summary.putObject("totals")
                .put("checks", index.rows().size())
                .put("vacuous", index.count("vacuous"))
                .put("strong", index.count("strong"))
                .put("not_judged", index.count("not judged"));
        ArrayNode tests = summary.putArray("tests");
        index.tests().forEach(test -> {
            ObjectNode entry = tests.addObject();
            entry.set("test", test.path("test"));
            entry.set("checks", test.path("checks"));
        });
        return summary;
    }
}
