package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.ModelLoadException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of models that are kept elsewhere reach their stores; without attrib.download nothing is fetched. */
class RemoteModelsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hf:junit-attrib/no-such-model@v1       | The model hf:junit-attrib/no-such-model@v1 is not in the Hugging Face cache: there is no
            djl://io.github.junitattrib/no-such    | The model djl://io.github.junitattrib/no-such is not in DJL's cache: there is no
            """)
    void aliasThatLeadsToAModelThatIsNotThereSaysHowToGetIt(String location, String message) {
        var run = new Run(directory).with("attrib.model.remote", location);

        assertThat(Run.errors(run.execute(RemoteTestCases.class)))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ModelLoadException.class)
                        .hasMessageStartingWith(message)
                        .hasMessageContaining("et attrib.download=true"));
    }

    @AttributionTest(model = "remote")
    static class RemoteTestCases {
        @Test
        void needsTheModel() {
            assertThat(ig("great").attribution()).isNull();
        }
    }
}
