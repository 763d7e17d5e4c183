package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a model in DJL's model zoo: {@code djl://groupId/artifactId[/version[/name]]}.
 *
 * @param group such as {@code ai.djl.huggingface.pytorch}
 * @param artifact such as {@code ProsusAI/finbert}
 * @param version such as {@code 0.0.1}
 * @param name of one of several models under the same artifact
 */
record DjlAddress(String group, String artifact, Optional<String> version, Optional<String> name) {

    private static final String WORD = "[\\w][\\w.+-]*";
    private static final String NO_VERSION = "(?!\\d[\\d.]*(?:/|$))";
    /** As DJL reads it: what looks like a version ends the artifact, which may have slashes. */
    private static final Pattern FORM = Pattern.compile("djl://(" + WORD + ")/(" + WORD + "(?:/" + NO_VERSION + WORD
            + ")*)(?:/(\\d[\\d.]*)(?:/(" + WORD + "))?)?/?");

    static DjlAddress parse(String location) {
        Matcher matcher = FORM.matcher(location);
        if (!matcher.matches() || location.contains("..")) {
            throw new ModelLoadException("The model location \"" + location
                    + "\" is no address of DJL's model zoo. Write djl://groupId/artifactId,"
                    + " djl://groupId/artifactId/version or djl://groupId/artifactId/version/name.");
        }
        return new DjlAddress(
                matcher.group(1),
                matcher.group(2),
                Optional.ofNullable(matcher.group(3)),
                Optional.ofNullable(matcher.group(4)));
    }

    /** The zoo's folder of the models under this address, for models of one application. */
    String folder(String application) {
        return "model/" + application + "/" + group.replace('.', '/') + "/" + artifact;
    }

    @Override
    public String toString() {
        return "djl://" + group + "/" + artifact
                + version.map(word -> "/" + word).orElse("")
                + name.map(word -> "/" + word).orElse("");
    }
}
