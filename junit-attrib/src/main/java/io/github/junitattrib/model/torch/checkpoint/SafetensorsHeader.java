package io.github.junitattrib.model.torch.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and checks the JSON header of a safetensors file: one type, shape and place in the data for each tensor.
 *
 * @param file for messages
 * @param dataBytes number of bytes behind the header
 */
record SafetensorsHeader(Path file, long dataBytes) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static ModelLoadException broken(Path file, String what) {
        return new ModelLoadException(
                "The weights " + file + " are broken: " + what + ". Copy or download the file again.");
    }

    Map<String, StoredTensor> read(byte[] json) {
        JsonNode root = parse(json);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        root.properties().forEach(field -> {
            if (!field.getKey().equals("__metadata__")) {
                tensors.put(field.getKey(), tensor(field.getKey(), field.getValue()));
            }
        });
        checkPlaces(tensors);
        return tensors;
    }

    private JsonNode parse(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.isObject()) {
                throw broken(file, "its header is no JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw broken(file, "its header is no JSON (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw broken(file, "its header cannot be read (" + e.getMessage() + ")");
        }
    }

    private StoredTensor tensor(String name, JsonNode node) {
        String dtype = node.path("dtype").asText("");
        TensorType type = TensorType.named(dtype)
                .orElseThrow(() -> new ModelLoadException("Tensor " + name + " of " + file + " has the type \"" + dtype
                        + "\", which cannot be read. Save the model with weights in float32, float16 or bfloat16."));
        long[] shape = numbers(name, node.path("shape"), "shape");
        long[] offsets = numbers(name, node.path("data_offsets"), "data_offsets");
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > dataBytes) {
            throw broken(
                    file,
                    "the offsets " + node.path("data_offsets") + " of tensor " + name + " lie outside of its "
                            + dataBytes + " bytes of data");
        }
        long bytes = offsets[1] - offsets[0];
        long expected = size(name, shape, type.bytes());
        if (bytes != expected) {
            throw broken(
                    file,
                    "tensor " + name + " of shape " + node.path("shape") + " and type " + dtype + " needs " + expected
                            + " bytes, but has " + bytes);
        }
        return new StoredTensor(type, shape, offsets[0], bytes);
    }

    private long[] numbers(String name, JsonNode array, String what) {
        if (!array.isArray()) {
            throw broken(file, "tensor " + name + " has no list of " + what);
        }
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = array.get(i);
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
                throw broken(file, "tensor " + name + " has the " + what + " " + array);
            }
            numbers[i] = number.asLong();
        }
        return numbers;
    }

    private long size(String name, long[] shape, long bytes) {
        try {
            long size = bytes;
            for (long extent : shape) {
                size = Math.multiplyExact(size, extent);
            }
            return size;
        } catch (ArithmeticException e) {
            throw broken(file, "tensor " + name + " has an impossible shape");
        }
    }

    /** The format allows neither gaps nor overlaps, and nothing behind the last tensor. */
    private void checkPlaces(Map<String, StoredTensor> tensors) {
        List<Map.Entry<String, StoredTensor>> inOrder = tensors.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, StoredTensor> entry) ->
                                entry.getValue().offset())
                        .thenComparingLong(entry -> entry.getValue().bytes()))
                .toList();
        long end = 0;
        for (var entry : inOrder) {
            StoredTensor tensor = entry.getValue();
            if (tensor.offset() != end) {
                throw broken(
                        file,
                        "tensor " + entry.getKey() + " starts at byte " + tensor.offset()
                                + " of the data, but the one before it ends at " + end);
            }
            end += tensor.bytes();
        }
        if (end != dataBytes) {
            throw broken(file, "its tensors take " + end + " bytes, but it has " + dataBytes + " bytes of data");
        }
    }
}
