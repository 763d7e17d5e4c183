package io.github.junitattrib.model.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Application;
import ai.djl.repository.MRL;
import ai.djl.repository.Metadata;
import ai.djl.repository.Repository;
import ai.djl.util.JsonUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DJL itself says where it keeps what its metadata describes. */
class DjlLayoutTest {

    /** The form that DJL's converter of Hugging Face models writes. */
    private static final String METADATA = """
            {"metadataVersion": "0.2", "resourceType": "model", "application": "nlp/text_classification",
             "groupId": "ai.djl.huggingface.pytorch", "artifactId": "ProsusAI/finbert", "name": "finbert",
             "artifacts": [{"version": "0.0.1", "snapshot": false, "name": "finbert", "properties": {"en": "true"},
               "arguments": {}, "options": {"mapLocation": true},
               "files": {
                 "model": {"uri": "0.0.1/finbert.zip", "name": "", "sha1Hash": "abc", "size": 7},
                 "vocab": {"uri": "x/vocab.txt.gz", "sha1Hash": "abc", "size": 7},
                 "plain": {"uri": "x/plain.txt", "sha1Hash": "abc", "size": 7}}}]}
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "djl://ai.djl.huggingface.pytorch/ProsusAI/finbert, ai.djl.huggingface.pytorch, ProsusAI/finbert",
        "djl://ai.djl.pytorch/distilbert, ai.djl.pytorch, distilbert"
    })
    void isTheFolderOfTheResource(String location, String group, String artifact) {
        MRL resource =
                Repository.newInstance("here", directory).model(Application.NLP.TEXT_CLASSIFICATION, group, artifact);

        assertThat(DjlAddress.parse(location).folder(Application.NLP.TEXT_CLASSIFICATION.getPath()) + "/")
                .isEqualTo(resource.toURI().toString());
    }

    @Test
    void isTheFolderOfTheArtifactWithTheNamesOfItsFiles() throws IOException {
        Metadata metadata = JsonUtils.GSON.fromJson(METADATA, Metadata.class);
        metadata.init(Map.of());
        metadata.setRepositoryUri(URI.create("model/folder/"));
        var theirs = metadata.getArtifacts().get(0);

        DjlArtifact ours = DjlArtifact.read(METADATA.getBytes(UTF_8)).get(0);

        assertThat("model/folder/" + ours.folder() + "/")
                .isEqualTo(theirs.getResourceUri().toString());
        assertThat(ours.items())
                .extracting(DjlArtifact.Item::name)
                .containsExactlyElementsOf(theirs.getFiles().values().stream()
                        .map(item -> item.getName())
                        .toList());
        assertThat(List.of("dir", "file", "file"))
                .isEqualTo(theirs.getFiles().values().stream()
                        .map(item -> item.getType())
                        .toList());
        assertThat(ours.items())
                .extracting(item -> Packing.of(item.uri()).isFolder())
                .containsExactly(true, false, false);
    }

    @Test
    void isMetadataThatDjlReadsFromItsCache() throws IOException {
        Metadata metadata =
                JsonUtils.GSON.fromJson(new String(DjlDownload.dated(METADATA.getBytes(UTF_8)), UTF_8), Metadata.class);

        assertThat(metadata.getLastUpdated())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(metadata.getArtifacts()).hasSize(1);
    }
}
