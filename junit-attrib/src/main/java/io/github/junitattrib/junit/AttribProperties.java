package io.github.junitattrib.junit;

import io.github.junitattrib.approved.ApprovalMode;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.hub.DjlZoo;
import io.github.junitattrib.model.hub.HuggingFaceHub;
import io.github.junitattrib.model.torch.engine.TorchThreads;
import io.github.junitattrib.report.ReportOptions;
import io.github.junitattrib.vacuity.VacuitySettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The configuration parameters {@code attrib.*}, from system properties, {@code junit-platform.properties} or the build
 * tool.
 *
 * @param lookup JUnit's configuration parameters
 */
record AttribProperties(Function<String, Optional<String>> lookup) {

    /** All of them but the aliases {@code attrib.model.<alias>}. */
    static final Set<String> NAMES = Set.of(
            "attrib.device",
            "attrib.threads",
            "attrib.require",
            "attrib.report",
            "attrib.report.dir",
            "attrib.report.previous",
            "attrib.report.attachment",
            "attrib.report.junit-xml",
            "attrib.report.github",
            "attrib.download",
            "attrib.cache",
            "attrib.progress",
            "attrib.run",
            "attrib.approved",
            "attrib.approved.dir",
            "attrib.approved.stale",
            "attrib.ci",
            "attrib.gate",
            "attrib.known-failures",
            "attrib.known-failures.write",
            "attrib.vacuity",
            "attrib.vacuity.mutants",
            "attrib.vacuity.seed");

    /**
     * Reads everything that may be misspelt, so that a typing error is found before the first test.
     *
     * @throws ExtensionConfigurationException if a value is none of those allowed; the message names the property
     */
    AttribProperties verified() {
        device();
        threads();
        required();
        reportsAll();
        reportDirectory();
        reportOptions();
        attachment();
        download();
        cache();
        progress();
        writesKnownFailures();
        vacuity();
        vacuitySettings();
        approved();
        approvedDirectory();
        failsIfStale();
        return this;
    }

