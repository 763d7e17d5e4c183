package io.github.junitattrib.model.torch.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The native libraries of PyTorch on the class path, and whether this machine can use one of them.
 *
 * @param classifiers of the {@code pytorch-native-…} artifacts, such as {@code linux-x86_64}
 * @param jni whether {@code pytorch-jni} is there
 * @param machine the classifier of this machine
 * @param elsewhere whether the libraries are taken from a folder, whatever the class path has
 */
record Natives(List<String> classifiers, boolean jni, String machine, boolean elsewhere) {

    private static final ClassLoader LOADER = Natives.class.getClassLoader();

    Natives {
        classifiers = List.copyOf(classifiers);
    }

    static Natives detect(DjlVersions versions) {
        return new Natives(
                classifiersIn("native/lib/pytorch.properties"),
                versions.jni().isPresent(),
                machine(System.getProperty("os.name"), System.getProperty("os.arch")),
                System.getenv("PYTORCH_LIBRARY_PATH") != null || System.getProperty("PYTORCH_LIBRARY_PATH") != null);
    }

    /** Returns a machine's classifier, as DJL calls the platforms that it has libraries for. */
    static String machine(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String prefix = name.startsWith("win") ? "win" : name.startsWith("mac") ? "osx" : "linux";
        return prefix + "-" + (processor.equals("amd64") ? "x86_64" : processor);
    }

    private static List<String> classifiersIn(String resource) {
        List<String> classifiers = new ArrayList<>();
        try {
            for (URL url : Collections.list(LOADER.getResources(resource))) {
                try (InputStream stream = url.openStream()) {
                    Properties properties = new Properties();
                    properties.load(stream);
                    classifiers.add(properties
                            .getProperty("classifier", "an unknown platform")
                            .strip());
                }
            }
        } catch (IOException e) {
            // They stay unknown; what DJL says of them is told all the same.
            return List.of();
        }
        return classifiers.stream().distinct().sorted().toList();
    }

    /** Says what is missing or of the wrong platform, and what to add; empty if that is not the trouble. */
    Optional<String> problem() {
        if (elsewhere) {
            return Optional.empty();
        }
        if (classifiers.isEmpty()) {
            return Optional.of("ai.djl.pytorch:pytorch-native-cpu is missing from the test class path. Add it with the"
                    + " classifier " + machine + "; with DJL 0.35.1 its version is 2.7.1.");
        }
        if (!classifiers.contains(machine)) {
            return Optional.of("the test class path has native libraries for " + String.join(" and ", classifiers)
                    + ", but this machine is " + machine + ". Give ai.djl.pytorch:pytorch-native-cpu the classifier "
                    + machine + ".");
        }
        return jni
                ? Optional.empty()
                : Optional.of("ai.djl.pytorch:pytorch-jni is missing from the test class path. Add it; with DJL 0.35.1"
                        + " its version is 2.7.1-0.35.1.");
    }
}
