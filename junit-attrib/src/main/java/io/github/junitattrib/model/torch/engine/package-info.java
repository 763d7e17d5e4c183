/**
 * The native library: how it starts, on which device, with how many threads, and the rules that keep the JVM alive.
 *
 * <p>Open {@code TorchEngine} for the start, {@code TorchRuntime} for the rules. Internal but for {@link
 * io.github.junitattrib.model.torch.engine.TorchDevices} and {@link
 * io.github.junitattrib.model.torch.engine.TorchThreads}, which the JUnit extension asks.
 */
@NullMarked
package io.github.junitattrib.model.torch.engine;

import org.jspecify.annotations.NullMarked;
