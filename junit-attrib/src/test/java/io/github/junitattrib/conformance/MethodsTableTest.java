package io.github.junitattrib.conformance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.conformance.MethodPromises.Promised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The axioms in the table of docs/methods.md are those that {@link MethodConformanceTest} has proved. */
class MethodsTableTest {

    /** First of the six columns of axioms. */
    private static final int AXIOMS = 4;

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/methods.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
    }

    static Stream<Promised> promises() {
        return MethodPromises.all().stream();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aRowSaysWhatTheKitHasProved(Promised promised) throws IOException {
        List<List<String>> rows =
                rows().stream().filter(row -> row.get(0).equals(promised.row())).toList();

        assertThat(rows).as("row of %s", promised.row()).hasSize(1);
        assertThat(rows.get(0)
                        .subList(AXIOMS, AXIOMS + MethodPromises.onScores().size()))
                .as("axioms of %s: | %s |", promised.row(), String.join(" | ", marks(promised.kit())))
                .isEqualTo(marks(promised.kit()));
    }

    @Test
    void everyRowIsProved() throws IOException {
        Set<String> proved =
                MethodPromises.all().stream().map(Promised::row).collect(LinkedHashSet::new, Set::add, Set::addAll);

        assertThat(rows()).extracting(row -> row.get(0)).containsExactlyInAnyOrderElementsOf(proved);
    }

    @Test
    void theColumnsAreTheAxiomsInTheirOrder() throws IOException {
        String head = Files.readAllLines(Path.of("../docs/methods.md")).stream()
                .filter(line -> line.startsWith("| method"))
                .collect(joining());

        assertThat(head).contains("| C | S | D | L | Y | I |");
    }

    private static List<String> marks(ConformanceKit kit) {
        return MethodPromises.onScores().stream()
                .map(axiom -> kit.claimed().contains(axiom) ? "✓" : kit.denied().contains(axiom) ? "✗" : "")
                .toList();
    }
}
