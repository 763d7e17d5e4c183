package io.github.junitattrib.junit;

import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import java.nio.file.Path;
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
        store = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
        properties = new AttribProperties(context::getConfigurationParameter).verified();
    }

    AttribProperties properties() {
        return properties;
    }

    ModelSlot model(String location, DeviceChoice device) {
        ModelLocation locations = properties.locations();
        // The alias may lead elsewhere in another launch of the same session (an IDE), so its value is part of the key;
        // so is the
        // permission to download, since a failure is remembered.
        String meaning = properties.lookup().apply("attrib.model." + location).orElse("");
        return store.getOrComputeIfAbsent(
                new ModelKey(location, meaning, properties.download(), device),
                key -> new ModelSlot(new ModelRepository(locations), location, device),
                ModelSlot.class);
    }

    ReportSession reports() {
        Path directory = properties.reportDirectory();
        String run = properties.run().orElseGet(RunId::detect);
        return store.getOrComputeIfAbsent(
                new ReportKey(directory, run), key -> new ReportSession(directory, run), ReportSession.class);
    }

    private record ModelKey(String location, String meaning, boolean download, DeviceChoice device) {}

    private record ReportKey(Path directory, String run) {}
}
