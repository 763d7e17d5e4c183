package io.github.junitattrib.junit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Checks that the JUnit of the class path is new enough, before a class that it lacks is missed: builds often manage an
 * older one, and mix it with ours.
 */
final class JUnitVersion {

    /** A class of each artifact, by name: a part that is not there at all is nothing to complain about here. */
    private static final List<Artifact> ARTIFACTS = List.of(
            new Artifact("junit-jupiter-api", "org.junit.jupiter.api.Test"),
            new Artifact("junit-jupiter-engine", "org.junit.jupiter.engine.JupiterTestEngine"),
            new Artifact("junit-platform-commons", "org.junit.platform.commons.JUnitException"),
            new Artifact("junit-platform-engine", "org.junit.platform.engine.TestEngine"));

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int NEEDED_MINOR = 14;

    private JUnitVersion() {}

    /**
     * Checks what is on the class path.
     *
     * @throws ExtensionConfigurationException if a part of JUnit is too old; the message names it
     */
    static void check() {
        check(ARTIFACTS.stream().flatMap(artifact -> artifact.found().stream()).toList());
    }

    static void check(List<Found> parts) {
        parts.stream().filter(Found::isOld).findFirst().ifPresent(old -> {
            throw new ExtensionConfigurationException("junit-attrib needs JUnit 5.14 or 6, but the class path has "
                    + old.artifact() + " " + old.version()
                    + ". Import org.junit:junit-bom, version 5.14.4 or newer, in <dependencyManagement> before every other"
                    + " BOM (with Spring Boot, set <junit-jupiter.version>).");
        });
    }

    /**
     * A part of JUnit on the class path.
     *
     * @param artifact its name in Maven
     * @param version as its jar says
     */
    record Found(String artifact, String version) {

        /** The platform counts 1.x where Jupiter counts 5.x; from 6 on they are one. */
        boolean isOld() {
            Matcher matcher = VERSION.matcher(version);
            return matcher.matches()
                    && Integer.parseInt(matcher.group(1)) < 6
                    && Integer.parseInt(matcher.group(2)) < NEEDED_MINOR;
        }
    }

    private record Artifact(String name, String type) {

        /** Empty also where the jar does not say its version. */
        Optional<Found> found() {
            try {
                Package found = Class.forName(type, false, JUnitVersion.class.getClassLoader())
                        .getPackage();
                return Optional.ofNullable(found.getImplementationVersion()).map(version -> new Found(name, version));
            } catch (ClassNotFoundException e) {
                return Optional.empty();
            }
        }
    }
}
