package io.github.junitattrib.approved;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.location.WholeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of approved attributions holds.
 *
 * @param bytes of the file; empty if there is none
 * @param entries in its order
 */
record ApprovedContent(Optional<ByteBuffer> bytes, Map<ApprovedKey, Attribution> entries) {

    /** What there is where no file is. */
    static final ApprovedContent NONE = new ApprovedContent(Optional.empty(), Map.of());

    /**
     * Reads a file; one that is not there has no entries.
     *
     * @param known what it held before, not to be read again if it still does
     * @throws ApprovedFileException if it cannot be read, or is no such file
     */
    static ApprovedContent read(Path path, ApprovedContent known) {
        if (!Files.exists(path)) {
            return NONE;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            Optional<ByteBuffer> found = Optional.of(bytes);
            return found.equals(known.bytes()) ? known : new ApprovedContent(found, entries(path, bytes));
        } catch (IOException e) {
            throw new ApprovedFileException(
                    "The approved attributions in " + path + " cannot be read: " + e
                            + ". See that it is a readable file.",
                    e);
        }
    }

    /**
     * Makes the content of a file.
     *
     * @param path where it is to be written to, for messages
     * @throws ApprovedFileException if no file can hold it
     */
    static ApprovedContent of(Path path, Map<ApprovedKey, Attribution> entries) {
        String printed = ApprovedJson.print(List.copyOf(entries.values()));
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(printed));
            return new ApprovedContent(Optional.of(bytes), entries);
        } catch (CharacterCodingException e) {
            throw new ApprovedFileException(
                    "The attribution for " + path
                            + " cannot be approved: its text has half of a surrogate pair, which no file can hold. Mend the"
                            + " text.",
                    e);
        }
    }

    private static Map<ApprovedKey, Attribution> entries(Path path, ByteBuffer bytes) {
        Map<ApprovedKey, Attribution> entries = new LinkedHashMap<>();
        for (Attribution attribution : attributions(path, bytes)) {
            if (entries.put(ApprovedKey.of(attribution), attribution) != null) {
                throw invalid(
                        path,
                        "it has two approved attributions of \"" + attribution.text() + "\" by "
                                + attribution.method().name() + " toward " + attribution.label(),
                        Optional.empty());
            }
        }
        return entries;
    }

    private static List<Attribution> attributions(Path path, ByteBuffer bytes) {
        try {
            return ApprovedJson.read(copy(bytes));
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw invalid(path, e.getOriginalMessage() + place, Optional.of(e));
        } catch (IOException | IllegalArgumentException e) {
            throw invalid(path, String.valueOf(e.getMessage()), Optional.of(e));
        }
    }

    private static ApprovedFileException invalid(Path path, String reason, Optional<Exception> cause) {
        String message = path + " is no file of approved attributions: " + reason.replaceFirst("\\.$", "")
                + ". Take it back from version control, or delete it and run with -Dattrib.approved=create.";
        return cause.map(e -> new ApprovedFileException(message, e))
                .orElseGet(() -> new ApprovedFileException(message));
    }

    /** Writes it, whole or not at all. */
    void writeTo(Path path) throws IOException {
        WholeFiles.replace(path, copy(bytes.orElseThrow()));
        WholeFiles.deleteLeftOver(path);
    }

    private static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }
}
