package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFilesTest {

    private final Path directory = Path.of("reports");

    @TempDir
    private Path written;

    private final ReportWriter writer = new ReportWriter(directory, "run");

    @Test
    void namesPagesAfterClassMethodAndInvocation() {
        assertThat(writer.pageOf(Examples.TEST))
                .isEqualTo(directory.resolve("com.acme.ReviewModelTest/ranksOpinionWords-1.html"));
    }

    @Test
    void namesInvocationsOfClassesThatRunSeveralTimesByAllTheirNumbers() {
        TestCase test = new TestCase("com.acme.T", "m", List.of(2, 1), Optional.of("traced"), "a");

        assertThat(writer.pageOf(test)).isEqualTo(directory.resolve("com.acme.T/m-2-1.html"));
        assertThat(test.invocation()).isEqualTo(1);
    }

    @Test
    void addsAHashWhereANameHadToChange() {
        assertThat(page("com.acme.Outer$Inner", "does it", 2, "a"))
                .matches("reports/com\\.acme\\.Outer_Inner-[0-9a-f]{8}/does_it-2-[0-9a-f]{8}\\.html");
        assertThat(page("com.acme.Outer$Inner", "does it", 2, "a"))
                .isNotEqualTo(page("com.acme.Outer$Inner", "does?it", 2, "b"));
    }

    @Test
    void namesAreTheSameInEveryRun() {
        TestCase test = new TestCase("com.acme.Outer$Inner", "does it", 2, "a");

        assertThat(writer.pageOf(test)).isEqualTo(new ReportWriter(directory, "other run").pageOf(test));
    }

    @Test
    void cutsLongNamesAndKeepsInvocationsApart() {
        String method = "m".repeat(200);

        List<String> pages = List.of(page("C", method, 1, "a"), page("C", method, 2, "b"));

        assertThat(pages)
                .doesNotHaveDuplicates()
                .allMatch(name -> Path.of(name).getFileName().toString().length() == 120 + 9 + 5);
    }

    @Test
    void neverLeavesTheDirectory() {
        assertThat(page("../../etc", "..", 1, "a"))
                .startsWith("reports/.._.._etc-")
                .doesNotContain("/../");
    }

    @Test
    void keepsOverloadsAndNamesThatDifferInCaseOnlyApart() {
        assertThat(List.of(
                        page("C", "same", 1, "[method:same(int)]").toLowerCase(Locale.ROOT),
                        page("C", "same", 1, "[method:same(long)]").toLowerCase(Locale.ROOT),
                        page("C", "SAME", 1, "[method:SAME()]").toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(page("C", "same", 1, "[method:same(long)]")).isEqualTo(page("C", "same", 1, "[method:same(long)]"));
    }

    @Test
    void anOverloadKeepsItsPageInALaterRunThatLeavesTheOtherOut() throws IOException {
        TestCase ofInt = new TestCase("C", "same", 1, "[method:same(int)]");
        TestCase ofLong = new TestCase("C", "same", 1, "[method:same(long)]");
        ReportWriter first = new ReportWriter(written, "run");
        Path page = first.pageOf(ofInt);
        Path other = first.pageOf(ofLong);
        Path sidecar =
                written.resolve("C").resolve(other.getFileName().toString().replace(".html", ".json"));
        Files.createDirectories(written.resolve("C"));
        Files.createFile(sidecar);

        ReportWriter rerun = new ReportWriter(written, "run");

        assertThat(rerun.pageOf(ofLong)).isEqualTo(other);
        assertThat(rerun.pageOf(ofInt)).isEqualTo(page);
    }

    @Test
    void quotesTheNamesOfNestedClassesForTheShell() {
        assertThat(new TestCase("com.acme.Outer$Inner", "m", 1, "a").rerunCommand())
                .isEqualTo("mvn test '-Dtest=Outer$Inner#m'");
        assertThat(new TestCase("com.acme.ReviewModelTest", "class", 1, "a").rerunCommand())
                .as("life-cycle methods")
                .isEqualTo("mvn test -Dtest=ReviewModelTest");
        assertThat(Examples.TEST.rerunCommand()).isEqualTo("mvn test -Dtest=ReviewModelTest#ranksOpinionWords");
    }

    @Test
    void rerunsAnInheritedNestedClassByTheFileThatItHas() {
        assertThat(inherited("m").rerunCommand()).isEqualTo("mvn test '-Dtest=ReviewTest#m,Base$Inner#m'");
        assertThat(inherited("class").rerunCommand()).isEqualTo("mvn test '-Dtest=ReviewTest,Base$Inner'");
    }

    private static TestCase inherited(String method) {
        return new TestCase(
                "com.acme.ReviewTest$Inner",
                List.of("com.acme.ReviewTest", "org.other.Base$Inner"),
                method,
                List.of(1),
                Optional.empty(),
                "a",
                Map.of());
    }

    @Test
    void rerunsWithTheSystemPropertiesThatTheTestRanWith() {
        var properties =
                Map.of("attrib.model.reviews", "models/my reviews", "attrib.device", "cuda:0", "attrib.a", "it's");
        assertThat(new TestCase("com.acme.T", List.of("com.acme.T"), "m", List.of(1), Optional.empty(), "a", properties)
                        .rerunCommand())
                .isEqualTo("mvn test -Dtest=T#m '-Dattrib.a=it'\\''s' -Dattrib.device=cuda:0"
                        + " '-Dattrib.model.reviews=models/my reviews'");
    }

    private String page(String className, String method, int invocation, String uniqueId) {
        return writer.pageOf(new TestCase(className, method, invocation, uniqueId))
                .toString()
                .replace('\\', '/');
    }
}
