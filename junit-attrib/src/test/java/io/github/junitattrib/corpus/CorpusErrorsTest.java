package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.InvalidCorpusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a corpus is told with its place, and never left out. */
class CorpusErrorsTest {

    @TempDir
    private Path directory;

    private Throwable error(Corpus corpus) {
        Throwable[] found = new Throwable[1];
        assertThatThrownBy(corpus::toList)
                .isInstanceOf(InvalidCorpusException.class)
                .satisfies(error -> found[0] = error);
        return found[0];
    }

    private String message(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        return String.valueOf(error(Corpus.from(file.toString())).getMessage()).replace(directory + "/", "");
    }

    private String message(String name, String content) throws IOException {
        return message(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    {"text": "a", "label": }       ~ , line 2, column 24: the line is malformed JSON: Unexpected character ('}' (code 125))
                    {"text": "a                    ~ the line is malformed JSON: Unexpected end-of-input: was expecting closing quote
                    {"text": "a"                   ~ the line is malformed JSON: Unexpected end-of-input: expected close marker for Object. Correct it
                    {"text": "a", "text": "b"}     ~ the line is malformed JSON: Duplicate field 'text'
                    {"text": "a"} {"text": "b"}    ~ , line 2, column 15: something follows the object. Write one object a line.
                    ["a"]                          ~ , line 2: the line is no JSON object but an array.
                    "a"                            ~ , line 2: the line is no JSON object but a text.
                    {"sentence": "a", "gold": 1}   ~ , line 2: there is no property "text" for the text; found: sentence, gold. Name the property that has it: text = "…" in
                    {"text": 7}                    ~ , line 2, column 10: property "text" must be a text, but there is a number.
                    {"text": null}                 ~ property "text" must be a text, but there is null.
                    {"text": " "}                  ~ , line 2: the text is blank.
                    {"text": "\\ud83d"}             ~ , line 2: the text has half a character (a lone surrogate) at UTF-16 unit 0.
                    {"text": "a", "label": "\\ud83d"} ~ , line 2: the label has half a character (a lone surrogate) at UTF-16 unit 0.
                    {"text": "a", "id": "x\\ude00"}   ~ , line 2: the id has half a character (a lone surrogate) at UTF-16 unit 1.
                    {"text": "a", "tags": ["\\ud83d"]} ~ , line 2: the tag has half a character (a lone surrogate) at UTF-16 unit 0.
                    {"text": "a", "rationale": []} ~ , line 2: there is no property "rationales", but "rationale"; found: text, rationale. Do you mean "rationales"? Rename it, or name it: rationales = "rationale" in @CorpusSource, .rationales("rationale") of a Corpus.
                    {"text": "a", "ID": "x"}       ~ , line 2: there is no property "id", but "ID"; found: text, ID. Do you mean "id"?
                    {"txt": "a"}                   ~ , line 2: there is no property "text" for the text; found: txt. Do you mean "txt"? Name the property
                    {"text": "a", "label": 0.5}    ~ property "label" must be a text or a whole number, but there is a number.
                    {"text": "a", "label": [1]}    ~ property "label" must be a text or a whole number, but there is an array.
                    {"text": "a", "label": ""}     ~ , line 2: The label of the text "a" is blank.
                    {"text": "a", "id": true}      ~ property "id" must be a text or a whole number, but there is true or false.
                    {"text": "a", "id": "first"}   ~ , line 2: the id "first" is that of line 1 already.
                    {"text": "a", "tags": {}}      ~ property "tags" must be an array of texts, but there is an object.
                    {"text": "a", "tags": [1]}     ~ property "tags" must be a text, but there is a number.
                    {"text": "a", "tags": [" "]}   ~ , line 2: The tag of the text "a" is blank.
                    {"text": "a", "rationales": "a"}                   ~ property "rationales" must be an array of words
                    {"text": "a", "rationales": [3]}                   ~ property "rationales" must be an array of words
                    {"text": "a", "rationales": [[0]]}                 ~ property "rationales" has a stretch of 1 numbers. Give two
                    {"text": "a", "rationales": [[0, "b"]]}            ~ property "rationales" must be made of whole numbers, but there is a text.
                    {"text": "a", "rationales": [[0, 99999999999]]}    ~ the line is malformed JSON: Numeric value (99999999999) out of range of int
                    {"text": "a", "rationales": [{"start": 0}]}        ~ property "rationales" has a stretch without "end".
                    {"text": "a", "rationales": [[0, 2]]}              ~ , line 2: The rationale from 0 to 2 of the text "a" reaches beyond the text, which ends at 1.
                    {"text": "a", "rationales": [[1, 0]]}              ~ , line 2: the rationale from 1 to 0 is no stretch of a text.
                    {"text": "a", "rationales": [[-1, 1]]}             ~ , line 2: the rationale from -1 to 1 is no stretch of a text.
                    {"text": "a", "rationales": [[1, 1]]}              ~ is empty.
                    {"text": "\\ud83d\\ude00", "rationales": [[0, 1]]}   ~ cuts a character of two UTF-16 units in half.
                    {"text": "abc", "rationales": [{"start": 0, "end": 2, "text": "bc"}]} ~ the rationale from 0 to 2 is said to be "bc", but the text has "ab" there.
                    {"text": "abc", "rationales": [{"start": 0, "end": 9, "text": "bc"}]} ~ the rationale from 0 to 9 is said to be "bc", but the text has "abc" there.
                    {"text": "so good", "rationales": ["bad"]}         ~ , line 2: the rationale "bad" is no word of the text "so good".
                    {"text": "so so", "rationales": ["so"]}            ~ , line 2: the rationale "so" stands at 2 places of the text "so so". Give its offsets instead.
                    {"text": "so so", "rationales": [""]}              ~ , line 2: a rationale is blank.
                    """)
    void jsonLines(String line, String expected) throws IOException {
        assertThat(message("a.jsonl", "{\"text\": \"good\", \"id\": \"first\"}\n" + line + "\n"))
                .startsWith("a.jsonl, line 2")
                .contains(expected);
    }

    @Test
    void delimited() throws IOException {
        assertThat(message("a.csv", "text,label\na,b\na,b,c\n"))
                .isEqualTo(
                        "a.csv, line 3: there are 3 fields, but the header names 2 columns: text, label. Put texts with"
                                + " commas, quotes or line ends in double quotes.");
        assertThat(message("a.csv", "text,label\n\"a\nb\",c\nd\n"))
                .startsWith("a.csv, line 4: there are 1 fields, but the header names 2 columns: text, label.");
        assertThat(message("a.tsv", "text\tlabel\na\tb\tc\n"))
                .startsWith(
                        "a.tsv, line 2: there are 3 fields, but the header names 2 columns: text, label. A text must"
                                + " not hold tabs");
        assertThat(message("a.csv", "text,label\na,b\n\"c,d\ne,f\n"))
                .isEqualTo("a.csv, line 3: a field begins with a double quote that nothing closes. Close it, and write"
                        + " quotes of the text twice.");
        assertThat(message("a.csv", "text,label\n\"a\"b,c\n"))
                .startsWith(
                        "a.csv, line 2: the line is malformed: Unexpected character ('b' (code 98)): Expected column separator character");
        assertThat(message("a.csv", "text,text\na,b\n"))
                .isEqualTo("a.csv, line 1: the header names the column \"text\" twice. Rename one of them.");
        assertThat(message("a.csv", "Text,label\na,b\n"))
                .isEqualTo("a.csv, line 1: there is no column \"text\" for the text; found: Text, label. Do you mean"
                        + " \"Text\"? Name the column that has it: text = \"…\" in @CorpusSource, .text(\"…\") of a"
                        + " Corpus.");
        assertThat(message("a.csv", "text;label\na;b\n"))
                .isEqualTo("a.csv, line 1: the header is one column, \"text;label\": its separator seems to be \";\"."
                        + " Columns of CSV are separated by commas: write these.");
        assertThat(message("a.csv", "text\tlabel\na\tb\n"))
                .contains("its separator seems to be a tab. Columns of CSV are separated by commas: write these, or say"
                        + " that the format is TSV.");
        assertThat(message("a.tsv", "text,label\na,b\n"))
                .contains("its separator seems to be \",\". Columns of TSV are separated by tabs: write these.");
        assertThat(message("a.csv", "text,lable\na,b\n"))
                .startsWith(
                        "a.csv, line 1: there is no column \"label\", but \"lable\"; found: text, lable. Do you mean"
                                + " \"label\"? Rename it, or name it: label = \"lable\" in @CorpusSource");
        assertThat(message("a.csv", "text,label\n,b\n")).startsWith("a.csv, line 2: the text is blank.");
        assertThat(message("a.csv", "text,id\na,1\nb,1\n"))
                .startsWith("a.csv, line 3: the id \"1\" is that of line 2 already.");
        assertThat(message("a.csv", "text,rationales\nab,0-9\n"))
                .startsWith("a.csv, line 2: The rationale from 0 to 9 of the text \"ab\" reaches beyond the text");
        assertThat(message("a.csv", "text,tags\nab,a;;b\n")).startsWith("a.csv, line 2: The tag of the text \"ab\"");
    }

    @Test
    void whatATestNamesMustBeThere() throws IOException {
        Path csv = Files.writeString(directory.resolve("a.csv"), "text,label\na,b\n");
        Path lines = Files.writeString(
                directory.resolve("a.jsonl"), "{\"text\": \"a\", \"gold\": null}\n{\"text\": \"b\"}\n");

        assertThat(error(Corpus.from(csv.toString()).label("gold")))
                .hasMessageContaining("line 1: there is no column \"gold\" for the label; found: text, label.");
        assertThat(error(Corpus.from(lines.toString()).label("gold")))
                .hasMessageContaining("line 2: there is no property \"gold\" for the label; found: text.");
    }

    @Test
    void otherNamesThanThoseOfFieldsAreLeftAlone() throws IOException {
        Path csv = Files.writeString(directory.resolve("a.csv"), "text,label,labels,idx\na,b,c,d\n");
        Path named = Files.writeString(directory.resolve("b.csv"), "text,lable\na,b\n");

        Path several = Files.writeString(
                directory.resolve("a.jsonl"), "{\"text\": \"a\", \"labels\": [\"x\", \"y\"], \"uid\": 7}\n");

        assertThat(Corpus.from(csv.toString()).toList()).hasSize(1);
        assertThat(Corpus.from(several.toString()).toList()).hasSize(1);
        assertThat(Corpus.from(named.toString()).label("lable").toList())
                .extracting(CorpusCase::goldLabel)
                .containsExactly("b");
    }

    @Test
    void choicesThatLeaveNothingAreToldWhatThereIs() throws IOException {
        Path file =
                Files.writeString(directory.resolve("a.csv"), "text,label,tags\na,POSITIVE,x;y\nb,NEGATIVE,x\nc,,\n");
        Corpus corpus = Corpus.from(file.toString());

        assertThat(error(corpus.labeled("POSITVE")))
                .hasMessage("No case of the corpus " + file
                        + " is left by labeled[POSITVE]. There are NEGATIVE, POSITIVE: choose among them.");
        assertThat(error(corpus.labeled("NEGATIVE").tagged("z")))
                .hasMessageEndingWith(" is left by labeled[NEGATIVE].tagged[z]. There are x: choose among them.");
        assertThat(error(corpus.labeled("POSITIVE").where(one -> false)))
                .hasMessageEndingWith("Check labels and tags, which are spelled as in the file, or choose others.");
    }

    @Test
    void ofManyLabelsSomeAreNamed() {
        Corpus corpus = Corpus.of(IntStream.range(10, 31)
                .mapToObj(i -> new CorpusCase(
                        "Fine.", Optional.of("l" + i), List.of(), List.of(), Optional.empty(), Optional.empty()))
                .toList());

        assertThat(error(corpus.labeled("other")))
                .hasMessageContaining("There are l10, l11, ")
                .hasMessageEndingWith(", l29 and others: choose among them.");
    }

    @Test
    void linesEndAsOnAnySystem() throws IOException {
        for (String end : new String[] {"\n", "\r", "\r\n"}) {
            String lines = String.join(end, "text,label", "\"a", "b\",c", "", "d,e,f", "");
            assertThat(message("a.csv", lines)).as(end).startsWith("a.csv, line 5: there are 3 fields");
            assertThat(message("a.jsonl", String.join(end, "{\"text\": \"a\"}", "", "{}")))
                    .as(end)
                    .startsWith("a.jsonl, line 3: there is no property \"text\"");
        }
        // A carriage return may be the last byte of a buffer, and its line feed the first of the next.
        String almost = "{\"text\": \"" + "a".repeat((1 << 16) - 13) + "\"}";
        assertThat(message("b.jsonl", almost + "\r\n{}")).startsWith("b.jsonl, line 2: ");
    }

    @Test
    void encodings() throws IOException {
        ByteArrayOutputStream latin = new ByteArrayOutputStream();
        latin.write("text\ncaf".getBytes(StandardCharsets.UTF_8));
        latin.write(0xE9);
        latin.write("\n".getBytes(StandardCharsets.UTF_8));
        assertThat(message("a.csv", latin.toByteArray()))
                .isEqualTo("a.csv, line 2, column 4: the byte 0xE9 is no UTF-8. Save the file as UTF-8.");
        assertThat(error(Corpus.from(directory.resolve("a.csv").toString())))
                .hasCauseInstanceOf(CharacterCodingException.class);
        assertThat(message("b.jsonl", new byte[] {'{', (byte) 0xE2, (byte) 0x82}))
                .isEqualTo("b.jsonl, line 1, column 2: the byte 0xE2 is no UTF-8. Save the file as UTF-8.");
        assertThat(message("c.csv", "\ufefftext\na\n".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("c.csv, line 1: the file is UTF-16, by its byte order mark. Save it as UTF-8.");
        assertThat(message("d.jsonl", "\ufeff{}\n".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("d.jsonl, line 1: the file is UTF-16, by its byte order mark. Save it as UTF-8.");
    }

    @Test
    void giganticLinesAndTexts() throws IOException {
        String long5 = "x".repeat(5 << 20);
        String expected = "line 2: the line is longer than 4 MiB. Write one case a line, and end lines with \\n.";

        assertThat(message("a.jsonl", "{\"text\": \"a\"}\n" + long5)).isEqualTo("a.jsonl, " + expected);
        assertThat(message("a.csv", "text\n" + long5 + "\n")).isEqualTo("a.csv, " + expected);
        assertThat(message("b.csv", "text,id\n\"open,1\n" + "y,2\n".repeat(2 << 20)))
                .as("a quote that nothing closes ends at a limit, not at the end of memory")
                .startsWith("b.csv, line 2: a field begins with a double quote that nothing closes.");
    }

    @Test
    void emptyFiles() throws IOException {
        for (String content : new String[] {"", "\n\n", "\ufeff"}) {
            assertThat(message("a.jsonl", content)).isEqualTo("The corpus a.jsonl has no cases. Give at least one.");
            assertThat(message("a.csv", content)).isEqualTo("The corpus a.csv has no cases. Give at least one.");
        }
        assertThat(message("a.csv", "text,label\n")).isEqualTo("The corpus a.csv has no cases. Give at least one.");
    }

    @Test
    void filesThatAreNotThere() throws IOException {
        Files.writeString(directory.resolve("reviews-2.csv"), "text\na\n");
        Files.createDirectories(directory.resolve("reviews-3.csv"));

        assertThat(error(Corpus.from(directory + "/reviews.csv")))
                .hasMessage("The corpus \"" + directory + "/reviews.csv\" cannot be read: there is no file " + directory
                        + "/reviews.csv. Beside it there is: reviews-2.csv. Check the path; relative ones start at the"
                        + " project's directory.");
        assertThat(error(Corpus.from(directory.toString()).format(CorpusFormat.CSV)))
                .hasMessage("The corpus \"" + directory + "\" cannot be read: it is the directory " + directory
                        + ". Give a file in it, such as reviews-2.csv.");
        assertThat(error(Corpus.from("classpath:io/github/junitattrib").format(CorpusFormat.CSV)))
                .hasMessageContaining("it is the directory ");
        assertThat(error(Corpus.from("reviews.txt")))
                .hasMessage(
                        "The corpus \"reviews.txt\" cannot be read: its name does not end with .jsonl, .csv or .tsv."
                                + " Say its format: JSONL, CSV or TSV.");
        assertThat(error(Corpus.from("~/a.csv")))
                .hasMessageContaining("The ~ of shells is not expanded: write ${user.home}/a.csv.");
        assertThat(error(Corpus.from("https://example.com/a.csv")))
                .hasMessageContaining("addresses of the network are not looked up.");
        assertThat(error(Corpus.from("file:a b.csv"))).hasMessageContaining("it is no path: ");
        assertThat(error(Corpus.from("${no.such}/a.csv", name -> Optional.empty())))
                .hasMessageContaining("the property ${no.such} is not set. Set it with -Dno.such=…");
        assertThat(error(Corpus.from(" "))).hasMessageContaining("it is blank.");
    }
}
