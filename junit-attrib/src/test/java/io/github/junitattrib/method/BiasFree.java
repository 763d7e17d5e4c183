package io.github.junitattrib.method;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.HuggingFaceLoader;
import io.github.junitattrib.model.torch.SafetensorsWriter;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The embedded sentiment network without biases, positions and token types: nothing but words carries relevance. */
final class BiasFree {

    private BiasFree() {}

    static TextClassifier load(Path parent) {
        Path original =
                new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()).resolve(Fixtures.SENTIMENT);
        Path directory = parent.resolve("bias-free");
        try {
            Files.createDirectory(directory);
            for (String file : new String[] {"config.json", "tokenizer.json", "tokenizer_config.json"}) {
                Files.copy(original.resolve(file), directory.resolve(file));
            }
            Files.write(directory.resolve("model.safetensors"), weights(WeightFiles.open(original)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HuggingFaceLoader().load(directory, "bias-free", new DeviceChoice("cpu"));
    }

    private static byte[] weights(WeightFiles files) {
        SafetensorsWriter writer = new SafetensorsWriter();
        for (String name : files.names()) {
            long[] shape = files.shape(name);
            float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            if (!name.endsWith(".bias") && !name.contains("position_embeddings") && !name.contains("token_type")) {
                ByteBuffer bytes = ByteBuffer.allocateDirect(4 * values.length).order(ByteOrder.nativeOrder());
                files.read(name, bytes);
                bytes.rewind();
                bytes.asFloatBuffer().get(values);
            }
            writer.floats(name, shape, values);
        }
        return writer.bytes();
    }
}
