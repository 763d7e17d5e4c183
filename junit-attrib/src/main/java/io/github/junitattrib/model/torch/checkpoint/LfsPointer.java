package io.github.junitattrib.model.torch.checkpoint;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Recognises the few lines that git leaves in a large file's place where Git LFS did not fetch the file. */
public final class LfsPointer {

    private static final byte[] BEGINNING = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

    private LfsPointer() {}

    /**
     * Refuses such a pointer; to be asked before a file is read as what it should be.
     *
     * @throws IOException if the file cannot be read
     */
    public static void refuse(Path file) throws IOException {
        byte[] head;
        try (InputStream stream = Files.newInputStream(file)) {
            head = stream.readNBytes(BEGINNING.length);
        }
        if (Arrays.equals(head, BEGINNING)) {
            throw new ModelLoadException("The file " + file + " is a pointer of Git LFS, not the model's file itself,"
                    + " which was never fetched. Run \"git lfs pull\" in its repository; in CI, have the checkout fetch"
                    + " LFS files (actions/checkout: lfs: true).");
        }
    }
}
