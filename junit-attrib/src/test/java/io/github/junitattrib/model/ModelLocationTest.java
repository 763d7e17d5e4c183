package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLocationTest {

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, ModelStore> stores = new HashMap<>();

    @TempDir
    Path directory;

    private Path model;

    @BeforeEach
    void makeDirectory() throws IOException {
        model = Files.createDirectories(directory.resolve("größer und\u00a0schöner #1 100%"));
    }

    @Test
    void takesPathsWithSpacesAndUmlauts() {
        assertThat(resolve(model.toString())).isEqualTo(model);
        assertThat(resolve(model + "/")).isEqualTo(model);
        assertThat(resolve(model + "/../" + model.getFileName())).isEqualTo(model);
    }

    @Test
    void takesFileUrls() throws IOException {
        assertThat(resolve(model.toUri().toString())).isEqualTo(model);
        assertThat(resolve(model.toUri().toASCIIString())).isEqualTo(model);
        Path spaced = Files.createDirectory(directory.resolve("with a space and ü"));
        assertThat(resolve("file:" + spaced)).isEqualTo(spaced);
        assertThat(resolve("file://" + spaced)).isEqualTo(spaced);
    }

    @Test
    void takesRelativePathsFromTheProjectsDirectory() {
        Path expected = Path.of("src/main").toAbsolutePath();

        assertThat(resolve("src/main")).isEqualTo(expected);
        assertThat(resolve("./src/main/.")).isEqualTo(expected);
    }

    @Test
    void followsAliasesAndPropertiesWithoutLookingForTheModel() {
        properties.put("models", "no/such");
        properties.put("attrib.model.reviews", "${models}/reviews");
        ModelLocation locations =
                new ModelLocation(name -> Optional.ofNullable(properties.get(name)), new ModelCache(directory));

        assertThat(locations.address("reviews")).isEqualTo("no/such/reviews");
        assertThat(locations.address("${models}/x")).isEqualTo("no/such/x");
        assertThat(locations.address("classpath:models/x")).isEqualTo("classpath:models/x");
        assertThatThrownBy(() -> locations.address("others"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The model alias \"others\" is not set.");
    }

    @Test
    void looksUpAliasesAndProperties() {
        properties.put("models", directory.toString());
        properties.put("attrib.model.reviews", "${models}/" + model.getFileName());

        assertThat(resolve("${models}")).isEqualTo(directory);
        assertThat(resolve("reviews")).isEqualTo(model);
    }

    @Test
    void expandsAPropertyToAnAlias() {
        properties.put("which", "reviews");
        properties.put("attrib.model.reviews", model.toString());

        assertThat(resolve("${which}")).isEqualTo(model);
    }

    @Test
    void takesWhatLooksLikeAReplacementPatternAsText() throws IOException {
        Path dollar = Files.createDirectory(directory.resolve("a$1\\b"));
        properties.put("odd", "a$1\\b");

        assertThat(resolve(directory + "/${odd}")).isEqualTo(dollar);
    }

    @Test
    void refusesAnAliasThatIsNotSet() {
        assertRefused(
                "reviews",
                "The model alias \"reviews\" is not set. Set attrib.model.reviews to a model directory or another location, as"
                        + " -Dattrib.model.reviews=path/to/model or in junit-platform.properties; a directory of that"
                        + " name is written ./reviews.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesAnAliasThatIsSetToNothing(String target) {
        properties.put("attrib.model.reviews", target);

        assertRefused(
                "reviews",
                "The model alias \"reviews\" is set to nothing. Set attrib.model.reviews to a directory, file:…,"
                        + " classpath:folder, hf:owner/name or djl://….");
    }

    @Test
    void refusesAnAliasOfAnAlias() {
        properties.put("attrib.model.reviews", "current");
        properties.put("attrib.model.current", model.toString());

        assertRefused(
                "reviews",
                "The model alias \"reviews\" leads to \"current\", which is an alias again. Set attrib.model.reviews to"
                        + " a directory, file:…, classpath:folder, hf:owner/name or djl://…; a directory of that name is written"
                        + " ./current.");
    }

    @Test
    void refusesAPropertyThatIsNotSet() {
        assertRefused(
                "${models}/a",
                "The property ${models} in the model location \"${models}/a\" is not set. Set it with -Dmodels=…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "${nothing}"})
    void refusesABlankLocation(String location) {
        properties.put("nothing", "");

        assertThatThrownBy(() -> resolve(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The model location \"" + location
                        + "\" is blank. Give a directory, file:…, classpath:folder, hf:owner/name or djl://… or an alias set by"
                        + " attrib.model.<alias>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hf:owner/name", "hf:owner/name@main", "djl://ai.djl.huggingface/name"})
    void refusesAddressesThatNobodyMadeAStoreFor(String location) {
        assertRefused(
                location,
                "The model location \"" + location + "\" has an address of " + location.replaceAll(":.*", "")
                        + ":, which is not looked up here. Give the model's directory.");
    }

    @Test
    void givesAddressesToTheirStore() {
        stores.put("hf", address -> directory.resolve("hub").resolve(address.substring(3)));
        stores.put("djl", address -> directory.resolve("zoo"));
        properties.put("name", "owner/name");
        properties.put("attrib.model.reviews", "hf:${name}@v2");

        assertThat(resolve("hf:owner/name@main")).isEqualTo(directory.resolve("hub/owner/name@main"));
        assertThat(resolve("reviews")).isEqualTo(directory.resolve("hub/owner/name@v2"));
        assertThat(resolve("djl://group/artifact")).isEqualTo(directory.resolve("zoo"));
    }

    @Test
    void remindsOfTheHubWhereAPathLooksLikeARepository() {
        Path missing = Path.of("owner/name").toAbsolutePath();

        assertRefused(
                "owner/name",
                "There is no model directory " + missing + " (model location \"owner/name\"). Check the path; relative"
                        + " ones start at the project's directory, and a model of the Hugging Face hub is written"
                        + " hf:owner/name.");
    }

    @Test
    void namesTheDirectoriesThatAreThereInPlaceOfAMissingOne() throws IOException {
        Path models = Files.createDirectories(directory.resolve("models"));
        for (String name : new String[] {"archive", "reviews-2.0", "reviews-2.1", ".git"}) {
            Files.createDirectory(models.resolve(name));
        }
        Files.writeString(models.resolve("reviews-2.2.zip"), "");
        Path missing = models.resolve("reviews-2.2");

        assertRefused(
                missing.toString(),
                "There is no model directory " + missing + " (model location \"" + missing + "\"). Beside it there is:"
                        + " reviews-2.0, reviews-2.1, archive. Check the path; relative ones start at the project's"
                        + " directory.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./revews", "src/revews", "../revews"})
    void doesNotTakeAPathForARepositoryOfTheHub(String location) {
        assertThatThrownBy(() -> resolve(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("There is no model directory ")
                .hasMessageNotContaining("hf:");
    }

    @Test
    void namesTheAliasesThatAreSet() {
        System.setProperty("attrib.model.reviews-of-a-test", model.toString());
        try {
            properties.put("attrib.model.reviews-of-a-test", model.toString());

            assertThatThrownBy(() -> resolve("revews-of-a-test"))
                    .isInstanceOf(ModelLoadException.class)
                    .hasMessageStartingWith(
                            "The model alias \"revews-of-a-test\" is not set. System properties and"
                                    + " junit-platform.properties set: reviews-of-a-test. Set attrib.model.revews-of-a-test to");
        } finally {
            System.clearProperty("attrib.model.reviews-of-a-test");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://huggingface.co/acme/reviews, Write hf:acme/reviews.",
        "https://huggingface.co/acme/reviews/, Write hf:acme/reviews.",
        "https://huggingface.co/acme/reviews/tree/v2, Write hf:acme/reviews@v2.",
        "https://example.com/reviews.zip, Give the model's directory.",
        "s3://acme/reviews, Give the model's directory."
    })
    void tellsWebAddressesFromPaths(String location, String remedy) {
        assertRefused(
                location,
                "The model location \"" + location + "\" has an address of " + location.replaceAll(":.*", "")
                        + ":, which is not looked up here. " + remedy);
    }

    @Test
    void saysThatATildeIsNotExpanded() {
        assertThatThrownBy(() -> resolve("~/models"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageEndingWith("The ~ of shells is not expanded: write ${user.home}/models.");
    }

    @Test
    void refusesAFileAndAMissingDirectory() throws IOException {
        Path file = Files.writeString(model.resolve("model.safetensors"), "");
        assertRefused(
                file.toString(),
                "The model location \"" + file + "\" is the file " + file
                        + ". Give the directory that holds it with config.json and tokenizer.json.");
        Path missing = directory.resolve("no/such");
        assertRefused(
                missing.toString(),
                "There is no model directory " + missing + " (model location \"" + missing
                        + "\"). Check the path; relative ones start at the project's directory.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:relative/path", "file://host/path", "file:///a#b", "file:///a?b", "a/\u0000b", "file:"})
    void refusesWhatIsNoPath(String location) {
        assertThatThrownBy(() -> resolve(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The model location \"" + location + "\" is no path: ")
                .hasMessageEndingWith("Write file:///absolute/path, or a path without file:.");
    }

    private void assertRefused(String location, String message) {
        assertThatThrownBy(() -> resolve(location))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessage(message);
    }

    private Path resolve(String location) {
        return new ModelLocation(
                        name -> Optional.ofNullable(properties.get(name)),
                        new ModelCache(directory.resolve("cache")),
                        stores)
                .resolve(location);
    }
}
