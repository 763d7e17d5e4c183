package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.model.torch.mutant.WeightChange;
import io.github.junitattrib.model.torch.mutant.WeightNumbers;
import io.github.junitattrib.model.torch.mutant.WordRows;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tensors of an archive that hold what was learnt, by the entries that their numbers lie in. */
final class StoredWeights {

    private final Map<String, Set<PickledTensor>> tensors = new LinkedHashMap<>();
    private final Set<PickledObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private StoredWeights() {}

    /** Finds the floating tensors of all modules; in a frozen archive, which has none, those of the constants. */
    static StoredWeights of(PickledObject root, List<?> constants) {
        StoredWeights weights = new StoredWeights();
        weights.collect(root);
        if (weights.tensors.isEmpty()) {
            constants.forEach(weights::add);
        }
        return weights;
    }

    private void collect(PickledObject module) {
        if (seen.add(module)) {
            module.attributes().values().forEach(this::add);
        }
    }

    private void add(Object value) {
        if (value instanceof PickledObject module) {
            collect(module);
        } else if (value instanceof PickledTensor tensor && isWeight(tensor)) {
            tensors.computeIfAbsent(tensor.storage().entry(), entry -> new LinkedHashSet<>())
                    .add(tensor);
        }
    }

    /** A single number is a constant of the code. Views that leave numbers out or repeat them are none either. */
    private static boolean isWeight(PickledTensor tensor) {
        NumberType type = tensor.storage().type();
        return (type == NumberType.FLOAT || type == NumberType.DOUBLE) && count(tensor) > 1 && isDense(tensor);
    }

    private static long count(PickledTensor tensor) {
        return tensor.shape().stream().reduce(1L, (a, b) -> a * b);
    }

    private static boolean isDense(PickledTensor tensor) {
        long last = 0;
        for (int axis = 0; axis < tensor.shape().size(); axis++) {
            last += (tensor.shape().get(axis) - 1) * tensor.strides().get(axis);
        }
        return last + 1 == count(tensor);
    }

    /** Returns what happens to the entries if the weights change, of which one is the matrix of words. */
    StorageChange with(WeightChange change, PickledTensor words) {
        return new StorageChange() {
            @Override
            public boolean changes(String entry) {
                return tensors.containsKey(entry);
            }

            @Override
            public byte[] changed(String entry, byte[] numbers) {
                ByteBuffer bytes = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
                for (PickledTensor tensor : Objects.requireNonNull(tensors.get(entry), entry)) {
                    WeightNumbers moved = numbers(tensor, bytes);
                    if (tensor.equals(words)) {
                        change.words(moved, rows(tensor));
                    } else {
                        change.weights(moved);
                    }
                }
                return numbers;
            }
        };
    }

    private static WeightNumbers numbers(PickledTensor tensor, ByteBuffer bytes) {
        return new WeightNumbers(
                tensor.storage().entry() + "+" + tensor.offset(),
                bytes,
                tensor.storage().type().bytes(),
                Math.toIntExact(tensor.offset()),
                Math.toIntExact(count(tensor)));
    }

    private static WordRows rows(PickledTensor matrix) {
        return new WordRows(
                Math.toIntExact(matrix.shape().get(0)),
                Math.toIntExact(matrix.shape().get(1)),
                Math.toIntExact(matrix.strides().get(0)),
                Math.toIntExact(matrix.strides().get(1)));
    }
}
