package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.TextClassifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // reads the console
class ModelSlotTest {

    @Test
    void aModelThatCannotBeClosedIsToldOnTheConsoleAndChangesNoVerdict() {
        TextClassifier model = new TextClassifier() {
            @Override
            public List<String> labels() {
                return List.of("NEGATIVE", "POSITIVE");
            }

            @Override
            public Prediction predict(String text) {
                return Prediction.ofLogits(labels(), new double[] {0, 1});
            }

            @Override
            public void close() {
                throw new IllegalStateException("The connection is gone.");
            }
        };
        ModelSlot slot = new ModelSlot("service", () -> LoadedModel.made(model), true);
        assertThat(slot.model("a test")).isSameAs(model);

        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatCode(slot::close).doesNotThrowAnyException();
        } finally {
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("[junit-attrib] the model service could not be closed: ")
                .contains("The connection is gone.");
    }
}
