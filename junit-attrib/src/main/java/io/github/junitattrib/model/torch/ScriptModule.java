package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A TorchScript module in the native library: its methods may be called by several threads and differentiated. */
final class ScriptModule {

    /** An input of this name chooses the method; its value is not looked at. */
    private static final String METHOD = "module_method:";

    /** DJL's number for the usual layout. */
    private static final int STRIDED = 0;

    private static final Pattern ERROR = Pattern.compile("^[A-Za-z.]*Error: ");

    private final PtSymbolBlock block;
    private final Path file;
    /** Tokens of the longest text that it could compute. */
    private final AtomicLong longest = new AtomicLong();

    private ScriptModule(PtSymbolBlock block, Path file) {
        this.block = block;
        this.file = file;
    }

    /**
     * Loads an archive that was checked before.
     *
     * @param copy the file to load
     * @param original how messages call it
     * @param manager closes the module
     */
    static ScriptModule load(Path copy, Path original, NDManager manager) {
        try {
            // To the manager's device, whichever it was saved on. As for training: else its tensors could not take part
            // in
            // a backward pass.
            PtSymbolBlock block =
                    JniUtils.loadModule((PtNDManager) manager, copy, true, new String[0], new String[0], true);
            JniUtils.enableInferenceMode(block);
            try (NDManager scope = manager.newSubManager()) {
                for (NDArray parameter : JniUtils.moduleGetParams(block, (PtNDManager) scope)) {
                    parameter.setRequiresGradient(false);
                }
            }
            return new ScriptModule(block, original);
        } catch (ai.djl.engine.EngineException e) {
            throw new ModelLoadException(
                    "PyTorch cannot load the TorchScript archive " + original + ": " + reason(e)
                            + ". Export it again with PyTorch 2.7 or older.",
                    e);
        }
    }

    /** Calls {@code forward}. */
    NDList forward(NDList inputs) {
        return call(inputs, inputs.get(0).getShape().get(1));
    }

    /** Calls another method. */
    NDList call(String method, NDList inputs) {
        long tokens = inputs.get(inputs.size() - 1).getShape().getLastDimension();
        NDArray chooser =
                inputs.get(0).getManager().zeros(inputs.get(inputs.size() - 1).getShape());
        chooser.setName(METHOD + method);
        NDList all = new NDList(inputs);
        all.add(chooser);
        return call(all, tokens);
    }

    private NDList call(NDList inputs, long tokens) {
        // A state of the thread. Its optimiser compiles for each shape anew and gains nothing on texts.
        JniUtils.setGraphExecutorOptimize(false);
        try {
            // Not as inference: grad mode alone decides whether the call can be differentiated.
            NDList output = IValueUtils.forward(block, inputs, true);
            longest.accumulateAndGet(tokens, Math::max);
            return output;
        } catch (RuntimeException e) {
            // DJL throws several kinds, also where it does not know what was returned.
            throw failure(e, tokens);
        }
    }

    private RuntimeException failure(RuntimeException e, long tokens) {
        String reason = reason(e);
        if (longest.get() > 0 && tokens > longest.get()) {
            return new InvalidTextException("The text has " + tokens + " tokens, and the network of " + file
                    + " fails on it: " + reason + ". The longest text so far had " + longest.get() + " tokens, so that"
                    + " this one is probably too long. Shorten or split it, and say the limit by"
                    + " max_position_embeddings in a config.json beside the archive.");
        }
        return new EngineException(
                "The network of " + file + " cannot compute a text of " + tokens + " tokens: " + reason
                        + ". If it was traced with a fixed length, trace it again so that the length is free.",
                e);
    }

    /** Says whether the numbers of an array lie in memory one by one; fails for layouts that DJL does not know. */
    static boolean isDense(NDArray array) {
        return JniUtils.getLayout((PtNDArray) array) == STRIDED;
    }

    /** PyTorch tells the reason first when it compiles code, and behind the way through the code when it runs. */
    static String reason(Throwable e) {
        List<String> lines = String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> ERROR.matcher(line).find())
                .reduce((first, last) -> last)
                .or(() -> lines.stream().findFirst())
                .orElse("nothing")
                .replaceAll("[.:]$", "");
    }
}
