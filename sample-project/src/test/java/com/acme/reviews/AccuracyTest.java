package com.acme.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says where it is called wrongly. */
class AccuracyTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "${attrib.data}"})
    void asksForTheDataFile(String argument) {
        assertThatThrownBy(() -> Accuracy.data(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Name the data file, with lines \"label text\": -Dattrib.data=path/to/file");
    }

    @Test
    void namesADataFileThatIsNotThere() {
        Path missing = directory.resolve("reviews.txt");

        assertThatThrownBy(() -> Accuracy.data(missing.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no data file " + missing + ".");
    }

    @Test
    void namesALineWithoutALabel() throws IOException {
        Path data = Files.writeString(directory.resolve("reviews.txt"), "1 A stellar film\nA dull film\n");

        assertThat(Accuracy.data(data.toString())).isEqualTo(data);
        assertThatThrownBy(() -> Accuracy.main(new String[] {data.toString()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Line 2 of " + data
                        + " is \"A dull film\". Write the number of the label, a space and the text.");
    }
}
