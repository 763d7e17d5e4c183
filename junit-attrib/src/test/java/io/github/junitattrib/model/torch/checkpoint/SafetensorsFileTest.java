package io.github.junitattrib.model.torch.checkpoint;

import static io.github.junitattrib.model.torch.SafetensorsWriter.file;
import static io.github.junitattrib.model.torch.SafetensorsWriter.little;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.SafetensorsWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("ByteBufferBackingArray") // all buffers are whole arrays of their own
class SafetensorsFileTest {

    private static final byte[] EIGHT = new byte[8];

    @TempDir
    Path directory;

    @Test
    void readsDoublesRoundedToFloats() {
        double[] values = {0.1, -0.0, 1e300, -1e300, Double.NaN, Double.MIN_VALUE, 0x1p-149, Double.NEGATIVE_INFINITY};
        ByteBuffer data = little(8 * values.length);
        data.asDoubleBuffer().put(values);

        assertThat(read("F64", data))
                .containsExactly(
                        0.1f,
                        -0.0f,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        Float.NaN,
                        0f,
                        Float.MIN_VALUE,
                        Float.NEGATIVE_INFINITY);
    }

    @Test
    void readsFloatsBitByBit() {
        int[] bits = {0, 0x80000000, 1, 0x807fffff, 0x3f800000, 0x7f7fffff, 0x7f800000, 0xff800000, 0x7fc00000};
        ByteBuffer data = little(4 * bits.length);
        data.asIntBuffer().put(bits);

        float[] floats = read("F32", data);

        for (int i = 0; i < bits.length; i++) {
            assertThat(Float.floatToRawIntBits(floats[i])).isEqualTo(bits[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 65535, 65536, 65537, 200_001})
    void tellsWhetherAllNumbersAreFiniteWhereverTheOtherIs(int count) {
        for (float number : new float[] {-1, 1, -Float.MAX_VALUE, Float.MIN_VALUE, -0f}) {
            float[] numbers = new float[count];
            Arrays.fill(numbers, number);
            for (float other : new float[] {number, Float.NEGATIVE_INFINITY, Float.NaN}) {
                for (int place : new int[] {0, count / 2, count - 1}) {
                    float[] mixed = numbers.clone();
                    mixed[place] = other;
                    SafetensorsFile file = open(new SafetensorsWriter()
                            .floats("w", new long[] {count}, mixed)
                            .bytes());

                    // Compares what the reader says with what the numbers are.
                    assertThat(read(file, "w")).isEqualTo(mixed);
                }
            }
        }
    }

    @Test
    void readsEveryHalfAsItsDefinitionSays() {
        ByteBuffer data = little(2 << 16);
        for (int half = 0; half < 1 << 16; half++) {
            data.putShort((short) half);
        }

        float[] floats = read("F16", data);

        for (int half = 0; half < 1 << 16; half++) {
            assertSame(floats[half], minifloat(half, 5, 10), half);
        }
    }

    @Test
    void readsEveryBfloatAsItsDefinitionSays() {
        ByteBuffer data = little(2 << 16);
        for (int half = 0; half < 1 << 16; half++) {
            data.putShort((short) half);
        }

        float[] floats = read("BF16", data);

        for (int half = 0; half < 1 << 16; half++) {
            assertSame(floats[half], minifloat(half, 8, 7), half);
        }
    }

    /** IEEE 754: (−1)^s · 2^(e−bias) · 1.f, or (−1)^s · 2^(1−bias) · 0.f for e = 0; in double arithmetic alone. */
    private static double minifloat(int bits, int exponentBits, int fractionBits) {
        double sign = bits >> (exponentBits + fractionBits) == 0 ? 1 : -1;
        int largest = (1 << exponentBits) - 1;
        int exponent = bits >> fractionBits & largest;
        double fraction = (bits & (1 << fractionBits) - 1) / Math.pow(2, fractionBits);
        int bias = largest / 2;
        if (exponent == largest) {
            return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        return exponent == 0
                ? sign * Math.pow(2, 1 - bias) * fraction
                : sign * Math.pow(2, exponent - bias) * (1 + fraction);
    }

    private static void assertSame(float actual, double expected, int bits) {
        // Double.compare tells −0 from 0 and takes all NaN as one.
        assertThat(Double.compare(actual, expected))
                .as("bits %x: %s but %s", bits, actual, expected)
                .isZero();
    }

    @Test
    void ignoresMetadataAndPaddingOfTheHeader() {
        byte[] bytes = file(
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}    ",
                EIGHT);

        assertThat(open(bytes).names()).containsExactly("w");
        assertThat(open(bytes).shape("w")).containsExactly(2);
    }

    @Test
    void readsTensorsOfAnyOrderAndOfNoNumbers() {
        byte[] bytes = file(
                "{\"late\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,8]},"
                        + "\"none\":{\"dtype\":\"F32\",\"shape\":[0,3],\"data_offsets\":[8,8]},"
                        + "\"early\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                little(8).putFloat(1).putFloat(2).array());

        assertThat(read(open(bytes), "early")).containsExactly(1);
        assertThat(read(open(bytes), "late")).containsExactly(2);
        assertThat(read(open(bytes), "none")).isEmpty();
    }

    @Test
    void refusesAFileThatIsCutAnywhere() {
        byte[] whole = new SafetensorsWriter()
                .floats("w", new long[] {2, 2}, 1, 2, 3, 4)
                .bytes();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> open(cut))
                    .as("cut to %d bytes", length)
                    .isExactlyInstanceOf(ModelLoadException.class)
                    .hasMessageContaining("weights.safetensors")
                    .hasMessageEndingWith("Copy or download the file again.");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void refusesAnImpossibleLengthOfTheHeader(long length) {
        byte[] bytes = file(length, "{}      ".getBytes(StandardCharsets.UTF_8), new byte[0]);

        assertBroken(bytes, "its header claims " + Long.toUnsignedString(length) + " bytes, the file has 16");
    }

    static Stream<Arguments> headers() {
        String deep = "[".repeat(10_000);
        return Stream.of(
                Arguments.of("PK\u0003\u0004 a zip", "its header is no JSON"),
                Arguments.of("[]", "its header is no JSON object"),
                Arguments.of("  ", "its header is no JSON object"),
                Arguments.of("null", "its header is no JSON object"),
                Arguments.of("{\"w\":", "its header is no JSON"),
                Arguments.of("{} {}", "its header is no JSON"),
                Arguments.of(deep, "its header is no JSON"),
                Arguments.of("{\"a\":".repeat(10_000), "its header is no JSON"),
                Arguments.of("{\"w\":3}", "Tensor w"),
                Arguments.of("{\"w\":null}", "Tensor w"),
                Arguments.of("{\"w\":{\"shape\":[2],\"data_offsets\":[0,8]}}", "Tensor w"),
                Arguments.of("{\"w\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}", "tensor w has no list of shape"),
                Arguments.of("{\"w\":{\"dtype\":\"F32\",\"shape\":[2]}}", "tensor w has no list of data_offsets"),
                Arguments.of(tensor("F32", "[2]", "[0]"), "offsets [0] of tensor w"),
                Arguments.of(tensor("F32", "[2]", "[0,8,8]"), "offsets [0,8,8] of tensor w"),
                Arguments.of(tensor("F32", "[2]", "[-8,0]"), "tensor w has the data_offsets [-8,0]"),
                Arguments.of(tensor("F32", "[2]", "[8,0]"), "offsets [8,0] of tensor w lie outside"),
                Arguments.of(tensor("F32", "[2]", "[4,12]"), "offsets [4,12] of tensor w lie outside of its 8 bytes"),
                Arguments.of(tensor("F32", "[2]", "[0,9223372036854775807]"), "of tensor w lie outside"),
                Arguments.of(tensor("F32", "[2]", "[0,9223372036854775808]"), "tensor w has the data_offsets"),
                Arguments.of(tensor("F32", "[2]", "[0,1e400]"), "tensor w has the data_offsets"),
                Arguments.of(tensor("F32", "[2]", "[0.5,8]"), "tensor w has the data_offsets"),
                Arguments.of(tensor("F32", "[2]", "[\"0\",8]"), "tensor w has the data_offsets"),
                Arguments.of(tensor("F32", "[-2]", "[0,8]"), "tensor w has the shape [-2]"),
                Arguments.of(tensor("F32", "[2.5]", "[0,8]"), "tensor w has the shape [2.5]"),
                Arguments.of(tensor("F32", "[3]", "[0,8]"), "needs 12 bytes, but has 8"),
                Arguments.of(tensor("F16", "[2]", "[0,8]"), "needs 4 bytes, but has 8"),
                Arguments.of(tensor("F32", "[]", "[0,8]"), "needs 4 bytes, but has 8"),
                Arguments.of(tensor("F32", "[4294967296,4294967296]", "[0,0]"), "tensor w has an impossible shape"),
                Arguments.of(tensor("F32", "[1]", "[0,4]"), "its tensors take 4 bytes, but it has 8 bytes of data"),
                Arguments.of(tensor("F32", "[1]", "[4,8]"), "tensor w starts at byte 4 of the data"),
                Arguments.of(
                        "{\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                        "tensor w starts at byte 4 of the data, but the one before it ends at 8"),
                Arguments.of(
                        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                                + "\"w\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                        "its header is no JSON (Duplicate"));
    }

    private static String tensor(String dtype, String shape, String offsets) {
        return "{\"w\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
    }

    @ParameterizedTest
    @MethodSource("headers")
    void refusesAWrongHeader(String header, String reason) {
        assertBroken(file(header, EIGHT), reason);
    }

    /** Its tree would take hundreds of megabytes. */
    @Test
    void refusesAHeaderThatIsTooLong() {
        byte[] json = ("{" + "\"t\":{},".repeat(2 << 20) + "\"u\":{}}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> open(file(json.length, json, EIGHT)))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageContaining(
                        "have a header of " + json.length + " bytes, more than the 8388608 that are read");
    }

    @Test
    void refusesAHeaderThatIsNoText() {
        byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, 0, (byte) 0xc3, 0x28, '{', '}'};

        assertBroken(file(noise.length, noise, EIGHT), "its header");
    }

    @Test
    void refusesATypeThatItCannotReadWithTheTypesThatItCan() {
        assertThatThrownBy(() -> open(file(tensor("F8_E4M3", "[8]", "[0,8]"), EIGHT)))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("Tensor w of " + directory.resolve("weights.safetensors") + " has the type \"F8_E4M3\","
                        + " which cannot be read. Save the model with weights in float32, float16 or bfloat16.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I64", "U64", "I32", "U32", "I16", "U16", "I8", "U8", "BOOL"})
    void refusesIntegersAsWeights(String dtype) {
        int bytes = TensorType.named(dtype).orElseThrow().bytes();
        SafetensorsFile file = open(file(tensor(dtype, "[" + 8 / bytes + "]", "[0,8]"), EIGHT));

        assertThatThrownBy(() -> read(file, "w"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("Tensor w of " + directory.resolve("weights.safetensors") + " holds numbers of type "
                        + dtype + ", but weights are floating ones (F32, F16, BF16, F64). Save the model without"
                        + " quantization.");
    }

    @Test
    void refusesADirectoryAndAMissingFile() {
        assertThatThrownBy(() -> SafetensorsFile.open(directory))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The weights " + directory + " cannot be read")
                .hasMessageEndingWith("it is a directory, not a file. Copy the model again, or remove it.");
        assertThatThrownBy(() -> SafetensorsFile.open(directory.resolve("none")))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageEndingWith("there is no such file. Copy the model again.");
    }

    @Test
    void refusesAFileThatShrankSinceItWasOpened() {
        SafetensorsFile file =
                open(new SafetensorsWriter().floats("w", new long[] {2}, 1, 2).bytes());
        open(new SafetensorsWriter().floats("w", new long[] {1}, 1).bytes());

        assertThatThrownBy(() -> read(file, "w"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("Tensor w of " + directory.resolve("weights.safetensors") + " cannot be read");
    }

    private void assertBroken(byte[] bytes, String reason) {
        assertThatThrownBy(() -> open(bytes))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageContaining(directory.resolve("weights.safetensors").toString())
                .hasMessageContaining(reason);
    }

    private float[] read(String dtype, ByteBuffer data) {
        byte[] bytes = data.array();
        long count = bytes.length / TensorType.named(dtype).orElseThrow().bytes();
        SafetensorsFile file = open(new SafetensorsWriter()
                .tensor("w", dtype, new long[] {count}, bytes)
                .bytes());
        return read(file, "w");
    }

    private static float[] read(SafetensorsFile file, String name) {
        int count = (int) LongStream.of(file.shape(name)).reduce(1, (a, b) -> a * b);
        ByteBuffer floats = little(4 * count);
        boolean finite = file.read(name, new FloatReader(), floats);
        float[] numbers = new float[count];
        floats.flip().asFloatBuffer().get(numbers);
        boolean expected = true;
        for (float number : numbers) {
            expected &= Float.isFinite(number);
        }
        assertThat(finite).isEqualTo(expected);
        return numbers;
    }

    private SafetensorsFile open(byte[] bytes) {
        Path file = SafetensorsWriter.write(directory.resolve("weights.safetensors"), bytes);
        assertThat(Files.isRegularFile(file)).isTrue();
        return SafetensorsFile.open(file);
    }
}
