package io.github.junitattrib.junit;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.approved.ApprovalMode;
import io.github.junitattrib.approved.ApprovedAttributions;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.engine.TorchThreads;
import io.github.junitattrib.report.ReportOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * What lives as long as the launcher session, once per JVM: models and reports.
 *
 * <p>The root store would not do: Surefire gives each class a root of its own when it uses several forks.
 */
final class Session {

    static final Namespace NAMESPACE = Namespace.create(AttributionExtension.class);

    private final Store store;
    private final AttribProperties properties;

    /**
     * Opens the session of a test.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if a configuration parameter is misspelt
     */
    Session(ExtensionContext context) {
        this(
                context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE),
                new AttribProperties(context::getConfigurationParameter).verified());
        store.getOrComputeIfAbsent(Warnings.class, key -> Warnings.print(), Warnings.class);
    }

    Session(Store store, AttribProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    AttribProperties properties() {
        return properties;
    }

    DeviceChoice device() {
        return properties.device();
    }

    /** Returns the slot of a model: the same for equal sources. */
    ModelSlot model(ModelSource source, DeviceChoice device) {
        return store.getOrComputeIfAbsent(
                new ModelKey(source, meaning(source), properties.download(), device),
                key -> new ModelSlot(source.name(), () -> load(source, device), isClosedHere(source)),
                ModelSlot.class);
    }

    /**
     * The address that a location leads to. An alias or property may have another value in another launch of the same
     * session (an IDE), so it is part of the key; the location is too, as it names the model in messages.
     */
    private String meaning(ModelSource source) {
        if (source instanceof ModelSource.Located located) {
            try {
                return address(located.name());
            } catch (ModelLoadException e) {
                // Told by loading, to the tests that ask for the model.
                return "";
            }
        }
        return "";
    }

    /** Returns a comparison: the same for equal models and the same cases. */
    ModelComparison comparison(
            ModelSlot released, ModelSlot candidate, String corpus, Supplier<ModelComparison> making) {
        return store.getOrComputeIfAbsent(
                new ComparisonKey(released, candidate, corpus), key -> making.get(), ModelComparison.class);
    }

    private static boolean isClosedHere(ModelSource source) {
        return !(source instanceof ModelSource.Given given && given.isMadeByUser());
    }

    private LoadedModel load(ModelSource source, DeviceChoice device) {
        properties.threads().ifPresent(TorchThreads::use);
        if (source instanceof ModelSource.Given given) {
            return LoadedModel.made(given.get());
        }
        Object made =
                source instanceof ModelSource.Made factory ? factory.factory().make() : source.name();
        if (made instanceof TextClassifier model) {
            return LoadedModel.made(model);
        }
        // A relative path of one word would be taken for an alias.
        String location = made instanceof Path path ? path.toAbsolutePath().toString() : made.toString();
        TextClassifier model = new ModelRepository(properties.locations()).load(location, device);
        return new LoadedModel(model, Optional.of(address(location)));
    }

    /**
     * Follows a location, see {@link ModelLocation#address}.
     *
     * @throws ModelLoadException if an alias or property is not set
     */
    String address(String location) {
        return properties.locations().address(location);
    }

    /** Says why a model is not on this machine, without loading or downloading it; empty if it is there. */
    Optional<String> missing(String location) {
        try {
            properties.offline().locations().resolve(location);
            return Optional.empty();
        } catch (ModelLoadException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    ReportSession reports() {
        return store.getOrComputeIfAbsent(ReportKey.of(properties), ReportKey::open, ReportSession.class);
    }

    /** What tests computed that JUnit has not ended yet. */
    EndedTests ended() {
        return store.getOrComputeIfAbsent(EndedTests.class, key -> new EndedTests(), EndedTests.class);
    }

    /** The approved attributions of the project, read once for all tests. */
    ApprovedSession approved() {
        ApprovedKey key =
                new ApprovedKey(properties.approvedDirectory(), properties.reportDirectory(), properties.approved());
        return store.getOrComputeIfAbsent(
                key,
                unused -> new ApprovedSession(
                        new ApprovedAttributions(key.directory(), key.reports().resolve("received"), key.mode())),
                ApprovedSession.class);
    }

    /** The judgments of the run, as its reports. */
    VacuitySession vacuity() {
        Path directory = properties.reportDirectory();
        String run = properties.run().orElseGet(RunId::detect);
        return store.getOrComputeIfAbsent(
                new VacuityKey(directory, run), key -> new VacuitySession(directory, run), VacuitySession.class);
    }

    /** Once per session. */
    private record Warnings() {
        static Warnings print() {
            CommandLine.warnings(System.getProperties()).forEach(Console::say);
            return new Warnings();
        }
    }

    /** The permission to download is part of it, since a failure is remembered. */
    private record ModelKey(ModelSource source, String meaning, boolean download, DeviceChoice device) {}

    private record ComparisonKey(ModelSlot released, ModelSlot candidate, String corpus) {}

    /** What the reports of a session are found by. */
    record ReportKey(Path directory, String run, ReportOptions options) {

        static ReportKey of(AttribProperties properties) {
            return new ReportKey(
                    properties.reportDirectory(),
                    properties.run().orElseGet(RunId::detect),
                    properties.reportOptions());
        }

        ReportSession open() {
            return new ReportSession(directory, run, options);
        }
    }

    private record ApprovedKey(Path directory, Path reports, ApprovalMode mode) {}

    private record VacuityKey(Path directory, String run) {}
}
