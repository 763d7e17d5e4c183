package io.github.junitattrib.model;

import java.nio.file.Path;

/** A place that keeps models of one kind of address, such as {@code hf:}. */
@FunctionalInterface
public interface ModelStore {

    /**
     * Finds the directory of a model.
     *
     * @param address the whole address, such as {@code hf:owner/name@main}
     * @return an existing directory
     * @throws io.github.junitattrib.ModelLoadException if there is none, with what was looked for and what to do
     */
    Path directory(String address);
}
