package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.AttributionException;
import io.github.junitattrib.Prediction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 200 model directories with one thing wrong: refused with the file and the reason, or loaded with finite scores where
 * nothing needs to have broken; nothing is written outside of the cache. A crash of the JVM fails the whole run.
 */
class MutatedDirectoriesTest {

    private static final int MUTANTS = 200;
    private static final Set<String> STAND_INS = Set.of(
            "vocab.txt",
            "vocab.json",
            "merges.txt",
            "reference.json",
            "tokenizer_config.json",
            "special_tokens_map.json");

    @TempDir
    Path place;

    /** As many of each kind as of any other. */
    static Stream<Arguments> mutants() {
        List<Mutation> kinds = List.of(Mutation.values());
        return IntStream.range(0, MUTANTS).mapToObj(seed -> Arguments.of(seed, kinds.get(seed % kinds.size())));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void isRefusedWithFileAndReasonOrStillComputes(int seed, Mutation mutation) throws IOException {
        Random random = new Random(seed);
        List<Path> whole = wholeOnes();
        List<Path> fitting =
                whole.stream().filter(directory -> fits(mutation, directory)).toList();
        Path source = fitting.get(random.nextInt(fitting.size()));
        Path model = copy(source, place.resolve("models").resolve(source.getFileName()));
        String culprit = mutation.apply(model, random);
        Map<String, Long> before = files();

        Optional<AttributionException> refusal = load(model);

        if (mutation.alwaysRefused()) {
            assertThat(refusal).as("%s of %s", mutation, source.getFileName()).isPresent();
        }
        refusal.ifPresent(exception -> assertThat(exception)
                .as("%s of %s", mutation, source.getFileName())
                .hasMessageContaining(String.valueOf(source.getFileName()))
                .hasMessageContaining(mutation.alwaysRefused() ? culprit : ""));
        assertThat(files()).as("files outside of the cache").isEqualTo(before);
    }

    /** The checkpoints and archives that the tests carry. */
    private static List<Path> wholeOnes() throws IOException {
        try (Stream<Path> directories = Files.list(Path.of("src/test/resources/families"))) {
            return directories.sorted().toList();
        }
    }

    /** Without the files that could stand in for a broken one. */
    private static Path copy(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                if (!STAND_INS.contains(String.valueOf(file.getFileName()))) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
        return target;
    }

    private static boolean fits(Mutation mutation, Path directory) {
        try {
            return mutation.fits(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<AttributionException> load(Path model) {
        ModelRepository repository = new ModelRepository(
                new ModelLocation(name -> Optional.empty(), new ModelCache(place.resolve("cache"))));
        try (TextClassifier classifier = repository.load(model.toString(), new DeviceChoice("cpu"))) {
            Prediction prediction = classifier.predict("They said it was great");
            assertThat(prediction.scores()).allMatch(Double::isFinite);
            return Optional.empty();
        } catch (AttributionException e) {
            return Optional.of(e);
        }
    }

    /** All files but those of the cache, with their sizes. */
    private Map<String, Long> files() throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(place.resolve("cache")))
                    .collect(Collectors.toMap(
                            file -> place.relativize(file).toString(),
                            file -> file.toFile().length(),
                            (one, other) -> one,
                            TreeMap::new));
        }
    }
}
