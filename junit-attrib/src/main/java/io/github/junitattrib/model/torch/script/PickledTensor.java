package io.github.junitattrib.model.torch.script;

import java.util.List;

/**
 * A tensor as a pickle describes it: a view of a storage.
 *
 * @param storage its numbers
 * @param offset index of its first number in the storage
 * @param shape extent of each axis
 * @param strides distance of neighbours along each axis
 */
record PickledTensor(Storage storage, long offset, List<Long> shape, List<Long> strides) {

    /**
     * Numbers of one type in an entry of the archive.
     *
     * @param entry name of the entry, such as {@code data/3}
     * @param type of the numbers
     * @param count how many
     */
    record Storage(String entry, NumberType type, long count) {}

    /** Says whether every number lies in the storage. */
    boolean fits() {
        long last = offset;
        boolean empty = false;
        try {
            for (int axis = 0; axis < shape.size(); axis++) {
                long extent = shape.get(axis);
                if (extent < 0 || strides.get(axis) < 0) {
                    return false;
                }
                empty |= extent == 0;
                last = Math.addExact(last, Math.multiplyExact(Math.max(extent - 1, 0), strides.get(axis)));
            }
        } catch (ArithmeticException e) {
            return false;
        }
        return offset >= 0 && (empty ? offset <= storage.count() : last < storage.count());
    }
}
