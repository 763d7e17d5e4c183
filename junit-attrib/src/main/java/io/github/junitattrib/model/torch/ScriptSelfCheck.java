package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks a network with a patched entrance each time it is loaded: the printed code of archives is no public interface,
 * and some traces are silently wrong.
 *
 * <p>The numbers decide, not the reading of the code: whatever passes has the same scores by both routes, words that
 * matter at the entrance alone, and gradients.
 */
final class ScriptSelfCheck {

    /** Any score does: what is checked is that gradients come. */
    private static final TargetScore FIRST = new TargetScore.OfClass(0, "first");

    /** The two routes do the same operations; a padded batch may sum in another order. */
    private static final double SAME = 1e-5;

    private static final double SAME_IN_A_BATCH = 1e-4;

    private final ScriptNetwork network;
    private final NDManager manager;

    ScriptSelfCheck(ScriptNetwork network, NDManager manager) {
        this.network = network;
        this.manager = manager;
    }

    /**
     * Runs all checks and returns the scores of the texts they ran on.
     *
     * @param longer ids of a text, with special tokens at both ends if the tokenizer adds them
     * @param shorter ids of a text with fewer tokens
     * @param padding id of the padding token
     */
    List<float[]> run(long[] longer, long[] shorter, long padding) {
        float[] scores = scores(longer);
        requireFinite(scores);
        require(
                same(scores, scores(longer), SAME),
                "gives other scores at each call",
                "It was traced in training mode, or draws random numbers: trace it with model.eval()");
        require(
                same(scores, scoresOf(longer, longer), SAME),
                "gives other scores from its word embeddings than from its token ids",
                "Something else than the look-up of its words depends on them, so that it cannot be explained by gradients");
        long[] turned = turned(longer);
        require(
                same(scores(turned), scoresOf(longer, turned), SAME),
                "reads words in more than one place: scores of other word embeddings are not those of the other words",
                "Only networks with one look-up of words can be explained by their gradients");
        checkGradient(longer);
        float[] alone = scores(shorter);
        checkLengths(longer, shorter, padding, alone);
        return List.of(scores, scores(turned), alone);
    }

    private float[] scores(long[] ids) {
        return compute(
                "on a text of " + ids.length + " tokens",
                () -> TorchRuntime.withoutGradients(
                        manager,
                        scope -> network.scores(TorchRuntime.ids(scope, ids)).toFloatArray()));
    }

    /** Scores of the words of some ids in the frame (positions, types, mask) of others. */
    private float[] scoresOf(long[] frame, long[] words) {
        return compute(
                "from word embeddings",
                () -> TorchRuntime.withoutGradients(manager, scope -> {
                    NDArray rows = network.embed(scope.create(words));
                    require(
                            rows.getShape().equals(new Shape(words.length, network.width())),
                            "has word embeddings of shape " + rows.getShape(),
                            "Copy or export the file again");
                    return network.scores(TorchRuntime.ids(scope, frame), rows.expandDims(0))
                            .toFloatArray();
                }));
    }

    private <R> R compute(String what, Supplier<R> computation) {
        try {
            return computation.get();
        } catch (EngineException | InvalidTextException e) {
            throw new ModelLoadException(
                    "The network of " + network.archive().file() + " fails when it is checked " + what + ". "
                            + e.getMessage(),
                    e);
        }
    }

    /** The tokens between the ends in turned order: other words in the same places. */
    private static long[] turned(long[] ids) {
        long[] turned = ids.clone();
        for (int i = 1; i < ids.length - 1; i++) {
            turned[i] = ids[ids.length - 1 - i];
        }
        return turned;
    }

    private void checkGradient(long[] ids) {
        float[] rows = compute(
                "by looking up words",
                () -> TorchRuntime.withoutGradients(
                        manager, scope -> network.embed(scope.create(ids)).toFloatArray()));
        TorchRuntime.Differentiated result = compute(
                "for gradients",
                () -> TorchRuntime.differentiate(
                        manager,
                        rows,
                        new Shape(1, ids.length, network.width()),
                        words -> network.scores(TorchRuntime.ids(words.getManager(), ids), words),
                        Rows.slopes(FIRST, 1)));
        requireFinite(result.gradient());
    }

    /** A trace whose example had a fixed length fails on shorter texts and is silently wrong on longer ones. */
    private void checkLengths(long[] longer, long[] shorter, long padding, float[] alone) {
        if (!network.takesMask()) {
            return;
        }
        int length = longer.length;
        long[] ids = Arrays.copyOf(longer, 2 * length);
        long[] mask = new long[2 * length];
        Arrays.fill(mask, 0, length + shorter.length, 1);
        Arrays.fill(ids, length, 2 * length, padding);
        System.arraycopy(shorter, 0, ids, length, shorter.length);
        float[] together = compute(
                "with two texts at once",
                () -> TorchRuntime.withoutGradients(
                        manager,
                        scope -> network.paddedScores(
                                        TorchRuntime.ids(scope, ids).reshape(2, length),
                                        TorchRuntime.ids(scope, mask).reshape(2, length))
                                .toFloatArray()));
        int classes = network.classes();
        boolean same = together.length == 2 * classes
                && same(scores(longer), Arrays.copyOf(together, classes), SAME_IN_A_BATCH)
                && same(alone, Arrays.copyOfRange(together, classes, 2 * classes), SAME_IN_A_BATCH);
        require(
                same,
                "gives a text other scores when it stands in a batch with a longer one",
                "It was traced with a fixed length or batch size, or pays no heed to its attention mask: trace it so that"
                        + " length and batch size are free");
    }

    private static boolean same(float[] expected, float[] actual, double tolerance) {
        double largest = 1;
        for (float number : expected) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - actual[i]) <= tolerance * largest)) {
                return false;
            }
        }
        return true;
    }

    private void requireFinite(float[] numbers) {
        for (float number : numbers) {
            require(
                    Float.isFinite(number),
                    "gives numbers that are not finite (" + number + ")",
                    "Its weights are damaged: copy or export the file again");
        }
    }

    private void require(boolean condition, String what, String remedy) {
        if (!condition) {
            throw new ModelLoadException(
                    "The network of " + network.archive().file() + " " + what + ". " + remedy + ".");
        }
    }
}
