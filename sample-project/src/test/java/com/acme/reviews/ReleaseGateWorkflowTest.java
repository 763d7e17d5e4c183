package com.acme.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.junit.CompareModels;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workflow of a release names a test and a model that are there: a job that judges nothing would be green. */
class ReleaseGateWorkflowTest {

    private static final Path WORKFLOW = Path.of(".github/workflows/release-gate.yml");

    @Test
    void namesATestThatIsThere() throws Exception {
        Method test = gate();

        assertThat(test.isAnnotationPresent(Test.class)).isTrue();
        assertThat(test.getParameterTypes()).containsExactly(ModelComparison.class);
    }

    @Test
    void handsTheCandidateToThatTest() throws Exception {
        CompareModels compared = gate().getAnnotation(CompareModels.class);
        String alias = found("\"-Dattrib\\.model\\.([\\w-]+)=\\$CANDIDATE\"").group(1);

        assertThat(alias).isEqualTo(compared.candidate()).isNotEqualTo(compared.released());
        assertThat(Files.readAllLines(Path.of("src/test/resources/junit-platform.properties")))
                .as("what a build without arguments compares")
                .anyMatch(line -> line.startsWith("attrib.model." + alias + "="))
                .anyMatch(line -> line.startsWith("attrib.model." + compared.released() + "="));
    }

    @Test
    void failsWhereNothingIsJudged() throws IOException {
        assertThat(command())
                .contains("-Dattrib.require=model")
                .doesNotContain("failIfNoSpecifiedTests", "failIfNoTests", "testFailureIgnore", "skipTests", "||");
        assertThat(Files.readString(WORKFLOW)).doesNotContain("continue-on-error");
    }

    @Test
    void runsNothingThatAnInputSays() throws IOException {
        assertThat(Files.readAllLines(WORKFLOW))
                .filteredOn(line -> line.contains("${{"))
                .containsExactly("          CANDIDATE: ${{ inputs.candidate }}");
        assertThat(Files.readString(WORKFLOW)).containsSubsequence("inputs:", "candidate:", "required: true", "env:");
    }

    /** No parser is at hand: this much holds of YAML in block style. */
    @Test
    void isIndentedAsYamlMustBe() throws IOException {
        List<String> lines = Files.readAllLines(WORKFLOW).stream()
                .filter(line -> !line.isBlank())
                .toList();

        assertThat(lines).allMatch(line -> !line.contains("\t") && line.equals(line.stripTrailing()));
        for (int i = 1; i < lines.size(); i++) {
            boolean opens = lines.get(i - 1).matches(".*(:|\\|)|\\s*- .*|.*then|.*\\\\|.*#.*");
            assertThat(indent(lines.get(i)) <= indent(lines.get(i - 1)) || opens)
                    .as(lines.get(i))
                    .isTrue();
        }
        assertThat(lines.stream().filter(line -> indent(line) == 0 && !line.startsWith("#")))
                .containsExactly("name: release gate", "on:", "permissions:", "jobs:");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Method gate() throws Exception {
        MatchResult named = found("\"-Dtest=(\\w+)#(\\w+)\"");
        return Stream.of(Class.forName("com.acme.reviews." + named.group(1)).getDeclaredMethods())
                .filter(method -> method.getName().equals(named.group(2)))
                .findFirst()
                .orElseThrow();
    }

    private static MatchResult found(String pattern) throws IOException {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(command()).results().toList();
        assertThat(found).as(pattern).hasSize(1);
        return found.get(0);
    }

    /** The lines of the one command that runs Maven. */
    private static String command() throws IOException {
        Matcher command = Pattern.compile("(?m)^ +mvn (?:.*\\\\\n)*.*$").matcher(Files.readString(WORKFLOW));
        assertThat(command.find()).isTrue();
        return command.group();
    }
}
