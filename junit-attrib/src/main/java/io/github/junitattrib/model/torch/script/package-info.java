/**
 * Reads, checks and patches TorchScript archives in plain Java, before the native library sees them: start with
 * {@link io.github.junitattrib.model.torch.script.ScriptArchive}.
 *
 * <p>It knows nothing of DJL: the native library ends the process on some broken archives, so that whatever can be wrong
 * with a file must be found without it.
 */
@NullMarked
package io.github.junitattrib.model.torch.script;

import org.jspecify.annotations.NullMarked;