    /** {@code attrib.device}: auto, cpu, cuda:N or mps. */
    DeviceChoice device() {
        Optional<String> value = lookup.apply("attrib.device");
        try {
            return value.map(DeviceChoice::new).orElse(DeviceChoice.AUTO);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "attrib.device is \"" + value.orElse("")
                            + "\", but must be auto, cpu, cuda:N (such as cuda:0) or mps.",
                    e);
        }
    }

    /** {@code attrib.threads}: how many threads PyTorch uses inside one operation; empty leaves it at its default. */
    OptionalInt threads() {
        Optional<String> value = lookup.apply("attrib.threads");
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!value.get().matches("[1-9]\\d{0,3}") || Integer.parseInt(value.get()) > TorchThreads.MOST) {
            throw new ExtensionConfigurationException(
                    "attrib.threads is \"" + value.get() + "\", but must be " + TorchThreads.range());
        }
        return OptionalInt.of(Integer.parseInt(value.get()));
    }

    /** {@code attrib.require}: what must be there, so that its absence fails tests instead of skipping them. */
    Set<Requirement> required() {
        Set<Requirement> required = EnumSet.noneOf(Requirement.class);
        for (String word : lookup.apply("attrib.require").orElse("").split(",", -1)) {
            if (!word.isBlank()) {
                required.add(Stream.of(Requirement.values())
                        .filter(requirement -> requirement.word().equals(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> new ExtensionConfigurationException("attrib.require has the word \""
                                + word.strip() + "\", but must be model, gpu or both with a comma between.")));
            }
        }
        return required;
    }

    /** The same without leave to download. */
    AttribProperties offline() {
        return new AttribProperties(name -> name.equals("attrib.download") ? Optional.of("false") : lookup.apply(name));
    }

    /** {@code attrib.report}: pages of failing tests alone, or of all. */
    boolean reportsAll() {
        String value = lookup.apply("attrib.report").orElse("failures");
        return switch (value) {
            case "all" -> true;
            case "failures" -> false;
            default ->
                throw new ExtensionConfigurationException(
                        "attrib.report is \"" + value + "\", but must be failures or all.");
        };
    }

    /** {@code attrib.report.dir}: where reports go, relative to the project's directory. */
    Path reportDirectory() {
        return path("attrib.report.dir", buildDirectory() + "/attribution-reports");
    }

    /** {@code attrib.report.previous}, {@code attrib.report.junit-xml} and {@code attrib.report.github}. */
    ReportOptions reportOptions() {
        Optional<String> previous = lookup.apply("attrib.report.previous").filter(path -> !path.isBlank());
        try {
            return new ReportOptions(
                    previous.map(Path::of),
                    isOn("attrib.report.junit-xml", "false"),
                    isOn("attrib.report.github", "false")
                            ? Optional.ofNullable(System.getenv("GITHUB_STEP_SUMMARY"))
                                    .filter(file -> !file.isBlank())
                                    .map(Path::of)
                            : Optional.empty());
        } catch (InvalidPathException e) {
            throw new ExtensionConfigurationException(
                    "attrib.report.previous, or GITHUB_STEP_SUMMARY in the environment, is no path: " + e.getMessage(),
                    e);
        }
    }

    /** {@code attrib.report.attachment}: how CI servers learn of the page of a failing test. */
    Attachment attachment() {
        String value = lookup.apply("attrib.report.attachment").orElse("none");
        return Stream.of(Attachment.values())
                .filter(attachment -> attachment.word().equals(value))
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "attrib.report.attachment is \"" + value + "\", but must be none, stdout or surefire-dir."));
    }

    /** Where Surefire and Gradle put what they build. */
    static String buildDirectory() {
        boolean gradle = System.getProperty("org.gradle.test.worker") != null
                || (!Files.exists(Path.of("pom.xml"))
                        && (Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts"))));
        return gradle ? "build" : "target";
    }

    /** {@code attrib.download}: whether models may be fetched from the network. */
    boolean download() {
        return isOn("attrib.download", "false");
    }

    /** {@code attrib.progress}: after what time long corpora say how far they are; empty if they do not. */
    Optional<Duration> progress() {
        try {
            return ProgressTime.of(lookup.apply("attrib.progress"));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(e.getMessage(), e);
        }
    }

    /** {@code attrib.gate}: where the thresholds of a release gate are. */
    Optional<String> gate() {
        return lookup.apply("attrib.gate");
    }

    /** {@code attrib.known-failures}: where the cases are that a release may fail. */
    Optional<String> knownFailures() {
        return lookup.apply("attrib.known-failures");
    }

    /** {@code attrib.known-failures.write}: whether what fails is written down as known. */
    boolean writesKnownFailures() {
        boolean writes = isOn("attrib.known-failures.write", "false");
        if (writes && knownFailures().isEmpty()) {
            throw new ExtensionConfigurationException("attrib.known-failures.write is true, but there is no file to"
                    + " write. Name it by attrib.known-failures, or leave both out.");
        }
        return writes;
    }

    private Path path(String property, String unlessSet) {
        try {
            return Path.of(lookup.apply(property).orElse(unlessSet));
        } catch (InvalidPathException e) {
            throw new ExtensionConfigurationException(property + " is no path: " + e.getMessage(), e);
        }
    }

    private boolean isOn(String property, String unlessSet) {
        String value = lookup.apply(property).orElse(unlessSet);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ExtensionConfigurationException(
                        property + " is \"" + value + "\", but must be true or false.");
        };
    }

    /** How locations become directories. */
    ModelLocation locations() {
        return new ModelLocation(
                lookup, cache(), Map.of("hf", new HuggingFaceHub(download()), "djl", new DjlZoo(download())));
    }

    /** {@code attrib.cache}: where models from the class path are unpacked. */
    ModelCache cache() {
        Optional<String> directory = lookup.apply("attrib.cache");
        try {
            return directory.map(written -> ModelCache.at(written, lookup)).orElseGet(ModelCache::inUserHome);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "attrib.cache is \"" + directory.orElse("") + "\", but must be a directory: " + e.getMessage(), e);
        }
    }

    /** {@code attrib.approved}: what is written to the files of approved attributions. */
    ApprovalMode approved() {
        String value = lookup.apply("attrib.approved").orElse("verify");
        ApprovalMode mode = switch (value) {
            case "verify" -> ApprovalMode.VERIFY;
            case "create" -> ApprovalMode.CREATE;
            case "update" -> ApprovalMode.UPDATE;
            case "prune" -> ApprovalMode.PRUNE;
            default ->
                throw new ExtensionConfigurationException(
                        "attrib.approved is \"" + value + "\", but must be verify, create, update or prune.");
        };
        boolean ci = isCi(System.getenv());
        if (mode != ApprovalMode.VERIFY && ci) {
            throw new ExtensionConfigurationException("attrib.approved is \"" + value
                    + "\", but this is a CI job (CI is set, or attrib.ci=true), which may not approve what it"
                    + " judges. Run it on your own machine and commit the files, or set attrib.ci=false.");
        }
        return mode;
    }

    /** {@code attrib.ci}: whether this is a CI job; by default as the environment variable CI says. */
    boolean isCi(Map<String, String> environment) {
        String ci = environment.get("CI");
        return isOn("attrib.ci", ci == null || ci.isBlank() || ci.equals("false") ? "false" : "true");
    }

    /** {@code attrib.approved.dir}: where approved attributions are, relative to the project's directory. */
    Path approvedDirectory() {
        return path("attrib.approved.dir", "src/test/resources/approved-attributions");
    }

    /** {@code attrib.approved.stale}: whether approved attributions that no test asks for fail their class. */
    boolean failsIfStale() {
        String value = lookup.apply("attrib.approved.stale").orElse("warn");
        return switch (value) {
            case "warn" -> false;
            case "fail" -> true;
            default ->
                throw new ExtensionConfigurationException(
                        "attrib.approved.stale is \"" + value + "\", but must be warn or fail.");
        };
    }

    /** {@code attrib.vacuity}: whether checks that passed are replayed on mutants, and what follows. */
    VacuityMode vacuity() {
        String value = lookup.apply("attrib.vacuity").orElse("off");
        return switch (value) {
            case "off" -> VacuityMode.OFF;
            case "report" -> VacuityMode.REPORT;
            case "fail" -> VacuityMode.FAIL;
            default ->
                throw new ExtensionConfigurationException(
                        "attrib.vacuity is \"" + value + "\", but must be off, report or fail.");
        };
    }

    /** {@code attrib.vacuity.mutants} and {@code attrib.vacuity.seed}. */
    VacuitySettings vacuitySettings() {
        String mutants = lookup.apply("attrib.vacuity.mutants").orElse("" + VacuitySettings.DEFAULT.mutants());
        String seed = lookup.apply("attrib.vacuity.seed").orElse("" + VacuitySettings.DEFAULT.seed());
        if (!seed.matches("\\d{1,9}")) {
            throw new ExtensionConfigurationException(
                    "attrib.vacuity.seed is \"" + seed + "\", but must be a number from 0 to 999999999.");
        }
        try {
            return new VacuitySettings(Integer.parseInt(mutants), Long.parseLong(seed));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "attrib.vacuity.mutants is \"" + mutants + "\", but must be a number from " + VacuitySettings.FEWEST
                            + " to " + VacuitySettings.MOST + ": fewer mutants cannot be told from chance.",
                    e);
        }
    }

    /** {@code attrib.run}: what all processes of one run have in common. */
    Optional<String> run() {
        return lookup.apply("attrib.run");
    }
}
