package io.github.junitattrib.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index needs of a JSON sidecar; the rest of the file is skipped.
 *
 * @param schema version of the format
 * @param run id of the run that wrote it
 * @param test which test, and how it ended
 * @param assertions what it checked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Sidecar(
        @Nullable Integer schema,
        @Nullable String run,
        @Nullable Test test,
        @Nullable List<Assertion> assertions) {

    /**
     * The test of a sidecar.
     *
     * @param className fully qualified name
     * @param method name of the method
     * @param invocation number of the invocation
     * @param variant name of the model variant
     * @param status name of a {@link TestStatus} in lower case
     * @param message failure message
     * @param seconds how long it took
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Test(
            @JsonProperty("class") @Nullable String className,
            @Nullable String method,
            int invocation,
            @Nullable String variant,
            @Nullable String status,
            @Nullable String message,
            @Nullable Double seconds) {}

    /**
     * A check of a sidecar.
     *
     * @param call how the test wrote it
     * @param verdict the outcome
     * @param corpus how the texts came out, of a check of many
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Assertion(
            @Nullable String call,
            @Nullable String verdict,
            @Nullable CorpusRecord corpus) {}
}
