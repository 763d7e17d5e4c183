package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.mutant.WeightChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A TorchScript archive of a text classifier, read and checked in Java, whose copy with an entrance at the word
 * embeddings can be written.
 *
 * <p>The copy ({@link ProbeCopies}) has two more methods, {@link #SCORES} and {@link #ROWS}; {@code forward} is as it
 * was, but for the device.
 */
public final class ScriptArchive {

    /** Method of the copy: scores of word embeddings [B,T,D], followed by the arguments of {@code forward}. */
    public static final String SCORES = ProbePatch.SCORES;

    /** Method of the copy: word embeddings [T,D] of ids [T]. */
    public static final String ROWS = ProbePatch.ROWS;

    /** A trace names the device that it was made on, wherever its code makes a tensor. */
    private static final Pattern DEVICE = Pattern.compile("torch\\.device\\(\"[a-z]+(:[0-9]+)?\"\\)");

    private final Path file;
    private final String sha256;
    private final List<ArchiveInput> inputs;
    private final PickledTensor matrix;
    private final OptionalLong positions;
    private final Optional<Value.Computed> scores;
    private final Map<String, String> patchedCode;
    private final StoredWeights weights;

    ScriptArchive(
            Path file,
            String sha256,
            List<ArchiveInput> inputs,
            PickledTensor matrix,
            OptionalLong positions,
            Optional<Value.Computed> scores,
            Map<String, String> patchedCode,
            StoredWeights weights) {
        this.file = file;
        this.sha256 = sha256;
        this.inputs = inputs;
        this.matrix = matrix;
        this.positions = positions;
        this.scores = scores;
        this.patchedCode = patchedCode;
        this.weights = weights;
    }

    /**
     * Reads an archive and finds its word embeddings.
     *
     * @param file the archive
     * @return what is known of it
     * @throws ModelLoadException if it is broken, or of a kind that cannot be explained
     */
    public static ScriptArchive read(Path file) {
        try (ArchiveEntries entries = ArchiveEntries.open(file)) {
            return ArchiveReader.read(entries);
        }
    }

    /**
     * Returns the file.
     *
     * @return as it was given
     */
    public Path file() {
        return file;
    }

    /**
     * Returns what {@code forward} takes.
     *
     * @return in the order of its parameters
     */
    public List<ArchiveInput> inputs() {
        return inputs;
    }

    /**
     * Returns the number of rows of the word embeddings.
     *
     * @return V
     */
    public long vocabulary() {
        return matrix.shape().get(0);
    }

    /**
     * Returns the width of a word embedding.
     *
     * @return D
     */
    public long width() {
        return matrix.shape().get(1);
    }

    /**
     * Says whether the word embeddings are numbers of double precision.
     *
     * @return true for float64, false for float32
     */
    public boolean isDouble() {
        return matrix.storage().type() == NumberType.DOUBLE;
    }

    /**
     * Returns the number of rows of the position embeddings.
     *
     * @return the largest number of tokens, or a little more where positions start behind 0; empty if there are none
     */
    public OptionalLong positions() {
        return positions;
    }

    /**
     * Says whether positions are counted from behind the id of the padding token, as RoBERTa's.
     *
     * @return true if the code adds up what is no padding
     */
    public boolean countsFromPadding() {
        return patchedCode.values().stream().anyMatch(text -> text.contains("torch.cumsum("));
    }

    /**
     * Returns the function of PyTorch that the scores come from.
     *
     * @return such as {@code torch.linear} or {@code torch.softmax}; empty if it cannot be told
     */
    public Optional<String> lastFunction() {
        return scores.map(Value.Computed::builtin);
    }

    /**
     * Says whether the scores come from a softmax or sigmoid by nothing but arithmetic and other shapes.
     *
     * @return true if they can be probabilities; their numbers decide
     */
    public boolean endsInSquashing() {
        return scores.filter(Value.Computed::squashed).isPresent();
    }

    /** The SHA-256 of the file whose code this is. */
    String sha256() {
        return sha256;
    }

    /** Writes the copy with the entrance; what its code makes by itself, it makes on this device. */
    void writeCopy(Path target, String device) throws IOException {
        write(target, device, StorageChange.NONE);
    }

    /** Writes such a copy with other weights. */
    void writeMutant(Path target, String device, WeightChange change) throws IOException {
        write(target, device, weights.with(change, matrix));
    }

    private void write(Path target, String device, StorageChange change) throws IOException {
        Map<String, String> code = new LinkedHashMap<>();
        patchedCode.forEach(
                (entry, text) -> code.put(entry, DEVICE.matcher(text).replaceAll("torch.device(\"" + device + "\")")));
        try (ArchiveEntries entries = ArchiveEntries.open(file)) {
            ArchiveWriter.write(entries, code, change, target);
            // Code of one file with the weights of another would be silently wrong.
            if (!entries.sha256().equals(sha256)) {
                throw ArchiveErrors.changed(file);
            }
        }
    }
}
