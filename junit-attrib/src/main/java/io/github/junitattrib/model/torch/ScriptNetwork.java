package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.engine.Network;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.model.torch.script.ArchiveInput;
import io.github.junitattrib.model.torch.script.ScriptArchive;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
        fault(scores).ifPresent(fault -> {
            throw refused(
                    "gives scores " + fault + " (" + archive.lastFunction().orElse("unknown") + ")");
        });
        long[] shape = scores.getShape().getShape();
        if (shape.length != 2 || shape[0] != 1 || shape[1] < 1 || shape[1] > Integer.MAX_VALUE) {
            throw refused("gives scores of shape " + scores.getShape() + " for one text");
        }
        return (int) shape[1];
    }

    /** Why scores cannot be read; empty if they can. */
    private static Optional<String> fault(NDArray scores) {
        try {
            DataType type = scores.getDataType();
            if (type != DataType.FLOAT32 && type != DataType.FLOAT64) {
                return Optional.of("of type " + type);
            }
            scores.getShape();
            boolean here = scores.getDevice().equals(scores.getManager().getDevice());
            return !ScriptModule.isDense(scores) || !here
                    ? Optional.of("without numbers of their own")
                    : Optional.empty();
        } catch (RuntimeException e) {
            // DJL does not know all types, layouts and devices of PyTorch.
            return Optional.of("that the JVM cannot read: " + ScriptModule.reason(e));
        }
    }

    /** What a network gives may depend on the text, so that it is checked each time. */
    private NDArray checked(NDArray scores, long batch) {
        fault(scores).ifPresent(fault -> {
            throw changed("gives scores " + fault);
        });
        if (!scores.getShape().equals(new Shape(batch, classes))) {
            throw changed(
                    "gives scores of shape " + scores.getShape() + " rather than (" + batch + ", " + classes + ")");
        }
        return single(scores);
    }

    private EngineException changed(String what) {
        return new EngineException("The network of " + archive.file() + " " + what
                + " for this text, other than for the texts that it was checked on. Trace it again so that its"
                + " result does not depend on the length of the text.");
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
        return checked(raw(ids, mask), ids.getShape().get(0));
    }

    private NDArray raw(NDArray ids, NDArray mask) {
        return logits(module.forward(inputs(ids, mask)));
    }

    @Override
    public NDArray scores(NDArray ids, NDArray words) {
        long batch = words.getShape().get(0);
        NDArray all = ids.getShape().get(0) == batch ? ids : ids.tile(new long[] {batch, 1});
        NDList inputs = new NDList(archive.isDouble() ? doubled(words) : words);
        inputs.addAll(inputs(all, mask(ids.getManager(), all.getShape())));
        return checked(logits(module.call(ScriptArchive.SCORES, inputs)), batch);
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
