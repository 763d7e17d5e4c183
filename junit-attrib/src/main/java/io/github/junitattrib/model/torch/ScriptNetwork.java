package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.engine.Network;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.model.torch.script.ArchiveInput;
import io.github.junitattrib.model.torch.script.ScriptArchive;
import java.util.List;
import java.util.Objects;

/**
 * The network of a TorchScript archive: ids go through its own {@code forward}, word embeddings through the entrance
 * that its copy got.
 */
final class ScriptNetwork implements Network {

    private final ScriptArchive archive;
    private final ScriptModule module;
    private final int classes;

    /** Runs it once on these ids [T] to learn the number of its classes. */
    ScriptNetwork(ScriptArchive archive, ScriptModule module, NDManager manager, long[] ids) {
        this.archive = archive;
        this.module = module;
        this.classes = TorchRuntime.withoutGradients(
                manager,
                scope -> countClasses(raw(TorchRuntime.ids(scope, ids), mask(scope, new Shape(1, ids.length)))));
    }

    private int countClasses(NDArray scores) {
        long[] shape = scores.getShape().getShape();
        DataType type = scores.getDataType();
        if (type != DataType.FLOAT32 && type != DataType.FLOAT64) {
            throw refused("gives scores of type " + type + " ("
                    + archive.lastFunction().orElse("unknown") + ")");
        }
        if (shape.length != 2 || shape[0] != 1 || shape[1] < 1 || shape[1] > Integer.MAX_VALUE) {
            throw refused("gives scores of shape " + scores.getShape() + " for one text");
        }
        return (int) shape[1];
    }

    private ModelLoadException refused(String what) {
        return new ModelLoadException("The network of " + archive.file() + " " + what
                + ". Trace a text classifier that returns its logits [B,C] in float32.");
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public long vocabulary() {
        return archive.vocabulary();
    }

    @Override
    public int width() {
        return Math.toIntExact(archive.width());
    }

    @Override
    public NDArray embed(NDArray ids) {
        return single(module.call(ScriptArchive.ROWS, new NDList(ids)).singletonOrThrow());
    }

    @Override
    public NDArray scores(NDArray ids) {
        return paddedScores(ids, mask(ids.getManager(), ids.getShape()));
    }

    /** Computes the scores [B,C] of a padded batch of ids [B,T] by the ordinary route. */
    NDArray paddedScores(NDArray ids, NDArray mask) {
        return single(raw(ids, mask));
    }

    private NDArray raw(NDArray ids, NDArray mask) {
        return logits(module.forward(inputs(ids, mask)));
    }

    @Override
    public NDArray scores(NDArray ids, NDArray words) {
        long batch = words.getShape().get(0);
        NDArray all = ids.tile(new long[] {batch, 1});
        NDList inputs = new NDList(archive.isDouble() ? doubled(words) : words);
        inputs.addAll(inputs(all, mask(ids.getManager(), all.getShape())));
        return single(logits(module.call(ScriptArchive.SCORES, inputs)));
    }

    private static NDArray mask(NDManager manager, Shape shape) {
        return manager.ones(shape, DataType.INT64);
    }

    private NDList inputs(NDArray ids, NDArray mask) {
        NDList inputs = new NDList();
        for (ArchiveInput input : archive.inputs()) {
            inputs.add(
                    switch (input) {
                        case IDS -> ids;
                        case MASK -> mask;
                        case TYPES -> ids.getManager().zeros(ids.getShape(), DataType.INT64);
                    });
        }
        return inputs;
    }

    /** A tensor, the first of several, the one called logits, or the only one by another name. */
    private NDArray logits(NDList output) {
        if (output.isEmpty()) {
            throw refused("returns nothing");
        }
        boolean named = output.get(0).getName() != null;
        if (!named || output.size() == 1) {
            return output.get(0);
        }
        List<String> names = output.stream()
                .map(array -> Objects.toString(array.getName(), ""))
                .toList();
        if (!names.contains("logits")) {
            throw refused("returns " + names + ", none of them called logits");
        }
        return output.get(names.indexOf("logits"));
    }

    /** Not by toType, which forgets the graph: a product of two types is of the larger one. */
    private static NDArray doubled(NDArray numbers) {
        return numbers.mul(numbers.getManager().ones(new Shape(1), DataType.FLOAT64));
    }

    /** Not by toType, as before: what is added in place takes the type of what it is added to. */
    private static NDArray single(NDArray numbers) {
        return numbers.getDataType() == DataType.FLOAT64
                ? numbers.getManager()
                        .zeros(numbers.getShape(), DataType.FLOAT32)
                        .addi(numbers)
                : numbers;
    }

    boolean takesMask() {
        return archive.inputs().contains(ArchiveInput.MASK);
    }

    ScriptArchive archive() {
        return archive;
    }
}
