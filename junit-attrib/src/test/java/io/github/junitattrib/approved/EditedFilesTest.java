package io.github.junitattrib.approved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a person or a merge has changed: what is wrong is told of the file and its entry, never of model or method. */
class EditedFilesTest {

    private static final TestName TEST = new TestName("com.acme.ReviewTest", "reasons");
    private static final Attribution GOOD = Words.scored("it was good", 0.123457, -0.5, 1);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("approved/reviews/com.acme.ReviewTest/reasons.json");
    }

    private Approval ask(ApprovalMode mode) {
        return new ApprovedAttributions(folder.resolve("approved"), folder.resolve("received"), mode)
                .approval(TEST, GOOD, DriftTolerance.standard());
    }

    @BeforeEach
    void approve() {
        ask(ApprovalMode.CREATE);
    }

    private void edit(String from, String to) throws IOException {
        String content = Files.readString(file());
        assertThat(content).contains(from);
        Files.writeString(file(), content.replace(from, to));
    }

    private void assertRefused(String reason) throws IOException {
        String content = Files.readString(file());
        for (ApprovalMode mode : ApprovalMode.values()) {
            assertThatThrownBy(() -> ask(mode))
                    .isExactlyInstanceOf(ApprovedFileException.class)
                    .hasMessageStartingWith(file() + " is no file of approved attributions: ")
                    .hasMessageContaining(reason)
                    .hasMessageEndingWith(
                            ". Take it back from version control, or delete it and run with -Dattrib.approved=create.");
        }
        assertThat(file()).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "method",
                "parameters",
                "target",
                "class",
                "model",
                "device",
                "dtype",
                "kind",
                "scores",
                "f_input",
                "tokens"
            })
    void whatAnEntryLacksIsNamed(String field) throws IOException {
        String content = Files.readString(file());
        String without = field.equals("tokens")
                ? content.replaceFirst("(?s),\\s+\"tokens\": \\[.*?\\n      ]", "")
                : content.replaceFirst("\\n      \"" + field + "\": .*,", "");
        assertThat(without).isNotEqualTo(content);
        Files.writeString(file(), without);
        assertRefused("the entry of \"it was good\" has no \"" + field + "\"");

        Files.writeString(
                file(),
                content.replaceFirst(
                        "(?s)\"" + field + "\": (\\[.*?\\n      ]|[^\\n]+?)(,?\\n)", "\"" + field + "\": null$2"));
        assertThat(file()).content().contains("\"" + field + "\": null");
        assertRefused("the entry of \"it was good\" has no \"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "text": "it was good",   |                            | entry 1 has no "text"
            "text": "it was good"    | "text": null               | entry 1 has no "text"
            "text": "it was good"    | "text": "it was"           | token 4 "good" starts at 7 and ends at 11, but the text at 6
            "class": 1,              | "class": 2,                | has the "class" 2, which is not among its labels [NEGATIVE, POSITIVE]
            "class": 1,              | "class": -1,               | has the "class" -1, which is not among its labels
            "NEGATIVE":-1.0,         |                            | has the "class" 1, which is not among its labels [POSITIVE]
            "NEGATIVE":-1.0          | "NEGATIVE":null            | "scores" has no "NEGATIVE"
            "NEGATIVE":-1.0          | "NEGATIVE":1e999           | "scores" has no finite "NEGATIVE": Infinity
            {"NEGATIVE":-1.0,"POSITIVE":1.0} | {}                 | "scores" cannot be LOGITS: {}
            "LOGITS"                 | "PROBABILITIES"            | "scores" cannot be PROBABILITIES: {NEGATIVE=-1.0, POSITIVE=1.0}
            {"steps":"50"}           | {"steps":null}             | "parameters" has no "steps"
            "f_input": 1.0           | "f_input": -1e999          | has no finite "f_input": -Infinity
            "f_input": 1.0           | "f_input": 1.0, "f_baseline": "NaN" | has no finite "f_baseline": NaN
            "token":"good",          |                            | token 4 has no "token"
            "score":-0.5             | "score":1e999              | token 3 "was" has no finite "score": Infinity
            "score":-0.5             | "score":"NaN"              | token 3 "was" has no finite "score": NaN
            "score":-0.5,            |                            | token 3 "was" has no "score"
            ,"score":-0.5,"uncertainty":0.0 | ,"score":-0.5       | token 3 "was" has no "uncertainty"
            "score":-0.5,"uncertainty":0.0 | "score":-0.5,"uncertainty":-0.1 | token 3 "was" has a negative "uncertainty": -0.1
            "score":-0.5,"uncertainty":0.0 | "score":-0.5,"uncertainty":1e999 | token 3 "was" has no finite "uncertainty": Infinity
            "start":3,               |                            | token 3 "was" has only one of "start" and "end"
            "start":3,               | "start":-1,                | token 3 "was" starts at -1
            "start":3,               | "start":7,                 | token 3 "was" starts at 7 and ends at 6
            "end":11                 | "end":12                   | token 4 "good" starts at 7 and ends at 12, but the text at 11
            "start":3,"end":6,       |                            | token 3 "was" belongs to word 1, but has no "start" and "end"
            """)
    void whatCannotBeIsNamedWithItsEntry(String from, String to, String reason) throws IOException {
        edit(from, to == null ? "" : to);

        assertRefused(reason);
    }

    @Test
    void tokensThatAreNotThereAreNamed() throws IOException {
        String content = Files.readString(file());
        Files.writeString(file(), content.replaceFirst("(?s)\"tokens\": \\[.*?\\n      ]", "\"tokens\": []"));
        assertRefused("the entry of \"it was good\" has no \"tokens\"");

        Files.writeString(file(), content.replaceFirst("\\{\"token\":\"was\".*", "null,"));
        assertRefused("the entry of \"it was good\": token 3 is null");
    }

    @ParameterizedTest
    @CsvSource({"null, entry 1 is null", "3, line 1"})
    void entriesThatAreNoneAreNamed(String entry, String reason) throws IOException {
        Files.writeString(file(), "{\"schema\":1,\"approved\":[" + entry + "]}");

        assertRefused(reason);
    }

    /** As a merge may leave them: what counts must not depend on their order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "target": "POSITIVE"     | "target": "POSITIVE", "target": "NEGATIVE" | Duplicate field 'target'
            "NEGATIVE":-1.0          | "NEGATIVE":-1.0,"NEGATIVE":2.0             | Duplicate field 'NEGATIVE'
            "score":-0.5             | "score":-0.5,"score":0.5                   | Duplicate field 'score'
            "schema": 1              | "schema": 1, "schema": 1                   | Duplicate field 'schema'
            """)
    void twoValuesOfOneFieldAreRefusedWithTheirLine(String from, String to, String reason) throws IOException {
        edit(from, to);

        assertRefused(reason);
        assertRefused(", line ");
    }

    @Test
    void otherSpacesAndOrdersAreNoChange() throws IOException {
        Files.writeString(
                file(),
                Files.readString(file())
                        .replaceAll("\\s*\\n\\s*", " ")
                        .replace("{\"NEGATIVE\":-1.0,\"POSITIVE\":1.0}", "{ \"NEGATIVE\" : -1, \"POSITIVE\" : 1 }"));

        assertThat(ask(ApprovalMode.VERIFY)).isInstanceOf(Approval.Found.class);
    }
}
