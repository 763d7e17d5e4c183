package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Builds the file of a test's checks, and vacuity.json. */
final class VacuityJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private VacuityJson() {}

    static ObjectNode of(TestCase test, List<VacuityRecord> checks, NotAsked notAsked, String run) {
        ObjectNode file = NODES.objectNode();
        file.put("schema", Json.SCHEMA).put("run", run).put("library", Library.NAME);
        file.putObject("test")
                .put("class", test.className())
                .put("method", test.method())
                .put("invocation", test.invocation())
                .put("variant", test.variant().orElse(null));
        ArrayNode array = file.putArray("checks");
        checks.forEach(check -> array.add(check(check)));
        file.set("not_asked", json(notAsked));
        return file;
    }

    private static ObjectNode json(NotAsked notAsked) {
        return NODES.objectNode()
                .put("about_method", notAsked.aboutMethod())
                .put("of_unpassed_tests", notAsked.ofUnpassedTests());
    }

    /** Reads what {@link #json} wrote. */
    static NotAsked notAsked(JsonNode node) {
        return new NotAsked(
                node.path("about_method").asInt(),
                node.path("of_unpassed_tests").asInt());
    }

    private static ObjectNode check(VacuityRecord check) {
        ObjectNode node = NODES.objectNode().put("kind", check.kind());
        ArrayNode arguments = node.putArray("arguments");
        check.arguments().forEach(arguments::add);
        node.put("call", check.call())
                .put("model", Json.present(check.model()))
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
        summary.set("not_asked", json(index.notAsked()));
        ArrayNode tests = summary.putArray("tests");
        index.tests().forEach(test -> {
            ObjectNode entry = tests.addObject();
            entry.set("test", test.path("test"));
            entry.set("checks", test.path("checks"));
            entry.set("not_asked", test.path("not_asked"));
        });
        return summary;
    }
}
