package io.github.junitattrib.model.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Environment variables of a test, and the stores that read them. */
final class Variables {

    /** As many attempts as in life, without the waits. */
    static final Retry IMPATIENT = new Retry(Collections.nCopies(4, Duration.ZERO));

    private final Map<String, String> variables = new TreeMap<>();
    private final Path home;
    private Duration silence = Duration.ofSeconds(30);

    Variables(Path home) {
        this.home = home;
    }

    Variables with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Variables with(String name, Path value) {
        return with(name, value.toString());
    }

    Variables with(String name, URI value) {
        return with(name, value.toString());
    }

    Variables silence(Duration duration) {
        silence = duration;
        return this;
    }

    Environment environment() {
        return new Environment(name -> Optional.ofNullable(variables.get(name)), home);
    }

    HuggingFaceHub hub(boolean download) {
        return new HuggingFaceHub(environment(), download, silence, IMPATIENT);
    }

    DjlZoo zoo(boolean download) {
        return new DjlZoo(environment(), download, silence, IMPATIENT);
    }
}
