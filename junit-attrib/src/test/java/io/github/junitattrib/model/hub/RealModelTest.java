package io.github.junitattrib.model.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alias that leads to the hub gives the model that lies there. */
class RealModelTest {

    @TempDir
    private Path directory;

    @Test
    void isDownloadedLoadedAndAsked() throws IOException {
        try (FakeHub server = new FakeHub("owner/name")) {
            serve(server);
            Variables variables = new Variables(directory)
                    .with("HF_HOME", directory)
                    .with("HF_ENDPOINT", server.hub().uri());

            assertThat(predicted(variables.hub(true)))
                    .isEqualTo(SentimentModel.get().predict("A wonderful film").probabilities());
            assertThat(predicted(variables.hub(false)))
                    .isEqualTo(SentimentModel.get().predict("A wonderful film").probabilities());
        }
    }

    private List<Double> predicted(HuggingFaceHub hub) {
        ModelLocation locations = new ModelLocation(
                name -> Optional.of("hf:owner/name").filter(location -> name.equals("attrib.model.reviews")),
                new ModelCache(directory.resolve("unpacked")),
                Map.of("hf", hub));
        try (TextClassifier model = new ModelRepository(locations).load("reviews", new DeviceChoice("cpu"))) {
            return model.predict("A wonderful film").probabilities();
        }
    }

    private void serve(FakeHub server) throws IOException {
        Path model = new ModelLocation(name -> Optional.empty(), new ModelCache(directory.resolve("unpacked")))
                .resolve(Fixtures.SENTIMENT);
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (List.of("model.safetensors", "tokenizer.json").contains(name)) {
                    server.large(name, Files.readAllBytes(file));
                } else {
                    server.file(name, Files.readString(file, UTF_8));
                }
            }
        }
    }
}
