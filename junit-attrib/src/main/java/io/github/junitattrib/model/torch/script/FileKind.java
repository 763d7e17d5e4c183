package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.LfsPointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.zip.ZipFile;

/** Tells the other files that people name {@code .pt} from TorchScript archives, and how to make one of them. */
final class FileKind {

    private static final String EXPORT =
            "Export the model: torch.jit.trace(model.eval(), (input_ids, attention_mask)).save(\"model.pt\").";

    private FileKind() {}

    /** Looks at the first bytes. */
    static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw ArchiveErrors.broken(file, "it is no file");
        }
        LfsPointer.refuse(file);
        byte[] head;
        try (InputStream stream = Files.newInputStream(file)) {
            head = stream.readNBytes(9);
        }
        if (head.length == 9 && head[8] == '{' && head[7] == 0) {
            throw ArchiveErrors.refused(
                    file,
                    "is a safetensors file under another name.",
                    "Name it model.safetensors and put the model's config.json beside it.");
        }
        if (head.length > 1 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5) {
            throw stateDict(file);
        }
    }

    /** The refusal of a zip whose entries lie in no folder. */
    static ModelLoadException withoutFolder(Path file, ZipFile zip, String entry) {
        if (zip.getEntry("serialized_exported_program.json") != null) {
            return exported(file);
        }
        return ArchiveErrors.broken(file, "its entry " + entry + " lies in no folder, as every entry should");
    }

    /** Looks at the names of the entries, without their folder. */
    static void check(Path file, Collection<String> names) {
        if (names.contains("models/model.json") || names.contains("archive_format")) {
            throw exported(file);
        }
        if (names.contains("data.pkl") && names.stream().noneMatch(name -> name.startsWith("code/"))) {
            throw stateDict(file);
        }
        for (String name : new String[] {"data.pkl", "constants.pkl"}) {
            if (!names.contains(name)) {
                throw ArchiveErrors.broken(
                        file, "it has no entry " + name + (names.isEmpty() ? "; it is an empty zip file" : ""));
            }
        }
    }

    private static ModelLoadException exported(Path file) {
        return ArchiveErrors.refused(
                file, "is an exported program of torch.export (.pt2), which the JVM cannot run.", EXPORT);
    }

    private static ModelLoadException stateDict(Path file) {
        return ArchiveErrors.refused(
                file, "holds weights or a pickled module of torch.save, but no network that could be run.", EXPORT);
    }
}
