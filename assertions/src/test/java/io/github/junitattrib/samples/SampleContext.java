package io.github.junitattrib.samples;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.TextClassifier;

/** What samples find ready beside {@code ig(..)}: the names that they use without declaring them. */
public abstract class SampleContext {

    /** The embedded model. */
    protected TextClassifier model;
    /** The embedded model and its TorchScript archive, as variants. */
    protected TextClassifier eager;
    /** See there. */
    protected TextClassifier traced;
    /** Integrated Gradients of the embedded model. */
    protected AttributionRunner runner;
    /** Three attributions of one text, by different methods; in documents only. */
    protected Attribution attribution;
    /** See there. */
    protected Attribution occlusion;
    /** See there. */
    protected Attribution saliency;

    /**
     * Runs the statements of a sample.
     *
     * @throws Throwable what the last of them throws
     */
    protected abstract void run() throws Throwable;

    /** Gives a sample what it needs. */
    final SampleContext with(TextClassifier eager, TextClassifier traced, AttributionRunner runner) {
        this.model = eager;
        this.eager = eager;
        this.traced = traced;
        this.runner = runner;
        return this;
    }
}
