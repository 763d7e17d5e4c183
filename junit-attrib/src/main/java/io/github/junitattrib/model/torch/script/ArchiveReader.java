package io.github.junitattrib.model.torch.script;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the parts of an archive and brings them together. */
final class ArchiveReader {

    private static final String PLAIN_WEIGHTS = "Save the model in float32 (model.float()) and trace it again.";

    private final ArchiveEntries entries;
    private final Path file;

    private ArchiveReader(ArchiveEntries entries) {
        this.entries = entries;
        this.file = entries.file();
    }

    static ScriptArchive read(ArchiveEntries entries) {
        return new ArchiveReader(entries).read();
    }

    private ScriptArchive read() {
        FileKind.check(file, entries.names());
        checkFormat();
        ScriptCode code = ScriptCode.read(entries);
        refuseQuantized(code);
        if (!(pickle("data") instanceof PickledObject root)) {
            throw ArchiveErrors.broken(file, "its data.pkl holds no module");
        }
        if (!(pickle("constants") instanceof List<?> constants)) {
            throw ArchiveErrors.broken(file, "its constants.pkl holds no constants");
        }
        try {
            ModuleTree.check(root, code);
        } catch (MalformedPickle e) {
            throw ArchiveErrors.broken(file, "in its data.pkl " + e.getMessage(), e);
        }
        ScriptFunction forward = code.scriptClass(root.type())
                .map(type -> type.methods().get("forward"))
                .orElseThrow(
                        () -> ArchiveErrors.broken(file, "its outermost module " + root.type() + " has no forward"));
        try {
            code.check(index -> isPositive(constants, index));
            return network(code, constants, root, forward);
        } catch (UnfitNetwork e) {
            throw ArchiveErrors.refused(file, e.what(), e.remedy());
        }
    }

    private ScriptArchive network(ScriptCode code, List<?> constants, PickledObject root, ScriptFunction forward)
            throws UnfitNetwork {
        List<ArchiveInput> inputs = Signature.inputs(forward);
        Signature.checkResult(forward);
        TokenFlow.Found found = TokenFlow.follow(code, constants, root, forward, 1 + inputs.indexOf(ArchiveInput.IDS));
        LookUp words = WordLookUp.choose(found.lookUps());
        PickledTensor matrix = ((Value.Stored) words.matrix()).tensor();
        Map<String, String> patched = ProbePatch.apply(code.files(), words);
        return new ScriptArchive(
                file,
                entries.sha256(),
                inputs,
                matrix,
                positions(found),
                Signature.scores(found.result()),
                patched,
                StoredWeights.of(root, constants));
    }

    /** Says whether a constant is a single number above 0. */
    private boolean isPositive(List<?> constants, int index) {
        if (index >= constants.size()
                || !(constants.get(index) instanceof PickledTensor tensor)
                || tensor.shape().stream().anyMatch(extent -> extent != 1)) {
            return false;
        }
        NumberType type = tensor.storage().type();
        byte[] bytes = entries.read(tensor.storage().entry());
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = Math.toIntExact(tensor.offset() * type.bytes());
        return switch (type) {
            case LONG -> numbers.getLong(at) > 0;
            case INT -> numbers.getInt(at) > 0;
            case FLOAT -> numbers.getFloat(at) > 0;
            case DOUBLE -> numbers.getDouble(at) > 0;
            default -> false;
        };
    }

    private void checkFormat() {
        entries.size("byteorder").ifPresent(size -> {
            String order = new String(entries.read("byteorder"), StandardCharsets.ISO_8859_1);
            if (!order.equals("little")) {
                throw ArchiveErrors.broken(file, "its byte order is \"" + printable(order) + "\", not little");
            }
        });
        String entry = entries.size(".data/version").isPresent() ? ".data/version" : "version";
        if (entries.size(entry).isEmpty()) {
            throw ArchiveErrors.broken(file, "it has no entry version");
        }
        String version = new String(entries.read(entry), StandardCharsets.ISO_8859_1).strip();
        if (!version.matches("[1-9][0-9]{0,3}")) {
            throw ArchiveErrors.broken(file, "its version is \"" + printable(version) + "\"");
        }
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(20, text.length())).replaceAll("[^ -~]", "?");
    }

    /** Before the pickles, whose packed weights would be refused with less of a reason. */
    private void refuseQuantized(ScriptCode code) {
        for (ScriptClass type : code.classes()) {
            if (type.name().startsWith("__torch__.torch.classes.")
                    || type.name().contains(".nn.quantized.")) {
                throw ArchiveErrors.refused(
                        file,
                        "is quantized (" + type.name() + ") and so has no gradients.",
                        "Export the model as it was before it was quantized.");
            }
        }
    }

    private Object pickle(String name) {
        String entry = name + ".pkl";
        try {
            Object value = PickleReader.read(entries.read(entry), name, this::checkStorage);
            return value;
        } catch (MalformedPickle e) {
            throw ArchiveErrors.broken(file, "in its " + entry + " " + e.getMessage(), e);
        }
    }

    private void checkStorage(PickledTensor.Storage storage) throws MalformedPickle {
        if (storage.type() == NumberType.HALF || storage.type() == NumberType.BFLOAT16) {
            throw ArchiveErrors.refused(
                    file,
                    "has weights in " + (storage.type() == NumberType.HALF ? "float16" : "bfloat16")
                            + ", too coarse for gradients and unknown to the JVM's arrays.",
                    PLAIN_WEIGHTS);
        }
        long needed = storage.count() * storage.type().bytes();
        long size = entries.size(storage.entry())
                .orElseThrow(() ->
                        new MalformedPickle("it refers to the entry " + storage.entry() + ", which is not there"));
        if (size != needed) {
            throw new MalformedPickle(
                    "it needs " + needed + " bytes of the entry " + storage.entry() + ", which has " + size);
        }
    }

    private static OptionalLong positions(TokenFlow.Found found) {
        return found.lookUps().stream()
                .filter(lookUp -> !lookUp.ofIds())
                .map(LookUp::matrix)
                .filter(matrix -> matrix instanceof Value.Stored)
                .map(matrix -> (Value.Stored) matrix)
                .filter(matrix -> matrix.path().matches(".*(position|wpe).*")
                        && matrix.tensor().shape().size() == 2)
                .mapToLong(matrix -> matrix.tensor().shape().get(0))
                .min();
    }
}
