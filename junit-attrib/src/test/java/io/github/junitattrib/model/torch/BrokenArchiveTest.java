package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.junitattrib.AttributionException;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.torch.script.ArchiveEditor;
import io.github.junitattrib.text.TokenizedText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives that are whole but for one thing. Each is refused by its file and the reason, or loads with finite scores; that
 * this class ends at all says that none ended the process.
 */
@SuppressWarnings("ByteBufferBackingArray") // all buffers are whole arrays of their own
class BrokenArchiveTest {

    @TempDir
    Path root;

    /** Damages that no checksum is right about: bytes of the file itself. */
    static Stream<Arguments> files() {
        List<Arguments> damages = new ArrayList<>();
        byte[] whole = new ArchiveEditor("bag").bytes();
        for (double part : new double[] {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99}) {
            damages.add(file("cut off at " + part, bytes -> Arrays.copyOf(bytes, (int) (part * bytes.length))));
        }
        damages.add(file("cut off by a byte", bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
        damages.add(file("empty", bytes -> new byte[0]));
        damages.add(file("text", bytes -> "not found".getBytes(StandardCharsets.UTF_8)));
        damages.add(file("zeros", bytes -> new byte[bytes.length]));
        damages.add(file("an empty zip", bytes -> Arrays.copyOf(new byte[] {'P', 'K', 5, 6}, 22)));
        int record = indexOf(whole, new byte[] {'P', 'K', 1, 2}, 0);
        // Of the first record: signature, flags, method, checksum, both sizes, lengths of name and extra, place.
        for (int offset : new int[] {0, 8, 10, 16, 20, 24, 28, 30, 42}) {
            damages.add(file("byte " + offset + " of the directory", flip(record + offset)));
        }
        int end = indexOf(whole, new byte[] {'P', 'K', 5, 6}, 0);
        for (int offset : new int[] {0, 8, 10, 12, 16}) {
            damages.add(file("byte " + offset + " of the directory's end", flip(end + offset)));
        }
        // Of the first entry: its packed content.
        damages.add(file("a packed byte", flip(60)));
        return damages.stream();
    }

    private static Arguments file(String name, UnaryOperator<byte[]> damage) {
        return Arguments.of(name, damage);
    }

    private static UnaryOperator<byte[]> flip(int position) {
        return bytes -> {
            bytes[position] ^= 0x55;
            return bytes;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void refusesDamagedFiles(String name, UnaryOperator<byte[]> damage) {
        assertRefused(damage.apply(new ArchiveEditor("bag").bytes()), "is broken: ");
    }

    /** Damages that someone made who got the checksums right. */
    static Stream<Arguments> entries() {
        String zeros = "\0".repeat(30 * 8 * 4);
        return Stream.of(
                // names
                entry("up", bag -> bag.putAsIs("bag/../../up", "x"), "an entry of the name \"bag/../../up\""),
                entry("dot", bag -> bag.putAsIs("bag/./data/9", "x"), "an entry of the name"),
                entry("absolute", bag -> bag.putAsIs("/etc/up", "x"), "an entry of the name \"/etc/up\""),
                entry("drive", bag -> bag.putAsIs("bag/C:up", "x"), "an entry of the name"),
                entry("backslash", bag -> bag.putAsIs("bag\\..\\up", "x"), "an entry of the name"),
                entry("empty part", bag -> bag.putAsIs("bag//data/0", "x"), "an entry of the name"),
                entry("control", bag -> bag.putAsIs("bag/a\nb", "x"), "an entry of the name \"bag/a?b\""),
                entry("no folder", bag -> bag.putAsIs("model.json", "x"), "model.json lies in no folder"),
                entry("two folders", bag -> bag.putAsIs("other/data.pkl", "x"), "the top folders bag and other"),
                // entries
                entry("no data.pkl", bag -> bag.remove("data.pkl"), "has no entry data.pkl"),
                entry("no constants.pkl", bag -> bag.remove("constants.pkl"), "has no entry constants.pkl"),
                entry("no version", bag -> bag.remove("version"), "has no entry version"),
                entry("a version of words", bag -> bag.put("version", "new"), "its version is \"new\""),
                entry("other byte order", bag -> bag.put("byteorder", "big"), "byte order is \"big\", not little"),
                entry("no storage", bag -> bag.remove("data/0"), "the entry data/0, which is not there"),
                entry("short storage", bag -> bag.put("data/0", new byte[956]), "960 bytes of the entry data/0"),
                entry("long storage", bag -> bag.put("data/0", new byte[964]), "960 bytes of the entry data/0"),
                entry("bomb", bag -> bag.put("data/0", new byte[64 << 20]), "unpacks to 671"),
                entry("code bomb", bag -> bag.put("code/__torch__/b.py", new byte[70 << 20]), "unpacks to 734"),
                // pickles
                pickle("cut off", pickle -> pickle.substring(0, pickle.length() / 2), "ends early"),
                pickle("empty", pickle -> "", "ends early"),
                pickle("text", pickle -> "{\"a\": 1}", "which PyTorch does not write"),
                pickle("a call", pickle -> "\u0080\2cos\nsystem\n(X\2\0\0\0lstR.", "it calls os.system"),
                pickle("no module", pickle -> "\u0080\2).", "holds no module"),
                pickle("deep", pickle -> "\u0080\2)" + "\u0085".repeat(1000) + ".", "nested more than 200 deep"),
                pickle("other numbers", pickle -> pickle.replaceFirst("FloatStorage", "DoubleStorage"), "1920 bytes"),
                pickle("unknown numbers", pickle -> pickle.replaceFirst("FloatS", "QInt8S"), "numbers of the type"),
                pickle(
                        "whole numbers",
                        pickle -> pickle.replaceFirst("FloatS", "IntS"),
                        "no matrix of word embeddings"),
                pickle("half numbers", pickle -> pickle.replaceFirst("FloatS", "HalfS"), "has weights in float16"),
                pickle("more numbers", pickle -> pickle.replaceFirst("K\u00f0", "K\u00f1"), "needs 964 bytes"),
                pickle("other shape", pickle -> pickle.replaceFirst("K\36K\b", "K\37K\b"), "lies outside of the 240"),
                pickle("narrower", pickle -> pickle.replaceFirst("K\36K\b", "K\36K\0"), "no matrix of word embeddings"),
                pickle("other place", pickle -> pickle.replaceFirst("X\1\0\0\0000", "X\4\0\0\0../0"), "unknown way"),
                pickle("other class", pickle -> pickle.replaceFirst("Embedding\n", "Embeddings\n"), "is no __torch__"),
                pickle("no attribute", pickle -> pickle.replaceFirst("X\5\0\0\0words", "X\5\0\0\0wards"), "lacks its"),
                pickle("wrong attribute", pickle -> pickle.replaceFirst("\u0089", "N"), "is no bool"),
                entry("constants", bag -> bag.put("constants.pkl", "\u0080\2K\1."), "constants.pkl"),
                // code
                code("no code", code -> "", "a class that its code does not define"),
                code("cut off", code -> code.substring(0, code.length() / 2), "py "),
                code("zeros", code -> "\0".repeat(100), "a character \\u0000"),
                code("a bracket", code -> code.replaceFirst("\\)\\.forward", ".forward"), "bracket"),
                code("deep brackets", code -> "x = " + "(".repeat(100_000) + "\n" + code, "nested more than 100 deep"),
                code("deep sums", code -> "x = 1" + "+1".repeat(100_000) + "\n" + code, "nested more than 60 deep"),
                code("no forward", code -> code.replace("def forward", "def backward"), "has no forward"),
                code(
                        "no inputs",
                        code -> code.replaceAll("(?s),\n    input_ids.*attention_mask: Tensor", ""),
                        "takes the"),
                code("no scores", code -> code.replace("-> Tensor", "-> int"), "returns int rather than logits"),
                code("unknown operation", code -> code.replace("torch.sum(", "torch.sam("), "sam"),
                code(
                        "unknown variable",
                        code -> code.replace("torch.sum(mask, ", "torch.sum(musk, "),
                        "undefined value musk"),
                code("wrong type", code -> code.replace("torch.sum(mask, [1])", "\"m\""), "PyTorch cannot load"),
                code(
                        "writing files",
                        code -> code.replaceFirst("(    return )", "    torch.save(input_ids, \"/tmp/x\")\n$1"),
                        "writes files"),
                code("endless calls", code -> code.replace("(head).forward(", "(self).forward("), "nested more than"),
                code("a patch of ours", code -> code.replace("attention_mask", "junitattrib_words"), "patched copy"),
                code(
                        "many calls",
                        code -> code.replaceFirst(
                                "(    return )", "    x = torch.neg(input_ids)\n".repeat(60_000) + "$1"),
                        "more than 50000 calls"),
                code(
                        "its state",
                        code -> code.replace(
                                "  def forward(",
                                "  def __setstate__(self: int) -> int:\n    return 1\n  def forward("),
                        "__setstate__"),
                // what ended the process, or would have: nested deep for the native parser
                code(
                        "elif",
                        code -> inForward(
                                code, "    if True:\n      x = 1\n" + "    elif True:\n      x = 1\n".repeat(700)),
                        "elif"),
                code(
                        "types in comments",
                        code -> code + "  def f(self: __torch__.Bag) -> int:\n    # type: (" + "List[".repeat(3000)
                                + "int" + "]".repeat(3000) + ") -> int\n    return 1\n",
                        "a type in a comment"),
                code(
                        "tabs",
                        code -> inForward(code, "    if True:\n    \tx = 1\n"),
                        "indented by something else than spaces"),
                code("triple quotes", code -> inForward(code, "    x = \"\"\" \" \"\"\"\n"), "triple quotes"),
                entry(
                        "a type tag",
                        bag -> bag.put("constants.pkl", typeTag("List[".repeat(3000) + "int" + "]".repeat(3000))),
                        "a type that is longer than 1000"),
                entry(
                        "a deep type tag",
                        bag -> bag.put("constants.pkl", typeTag("List[".repeat(30) + "int" + "]".repeat(30))),
                        "nested more than 20 deep"),
                entry("a chain of functions", bag -> chain(bag, 3000), "more than 2000 blocks deep"),
                entry(
                        "a chain of types",
                        bag -> bag.put("code/__torch__/c.py", chainOfTypes(3000)),
                        "more than 2000 blocks deep"),
                entry(
                        "a circle of types",
                        bag -> bag.put(
                                "code/__torch__/c.py",
                                "class A:\n  b : Optional[__torch__.c.B]\nclass B:\n  a : Optional[__torch__.c.A]\n"),
                        "in a circle"),
                code("an unknown module", code -> inForward(code, "    x = __torch__\n"), "refer to __torch__, which"),
                code(
                        "a quoted module",
                        code -> inForward(code, "    x = getattr(self, \"__torch__.b\")\n"),
                        "the text \"__torch__.b\""),
                code(
                        "modules in a list",
                        code -> code.replace("return (head).forward(", "return ([head])[0].forward("),
                        "calls the method forward of an object that cannot be told"),
                // functions that touch files, however they are reached
                code(
                        "ops",
                        code -> inForward(code, "    x = ops.aten.save(input_ids, \"/tmp/x\")\n"),
                        "files when it runs"),
                code(
                        "other ops",
                        code -> inForward(code, "    x = ops.aten.neg(input_ids)\n"),
                        "the function ops.aten.neg"),
                code(
                        "a file",
                        code -> inForward(code, "    x = ops.aten.from_file(\"/tmp/x\", True, 10, dtype=6)\n"),
                        "files when it runs"),
                code(
                        "a tensor's method",
                        code -> inForward(code, "    x = (input_ids).save(\"/tmp/x\", )\n"),
                        "files when it runs"),
                code(
                        "another name for torch",
                        code -> inForward(code, "    t = torch\n"),
                        "\"torch\" without a name behind it"),
                code(
                        "getattr",
                        code -> inForward(code, "    t = getattr(input_ids, \"save\")(\"/tmp/x\")\n"),
                        "files when it runs"),
                entry(
                        "a function elsewhere",
                        bag -> bag.put(
                                "code/__torch__/hid.py",
                                "class H:\n  y : int\n  def run(self: __torch__.hid.H,\n    x: Tensor) -> int:\n    torch.save(x, \"/tmp/x\")\n    return 0\n"),
                        "files when it runs"),
                // what the processor or the memory ends the process by
                code(
                        "a remainder",
                        code -> inForward(code, "    x = torch.remainder(5, 0)\n"),
                        "divides whole numbers"),
                code(
                        "a remainder of variables",
                        code -> inForward(code, "    x = torch.remainder(5, torch.size(input_ids, 0))\n"),
                        "divides whole numbers"),
                code(
                        "a rounded quotient",
                        code -> inForward(code, "    x = torch.div(input_ids, input_ids, rounding_mode=\"floor\")\n"),
                        "divides whole numbers"),
                code(
                        "a quotient's other name",
                        code -> inForward(code, "    x = torch.gcd\n"),
                        "gcd without its arguments"),
                code("an operator", code -> inForward(code, "    x = 5 % 0\n"), "the operator %"),
                code(
                        "no memory",
                        code -> code.replaceFirst(
                                "return \\(head\\)", "x = torch._efficientzerotensor([1, 2])\n    return (head)"),
                        "without memory"),
                pickle("a far number", pickle -> pickle.replaceFirst("q\1", "r\0\302\353\13"), "far behind all others"),
                entry(
                        "a tall key",
                        bag -> bag.put(
                                "constants.pkl",
                                ("\u0080\2}()" + tall(40) + "K\1u\u0085.").getBytes(StandardCharsets.ISO_8859_1)),
                        "a key that is neither text nor number"),
                entry(
                        "other case",
                        bag -> bag.edit(
                                        "data.pkl",
                                        pickle -> pickle.replaceFirst("X\1\0\0\0001", "X\1\0\0\000a")
                                                .replaceFirst("X\1\0\0\0003", "X\1\0\0\000A"))
                                .put("data/a", new byte[256])
                                .put("data/A", new byte[64]),
                        "differ by upper and lower case only"),
                entry("many parts", bag -> bag.putAsIs("bag" + "/a".repeat(30_000), "x"), "an entry of the name"),
                // results that the JVM cannot read
                code(
                        "a number beside the scores",
                        code -> code.replace(") -> Tensor:", ") -> Tuple[Tensor, int]:")
                                .replace("return (head).forward(input0, )", "return ((head).forward(input0, ), 1)"),
                        "cannot run"),
                code("sparse scores", code -> scores(code, "torch.to_sparse(s)"), "bag.pt"),
                code("compressed scores", code -> scores(code, "torch.to_sparse_csr(s)"), "bag.pt"),
                code("scores in another layout", code -> scores(code, "torch.to_mkldnn(s)"), "bag.pt"),
                code("scores without numbers", code -> scores(code, "torch.to(s, \"meta\")"), "bag.pt"),
                code("nested scores", code -> scores(code, "torch._nested_tensor_from_tensor_list([s, s])"), "bag.pt"),
                // numbers
                entry("not a number", bag -> bag.put("data/0", notANumber()), "numbers that are not finite"),
                entry("no text", bag -> bag.put("code/__torch__/bad.py", new byte[] {(byte) 0xff}), "is no text"),
                entry("all zero", bag -> bag.put("data/0", zeros), ""));
    }

    private static Arguments entry(String name, Consumer<ArchiveEditor> damage, String reason) {
        return Arguments.of(name, damage, reason);
    }

    private static Arguments pickle(String name, UnaryOperator<String> damage, String reason) {
        return entry("pickle: " + name, bag -> bag.edit("data.pkl", damage), reason);
    }

    /** Of the outermost module. */
    private static Arguments code(String name, UnaryOperator<String> damage, String reason) {
        return entry("code: " + name, bag -> bag.editCode("class Bag(Module)", damage), reason);
    }

    private static String inForward(String code, String lines) {
        return code.replaceFirst("(    return )", Matcher.quoteReplacement(lines) + "$1");
    }

    private static String scores(String code, String expression) {
        return code.replace(
                "return (head).forward(input0, )", "s = (head).forward(input0, )\n    return " + expression);
    }

    private static byte[] typeTag(String type) {
        ByteBuffer length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(type.length());
        String pickle = "\u0080\2ctorch.jit._pickle\nrestore_type_tag\n(]X"
                + new String(length.array(), StandardCharsets.ISO_8859_1) + type + "tR\u0085.";
        return pickle.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A tuple that holds another twice, and that one another. */
    private static String tall(int height) {
        StringBuilder tuples = new StringBuilder();
        for (int i = 0; i < height; i++) {
            tuples.append('q').append((char) i).append('h').append((char) i).append('\u0086');
        }
        return tuples.toString();
    }

    /** Functions that call each other, none of them called by forward. */
    private static void chain(ArchiveEditor bag, int length) {
        StringBuilder functions = new StringBuilder();
        for (int i = 0; i < length; i++) {
            functions
                    .append("def f" + i + "(x: Tensor) -> Tensor:\n  return ")
                    .append(i + 1 < length ? "__torch__.c.f" + (i + 1) + "(x, )\n" : "torch.neg(x)\n");
        }
        bag.put("code/__torch__/c.py", functions.toString());
        bag.editCode(
                "class Bag(Module)",
                code -> code + "  def other(self: __torch__.Bag,\n    x: Tensor) -> Tensor:\n"
                        + "    return __torch__.c.f0(x, )\n");
    }

    private static String chainOfTypes(int length) {
        StringBuilder types = new StringBuilder();
        for (int i = 0; i < length; i++) {
            types.append("class C" + i + ":\n  x : ")
                    .append(i + 1 < length ? "Optional[__torch__.c.C" + (i + 1) + "]\n" : "int\n");
        }
        return types.toString();
    }

    private static byte[] notANumber() {
        ByteBuffer numbers = ByteBuffer.allocate(960).order(ByteOrder.LITTLE_ENDIAN);
        while (numbers.hasRemaining()) {
            numbers.putFloat(Float.NaN);
        }
        return numbers.array();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void refusesArchivesThatContradictThemselves(String name, Consumer<ArchiveEditor> damage, String reason) {
        ArchiveEditor editor = new ArchiveEditor("bag");
        damage.accept(editor);
        if (reason.isEmpty()) {
            assertLoadsWithFiniteScores(editor.bytes());
        } else {
            assertRefused(editor.bytes(), reason);
        }
    }

    /** In a JVM of its own: on the stack of a usual thread the native library would end it. */
    @Test
    void loadsWhatIsNestedAsDeepAsItMayBe() throws Exception {
        assertThat(ChildJvm.run(DeepCode.class, "", "-Ddirectory=" + root)).contains("scores: 2");
    }

    /** Loads an archive whose methods call each other some hundred deep. */
    static final class DeepCode {

        private DeepCode() {}

        public static void main(String[] arguments) {
            ArchiveEditor bag = new ArchiveEditor("bag");
            chain(bag, 900);
            ScriptFolder folder = ScriptFolder.of("bag", Path.of(System.getProperty("directory")))
                    .write("bag.pt", bag.bytes());
            try (TorchClassifier model = folder.load()) {
                System.out.println("scores: "
                        + model.predict(model.tokenize("it was great")).scores().size());
            }
        }
    }

    static Stream<Arguments> onlyOnLongTexts() {
        return Stream.of(
                Arguments.of("torch.to(s, 4)", "of type int64"),
                Arguments.of("torch.to(s, 11)", "of type"),
                Arguments.of("torch.cat([s, s], 1)", "of shape (1, 4)"),
                Arguments.of("torch.sum(s)", "of shape ()"),
                Arguments.of("torch.to_sparse(s)", "gives scores"),
                Arguments.of("torch.to(s, \"meta\")", "bag.pt"),
                Arguments.of("torch.to(s, 28)", "bag.pt"));
    }

    @ParameterizedTest
    @MethodSource("onlyOnLongTexts")
    void saysWhatAnArchiveGivesForSomeTextsOnly(String expression, String reason) {
        ArchiveEditor editor = new ArchiveEditor("bag");
        editor.editCode(
                "class Bag(Module)",
                code -> code.replace(
                        "return (head).forward(input0, )",
                        "s = (head).forward(input0, )\n    if torch.gt(torch.size(input_ids, 1), 30):\n      r = "
                                + expression + "\n    else:\n      r = s\n    return r"));
        try (TorchClassifier model = folder(editor.bytes()).load()) {
            TokenizedText text = model.tokenize("it was great ".repeat(20));

            assertThatThrownBy(() -> model.predict(text))
                    .isInstanceOf(AttributionException.class)
                    .hasMessageContaining("bag.pt")
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        ScriptFolder folder = folder(new ArchiveEditor("bag").bytes());
        Path file = root.resolve("model").resolve("bag.pt");
        Files.setPosixFilePermissions(file, Set.of());
        assumeThat(Files.isReadable(file)).as("not for the superuser").isFalse();

        assertThatThrownBy(folder::load)
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("cannot be read: its permissions forbid it. Make it readable")
                .hasMessageNotContaining("broken");
    }

    @Test
    void saysThatTheThreadWasInterrupted() {
        ScriptFolder folder = folder(new ArchiveEditor("bag").bytes());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(folder::load)
                    .isInstanceOf(ModelLoadException.class)
                    .hasMessageContaining("the thread was interrupted")
                    .hasMessageNotContaining("broken");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void knowsAPointerOfGitLfs() {
        byte[] pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 268435456\n"
                .getBytes(StandardCharsets.UTF_8);

        assertRefused(pointer, "is a pointer of Git LFS, not the model's file itself");
    }

    @Test
    void refusesAnEntryThatIsThereTwice() {
        byte[] bytes = new ArchiveEditor("bag").putAsIs("bag/data/X", "x").bytes();
        for (int at = indexOf(bytes, "data/X".getBytes(StandardCharsets.UTF_8), 0);
                at >= 0;
                at = indexOf(bytes, "data/X".getBytes(StandardCharsets.UTF_8), at)) {
            bytes[at + 5] = '0';
        }

        assertRefused(bytes, "has the entry bag/data/0 twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 130, 500, 959})
    void loadsAFlippedBitOfAWeightWithFiniteScoresOrRefusesIt(int position) {
        for (int bit = 0; bit < 8; bit++) {
            ArchiveEditor editor = new ArchiveEditor("bag");
            byte[] weights = editor.get("data/0").clone();
            weights[position] ^= (byte) (1 << bit);
            assertLoadsWithFiniteScoresOrRefuses(editor.put("data/0", weights).bytes());
        }
    }

    /** Any damage to any entry, the checksums made right again. */
    @ParameterizedTest
    @ValueSource(strings = {"bag", "bag-scripted", "bert-tuple", "distilbert-frozen"})
    void survivesRandomDamages(String archive) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            ArchiveEditor editor = new ArchiveEditor(archive);
            List<String> names = new ArrayList<>();
            for (String name : editor.names()) {
                // Half of the damages to code, as there is most to understand.
                boolean wanted = seed % 2 == 0 ? name.endsWith(".py") : !name.startsWith("traced_inputs");
                if (wanted) {
                    names.add(name);
                }
            }
            String name = names.get(random.nextInt(names.size()));
            editor.put(name, damaged(editor.get(name), random));
            assertLoadsWithFiniteScoresOrRefuses(editor.bytes());
        }
    }

    private static byte[] damaged(byte[] content, Random random) {
        if (content.length == 0) {
            return new byte[] {1};
        }
        byte[] damaged = content.clone();
        int at = random.nextInt(content.length);
        int count = Math.min(1 + random.nextInt(20), content.length - at);
        switch (random.nextInt(5)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged[at] = (byte) random.nextInt(256);
            case 2 -> System.arraycopy(content, random.nextInt(content.length - count + 1), damaged, at, count);
            case 3 -> {
                byte[] shorter = Arrays.copyOf(content, content.length - count);
                System.arraycopy(content, at + count, shorter, at, content.length - at - count);
                return shorter;
            }
            default -> {
                byte[] longer = Arrays.copyOf(content, content.length + count);
                System.arraycopy(content, at, longer, at + count, content.length - at);
                return longer;
            }
        }
        return damaged;
    }

    private void assertRefused(byte[] archive, String reason) {
        ScriptFolder folder = folder(archive);

        assertThatThrownBy(() -> folder.load().close())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("bag.pt")
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
        assertNothingOutsideOfTheCache();
    }

    private void assertLoadsWithFiniteScores(byte[] archive) {
        try (TorchClassifier model = folder(archive).load()) {
            TokenizedText text = model.tokenize("it was great");
            assertThat(model.predict(text).scores()).allMatch(Double::isFinite);
            double[] point = model.embed(text, Baseline.PAD).input();
            assertThat(model.function(text)
                            .gradients(new double[][] {point}, new TargetScore.OfClass(0, "first"))
                            .gradients()[0])
                    .doesNotContain(Double.NaN);
        }
    }

    private void assertLoadsWithFiniteScoresOrRefuses(byte[] archive) {
        try {
            assertLoadsWithFiniteScores(archive);
        } catch (AttributionException e) {
            assertThat(e).isInstanceOf(ModelLoadException.class).hasMessageContaining("bag.pt");
        }
        assertNothingOutsideOfTheCache();
    }

    private ScriptFolder folder(byte[] archive) {
        try {
            deleteModel();
            return ScriptFolder.of("bag", root).write("bag.pt", archive);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void deleteModel() throws IOException {
        for (String name : List.of("bag.pt", "tokenizer.json", "config.json")) {
            Files.deleteIfExists(root.resolve("model").resolve(name));
        }
    }

    private void assertNothingOutsideOfTheCache() {
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files)
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .isSubsetOf("model", "cache");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .indexOf(new String(wanted, StandardCharsets.ISO_8859_1), from);
    }
}
