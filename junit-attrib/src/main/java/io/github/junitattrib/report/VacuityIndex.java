package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The checks of one run, those that need a look first.
 *
 * @param run id of the run
 * @param tests as their files hold them
 * @param rows one for each check
 */
record VacuityIndex(String run, List<JsonNode> tests, List<Row> rows) {

    private static final List<String> ORDER = List.of("vacuous", "not judged", "strong");

    /**
     * A check in its test.
     *
     * @param test as its file holds it
     * @param check the same
     */
    record Row(JsonNode test, JsonNode check) {

        String strength() {
            return check.path("strength").asText();
        }

        int survivors() {
            return check.path("survivors").asInt();
        }

        int counted() {
            return check.path("counted").asInt();
        }

        /** How many of those that count would survive by luck. */
        String byChance() {
            JsonNode chance = check.path("chance");
            return VacuityRecord.byChance(
                    chance.isNumber() ? OptionalDouble.of(chance.asDouble()) : OptionalDouble.empty(), counted());
        }
    }

    static VacuityIndex of(String run, List<JsonNode> tests) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode test : tests) {
            test.path("checks").forEach(check -> rows.add(new Row(test.path("test"), check)));
        }
        rows.sort(Comparator.comparingInt((Row row) -> ORDER.indexOf(row.strength()))
                .thenComparing(row -> -row.survivors()));
        return new VacuityIndex(run, tests, List.copyOf(rows));
    }

    /** The checks of all tests that no mutant was asked about. */
    NotAsked notAsked() {
        return tests.stream()
                .map(test -> VacuityJson.notAsked(test.path("not_asked")))
                .reduce(NotAsked.NONE, NotAsked::plus);
    }

    int count(String strength) {
        return (int)
                rows.stream().filter(row -> row.strength().equals(strength)).count();
    }

    /** The totals in words. */
    String totals() {
        int vacuous = count("vacuous");
        return vacuous + " of " + rows.size() + " checks " + (vacuous == 1 ? "is" : "are") + " vacuous, "
                + count("not judged") + " not judged";
    }
}
