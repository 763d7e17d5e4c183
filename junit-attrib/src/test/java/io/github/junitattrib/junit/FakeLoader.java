package io.github.junitattrib.junit;

import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelLoader;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A format for tests: a directory with {@code fake-model.txt}, whose content says how loading goes. */
public final class FakeLoader implements ModelLoader {

    static final String FILE = "fake-model.txt";

    private static final Map<Path, Counts> COUNTS = new ConcurrentHashMap<>();

    /** What happened to the model of one directory. */
    record Counts(AtomicInteger loads, AtomicInteger closes, AtomicInteger computations) {

        static Counts of(Path directory) {
            return COUNTS.computeIfAbsent(
                    directory.toAbsolutePath().normalize(),
                    fresh -> new Counts(new AtomicInteger(), new AtomicInteger(), new AtomicInteger()));
        }
    }

    @Override
    public String format() {
        return "fake model (" + FILE + ")";
    }

    @Override
    public boolean recognizes(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    @Override
    public TextClassifier load(Path directory, String name, DeviceChoice device) {
        Counts counts = Counts.of(directory);
        counts.loads().incrementAndGet();
        String content = content(directory);
        ModelFacts facts = new ModelFacts(name, device.name(), "float64");
        return switch (content) {
            case "broken" -> throw new ModelLoadException("The fake model is broken.");
            case "crash" -> throw new IllegalStateException("The fake loader crashed.");
            case "plain" -> new FakeClassifier.Plain(new FakeClassifier(facts, counts));
            default -> new FakeClassifier(facts, counts);
        };
    }

    private static String content(Path directory) {
        try {
            return Files.readString(directory.resolve(FILE)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
