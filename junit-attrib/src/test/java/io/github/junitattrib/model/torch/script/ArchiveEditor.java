package io.github.junitattrib.model.torch.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The entries of an archive that PyTorch wrote, to be changed in one place by a test; checksums are always right. */
public final class ArchiveEditor {

    private final String top;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** Reads {@code archives/<name>.pt} of the test resources. */
    public ArchiveEditor(String name) {
        this.top = name + "/";
        try (ZipFile zip = new ZipFile(file(name).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (var stream = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), stream.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a test archive (fixtures/training/archives_for_tests.py). */
    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(ArchiveEditor.class.getResource("/archives/" + name + ".pt"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds or replaces an entry; its name is without the top folder. */
    public ArchiveEditor put(String name, byte[] content) {
        entries.put(top + name, content);
        return this;
    }

    public ArchiveEditor put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an entry by its whole name. */
    public ArchiveEditor putAsIs(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public ArchiveEditor remove(String name) {
        Objects.requireNonNull(entries.remove(top + name), name);
        return this;
    }

    public byte[] get(String name) {
        return Objects.requireNonNull(entries.get(top + name), name);
    }

    /** Changes an entry as if its bytes were characters. */
    public ArchiveEditor edit(String name, UnaryOperator<String> change) {
        String before = new String(get(name), StandardCharsets.ISO_8859_1);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("Nothing was changed in " + name + ": " + before);
        }
        return put(name, after.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Changes the code of the class with this method header, or other words. */
    public ArchiveEditor editCode(String word, UnaryOperator<String> change) {
        String name = entries.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".py"))
                .filter(entry -> new String(entry.getValue(), StandardCharsets.UTF_8).contains(word))
                .findFirst()
                .orElseThrow()
                .getKey();
        return edit(name.substring(top.length()), change);
    }

    /** Names without the top folder. */
    public Iterable<String> names() {
        return entries.keySet().stream()
                .map(name -> name.substring(top.length()))
                .toList();
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
