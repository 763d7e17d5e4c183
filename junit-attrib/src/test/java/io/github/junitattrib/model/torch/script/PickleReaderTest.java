package io.github.junitattrib.model.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pickles written by hand, each character an instruction or an argument. */
class PickleReaderTest {

    private static final String START = "\u0080\2";
    private static final String TENSOR = "ctorch._utils\n_rebuild_tensor_v2\n(";
    private static final String STORAGE = "(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0" + "7X\3\0\0\0cpuK\6tQ";

    @Test
    void readsTheNumbersOfAllWidths() throws MalformedPickle {
        String numbers = "(K\7M\1\2J\u00fe\u00ff\u00ff\u00ff\u008a\1\u00ff\u008a\2\1\1\u008a\0G?\u00f8\0\0\0\0\0\0t.";

        assertThat(read(START + numbers)).isEqualTo(List.of(7L, 513L, -2L, -1L, 257L, 0L, 1.5));
    }

    @Test
    void readsTuplesListsAndConstants() throws MalformedPickle {
        assertThat(read(START + "(\u0088\u0089K\1\u0085K\1K\2\u0086K\1K\2K\3\u0087)](K\1K\2et."))
                .isEqualTo(List.of(
                        true, false, List.of(1L), List.of(1L, 2L), List.of(1L, 2L, 3L), List.of(), List.of(1L, 2L)));
    }

    @Test
    void readsAModuleWithItsAttributes() throws MalformedPickle {
        Object root = read(START + "c__torch__.a\nNet\n)\u0081}(X\4\0\0\0nameK\5X\4\0\0\0noneNub.");

        assertThat(root).isInstanceOfSatisfying(PickledObject.class, object -> {
            assertThat(object.type()).isEqualTo("__torch__.a.Net");
            assertThat(object.attributes()).containsEntry("name", 5L).containsEntry("none", PickledObject.NONE);
        });
    }

    @Test
    void readsATensorAndItsStorage() throws MalformedPickle {
        Object tensor = read(START + TENSOR + STORAGE + "K\1(K\2K\2t(K\2K\1t\u0089ccollections\nOrderedDict\n)RtR.");

        assertThat(tensor)
                .isEqualTo(new PickledTensor(
                        new PickledTensor.Storage("data/7", NumberType.FLOAT, 6), 1, List.of(2L, 2L), List.of(2L, 1L)));
    }

    @Test
    void givesWhatWasRememberedAgain() throws MalformedPickle {
        assertThat(read(START + "(K\7\u0085q\3h\3h\3t.")).isEqualTo(List.of(List.of(7L), List.of(7L), List.of(7L)));
    }

    static Stream<Arguments> strange() {
        String newNet = "c__torch__\nNet\n)\u0081";
        return Stream.of(
                Arguments.of("cos\nsystem\n(X\2\0\0\0lstR.", "calls os.system"),
                Arguments.of("cbuiltins\neval\n)R.", "calls builtins.eval"),
                Arguments.of("cos\nPopen\n)\u0081}b.", "which is no class of the archive"),
                Arguments.of("c__torch__.torch.classes.quantized\nP\n)\u0081}b.", "packed weights"),
                Arguments.of("ctorch._utils\n_rebuild_qtensor\n)R.", "quantized tensors"),
                Arguments.of(newNet + ")b.", "sets its own state"),
                Arguments.of(newNet + "q\1}(X\1\0\0\0ah\1ub.", "before it is built"),
                Arguments.of("I1\n.", "the instruction 0x49"),
                Arguments.of("h\5.", "the value 5, which it does not have"),
                Arguments.of("]q\1(h\1e.", "appends to something that is no new list"),
                Arguments.of("}q\1(X\1\0\0\0aK\1uh\1(X\1\0\0\0bK\1u.", "no new dictionary"),
                Arguments.of("}(X\1\0\0\0aK\1X\1\0\0\0aK\2u.", "the key a twice"),
                Arguments.of("}(NK\1u.", "neither text nor number"),
                Arguments.of("K\1r\0\302\353\13.", "far behind all others"),
                Arguments.of("K\1r\377\377\377\377.", "far behind all others"),
                Arguments.of("K\1K\2.", "left behind its end"),
                Arguments.of("K\1.K", "left behind its end"),
                Arguments.of("(K\1.", "left behind its end"),
                Arguments.of("t.", "back to a mark that is not there"),
                Arguments.of("R.", "takes a value that is not there"),
                Arguments.of("K", "ends early"),
                Arguments.of("X\u00ff\u00ff\u00ff\u007f.", "a string of 2147483647 bytes"),
                Arguments.of("\u008a\u0010.", "a number of 16 bytes"),
                Arguments.of("\u0080\4.", "protocol is 4"));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void refusesWhatPyTorchDoesNotWrite(String pickle, String message) {
        assertThatThrownBy(() -> read(START + pickle))
                .isInstanceOf(MalformedPickle.class)
                .hasMessageContaining(message);
    }

    static Stream<String> places() {
        String minusOne = "J\u00ff\u00ff\u00ff\u00ff";
        String huge = "J\u00ff\u00ff\u00ff\u007f".repeat(3);
        return Stream.of(
                "K\1(K\2K\3t(K\3K\1t",
                "K\0(K\7t(K\1t",
                minusOne + "(K\2t(K\1t",
                "K\0(" + minusOne + "t(K\1t",
                "K\0(K\2t(" + minusOne + "t",
                "K\0(K\2K\2t(K\2t",
                "K\0(" + huge + "t(" + huge + "t");
    }

    @ParameterizedTest
    @MethodSource("places")
    void refusesTensorsOutsideOfTheirStorage(String place) {
        assertThatThrownBy(() -> read(START + TENSOR + STORAGE + place + "\u0089)tR."))
                .isInstanceOf(MalformedPickle.class)
                .hasMessageContaining("lies outside of the 6 numbers of data/7");
    }

    /** Measured anew at each step, they would take hours. */
    @Test
    @Timeout(60)
    void readsLongListsInTimeProportionalToTheirLength() throws MalformedPickle {
        int length = 1_000_000;

        assertThat(read(START + "]" + "K\1a".repeat(length) + "."))
                .asInstanceOf(LIST)
                .hasSize(length);
        assertThat(read(START + "](" + "K\1".repeat(length) + "e" + "(e".repeat(length) + "."))
                .asInstanceOf(LIST)
                .hasSize(length);
    }

    @Test
    void refusesValuesThatAreNestedDeep() {
        assertThatThrownBy(() -> read(START + ")" + "\u0085".repeat(100_000) + "."))
                .isInstanceOf(MalformedPickle.class)
                .hasMessageContaining("nested more than 200 deep");
    }

    @Test
    void refusesStoragesWithNamesOfOtherPlaces() {
        String storage = STORAGE.replace("X\1\0\0\0" + "7", "X\5\0\0\0../up");

        assertThatThrownBy(() -> read(START + storage + "."))
                .isInstanceOf(MalformedPickle.class)
                .hasMessageContaining("describes a storage in an unknown way");
    }

    private static Object read(String pickle) throws MalformedPickle {
        return PickleReader.read(pickle.getBytes(StandardCharsets.ISO_8859_1), "data", storage -> {});
    }
}
