package io.github.junitattrib;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import java.util.Optional;

/** The embedded sentiment classifier, loaded once for all tests of this module. */
public final class SentimentModel {

    private static final DifferentiableClassifier MODEL = (DifferentiableClassifier)
            new ModelRepository(new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()))
                    .load(Fixtures.SENTIMENT, new DeviceChoice("cpu"));

    private SentimentModel() {}

    /** Returns the shared model; tests do not close it. */
    public static DifferentiableClassifier get() {
        return MODEL;
    }
}
