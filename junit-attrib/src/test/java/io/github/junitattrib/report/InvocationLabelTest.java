package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invocations of one test are told apart by the variant that they ran for and their number. */
class InvocationLabelTest {

    @TempDir
    private Path directory;

    @Test
    void namesVariantAndNumberWhereThereAreSeveral() {
        assertThat(InvocationLabel.of(1, Optional.empty())).isEmpty();
        assertThat(InvocationLabel.of(2, Optional.empty())).isEqualTo("invocation 2");
        assertThat(InvocationLabel.of(1, Optional.of("traced"))).isEqualTo("variant traced");
        assertThat(InvocationLabel.of(2, Optional.of("traced\n"))).isEqualTo("variant traced\\n, invocation 2");
    }

    @Test
    void standsOnThePageInTheIndexAndInTheSummaryOfTheJob() throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run");
        TestCase test = new TestCase("com.acme.T", "ranks", List.of(2), Optional.of("<traced>"), "a");
        writer.write(new TestReport(test, TestStatus.FAILED, "wrong", List.of(), List.of()));
        writer.writeIndex();

        assertThat(Files.readString(writer.pageOf(test)))
                .contains("<h1>ranks <small>variant &lt;traced&gt;, invocation 2</small></h1>");
        assertThat(Files.readString(directory.resolve("index.html")))
                .contains("<span class=\"soft\">variant &lt;traced&gt;, invocation 2</span>");
        assertThat(Files.readString(directory.resolve("summary.md"))).contains("T.ranks (&#60;traced&#62;, 2)");
    }
}
