package com.acme.reviews;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A command, not a test: prints the accuracy of a model on a file of lines {@code label text}, label 0, 1, …. */
final class Accuracy {

    private Accuracy() {}

    public static void main(String[] arguments) throws IOException {
        Path data = data(arguments);
        ModelLocation locations = new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome());
        try (TextClassifier model = new ModelRepository(locations).load(Fixtures.SENTIMENT, new DeviceChoice("cpu"))) {
            List<String> lines = Files.readAllLines(data);
            int right = 0;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (!line.matches("(?s)\\d{1,9} .*\\S.*")) {
                    throw new IllegalArgumentException("Line " + (i + 1) + " of " + data + " is \"" + line
                            + "\". Write the number of the label, a space and the text.");
                }
                int space = line.indexOf(' ');
                int label = Integer.parseInt(line.substring(0, space));
                right += model.predict(line.substring(space + 1)).index() == label ? 1 : 0;
            }
            System.out.printf("accuracy %.4f (%d of %d)%n", (double) right / lines.size(), right, lines.size());
        }
    }

    /** An argument that Maven could not fill in is null, blank or stands there as it was written. */
    static Path data(String... arguments) {
        if (arguments.length != 1 || arguments[0] == null || arguments[0].isBlank() || arguments[0].startsWith("${")) {
            throw new IllegalArgumentException(
                    "Name the data file, with lines \"label text\": -Dattrib.data=path/to/file");
        }
        Path data = Path.of(arguments[0]).toAbsolutePath();
        if (!Files.isRegularFile(data)) {
            throw new IllegalArgumentException("There is no data file " + data
                    + ". Correct -Dattrib.data=path/to/file; it has lines \"label text\".");
        }
        return data;
    }
}
