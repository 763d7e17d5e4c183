package io.github.junitattrib.junit;

import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelLoader;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Files;
import java.nio.file.Path;

/** A format whose models only predict. */
public final class FakeServiceLoader implements ModelLoader {

    @Override
    public String format() {
        return "fake service (fake-service.txt)";
    }

    @Override
    public Class<? extends TextClassifier> rung() {
        return TextClassifier.class;
    }

    @Override
    public boolean recognizes(Path directory) {
        return Files.exists(directory.resolve("fake-service.txt"));
    }

    @Override
    public TextClassifier load(Path directory, String name, DeviceChoice device) {
        return new FactoryTest.ReviewService();
    }
}
