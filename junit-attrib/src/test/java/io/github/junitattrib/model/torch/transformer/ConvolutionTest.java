package io.github.junitattrib.model.torch.transformer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.HuggingFaceLoader;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {

    @TempDir
    Path directory;

    static Stream<Consumer<ObjectNode>> sizes() {
        return Stream.of(
                json -> json.putNull("conv_kernel_size"),
                json -> json.put("conv_kernel_size", -1),
                json -> json.put("conv_kernel_size", 0),
                json -> json.remove("conv_kernel_size"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void isNotDroppedWhereTheWeightsHoldOne(Consumer<ObjectNode> change) throws IOException {
        try (Stream<Path> files = Files.list(FamiliesReferenceTest.embedded().resolve("deberta-v2-conv"))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        }
        Path config = directory.resolve("config.json");
        ObjectNode json = JsonFile.read(config);
        change.accept(json);
        Files.writeString(config, json.toString());

        assertThatThrownBy(() -> new HuggingFaceLoader().load(directory, "conv", new DeviceChoice("cpu")))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("hold a convolution (deberta.encoder.conv.conv.weight)")
                .hasMessageContaining("gives no conv_kernel_size");
    }
}
