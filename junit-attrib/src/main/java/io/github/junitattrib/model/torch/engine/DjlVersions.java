package io.github.junitattrib.model.torch.engine;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/**
 * The versions of DJL's parts on the class path, which a build can mix without a warning.
 *
 * @param api version of {@code ai.djl:api}
 * @param engine version of {@code ai.djl.pytorch:pytorch-engine}; empty if it does not tell
 * @param jni version of {@code ai.djl.pytorch:pytorch-jni}, such as {@code 2.7.1-0.35.1}; empty if it is missing
 */
record DjlVersions(String api, Optional<String> engine, Optional<String> jni) {

    private static final ClassLoader LOADER = DjlVersions.class.getClassLoader();

    static DjlVersions detect() {
        return new DjlVersions(
                Engine.getDjlVersion(),
                property("pytorch-engine.properties", "djl_version"),
                property("jnilib/pytorch.properties", "jni_version"));
    }

    private static Optional<String> property(String resource, String name) {
        try (InputStream stream = LOADER.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return Optional.ofNullable(properties.getProperty(name)).map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Says which parts do not belong together; empty if all do. */
    Optional<String> mix() {
        boolean engineFits = engine.filter(version -> !version.equals(api)).isEmpty();
        boolean jniFits = jni.filter(version -> !version.endsWith("-" + engine.orElse(api)))
                .isEmpty();
        return engineFits && jniFits
                ? Optional.empty()
                : Optional.of("The class path mixes versions of DJL: ai.djl:api " + api + ", pytorch-engine "
                        + engine.orElse("unknown") + ", pytorch-jni " + jni.orElse("missing")
                        + ". Take one version for all of them, such as 0.35.1 with pytorch-jni 2.7.1-0.35.1, or manage"
                        + " them by ai.djl:bom.");
    }
}
