package io.github.junitattrib.model.torch.checkpoint;

/**
 * Where a safetensors file keeps a tensor.
 *
 * @param type number type
 * @param shape extent of each axis
 * @param offset first byte, counted from the start of the data
 * @param bytes as many as shape and type need
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package, never compared
record StoredTensor(TensorType type, long[] shape, long offset, long bytes) {}
