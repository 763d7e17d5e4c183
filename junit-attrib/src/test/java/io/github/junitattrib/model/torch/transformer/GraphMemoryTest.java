package io.github.junitattrib.model.torch.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.torch.FunctionModel;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a backward pass reads must not lie in Java memory: it may be collected before. */
class GraphMemoryTest {

    private final NDManager manager = TorchRuntime.newManager(TorchEngine.start(new DeviceChoice("cpu")));

    @AfterEach
    void closeManager() {
        manager.close();
    }

    @Test
    void encoderGradientsSurviveGarbageCollectionBeforeTheBackwardPass() {
        Path directory =
                new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()).resolve(Fixtures.SENTIMENT);

        assertGradientsSurvive(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roberta-silu", "albert-groups", "mpnet", "deberta-v2", "deberta-v2-conv"})
    void gradientsOfTheOtherFamiliesDoTheSame(String name) {
        assertGradientsSurvive(FamiliesReferenceTest.embedded().resolve(name));
    }

    private void assertGradientsSurvive(Path directory) {
        CheckpointConfig config = CheckpointConfig.read(directory.resolve("config.json"));
        TransformerNetwork network = new TransformerNetwork(config, WeightFiles.open(directory), manager);
        long[] ids = {2, 10, 11, 12, 13, 14, 15, 16, 3};
        assertGradientsSurvive(
                new Shape(4, ids.length, network.width()),
                words -> network.scores(TorchRuntime.ids(words.getManager(), ids), words));
    }

    @ParameterizedTest
    @EnumSource
    void activationGradientsSurviveGarbageCollectionBeforeTheBackwardPass(Activation activation) {
        assertGradientsSurvive(new Shape(3, 7), activation::apply);
    }

    @Test
    void gradientsOfUsersFunctionsSurviveGarbageCollectionBeforeTheBackwardPass() {
        assertGradientsSurvive(
                new Shape(3, 7),
                points -> points.mul(FunctionModel.constant(points, 3))
                        .div(FunctionModel.constant(points, 1, 2, 3, 4, 5, 6, 7)));
    }

    private void assertGradientsSurvive(Shape shape, UnaryOperator<NDArray> forward) {
        Random random = new Random(7);
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        float[] expected = gradient(values, shape, forward, false);
        for (int round = 0; round < 5; round++) {
            assertThat(gradient(values, shape, forward, true)).isEqualTo(expected);
        }
        assertThat(Arrays.equals(expected, new float[expected.length]))
                .as("all zero")
                .isFalse();
    }

    private float[] gradient(float[] values, Shape shape, UnaryOperator<NDArray> forward, boolean collect) {
        return TorchRuntime.differentiate(manager, values, shape, forward, output -> {
                    if (collect) {
                        reuseFreedMemory();
                    }
                    return output;
                })
                .gradient();
    }

    /** Frees every buffer that nothing holds, and fills small blocks like theirs with other numbers. */
    private static void reuseFreedMemory() {
        System.gc();
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(4 + i % 5 * 4);
            while (buffer.hasRemaining()) {
                buffer.put((byte) 0x4b);
            }
            buffers.add(buffer);
        }
        System.gc();
        assertThat(buffers).hasSize(2000);
    }
}
