package io.github.junitattrib.model.torch.engine;

import ai.djl.pytorch.jni.JniUtils;
import io.github.junitattrib.EngineException;

/**
 * The number of threads that PyTorch uses inside one operation: 1 unless another is asked for.
 *
 * <p>It is one number for the process, fixed when the engine starts. More threads help long texts on large models, and
 * slow small ones down; scores differ by about 1e-7 of the largest between numbers of threads, as sums are taken in
 * another order.
 */
public final class TorchThreads {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /**
     * What is above does not end: each operation waits for all threads in turn. A project's setting must do on machines
     * small and large, so that 64 are taken everywhere.
     */
    public static final int MOST = Math.max(64, 4 * PROCESSORS);

    private static final String PROPERTY = "ai.djl.pytorch.num_threads";

    private static int requested;
    private static boolean started;

    private TorchThreads() {}

    /**
     * Asks for a number of threads, before the first model is loaded.
     *
     * @param threads from 1 to {@link #MOST}
     * @throws IllegalArgumentException if it is another number; the message says why
     * @throws EngineException if the engine has started with another number, or another was asked for before
     */
    public static synchronized void use(int threads) {
        if (threads < 1 || threads > MOST) {
            throw new IllegalArgumentException("attrib.threads is \"" + threads + "\", but must be " + range());
        }
        if (requested != 0 && requested != threads) {
            throw new EngineException("PyTorch was to use " + requested + " threads, and cannot use " + threads
                    + " in the same process. Give attrib.threads one value.");
        }
        if (started) {
            check(threads, JniUtils.getNumThreads());
        }
        requested = threads;
    }

    /** Says in words which numbers can be asked for, to end a sentence. */
    public static String range() {
        return "a whole number from 1 to " + MOST + ": this machine has " + PROCESSORS
                + (PROCESSORS == 1 ? " processor" : " processors")
                + ", and with many more threads operations do not end.";
    }

    /** What the engine shall start with, unless the user set a number for DJL. */
    static synchronized void beforeStart() {
        TorchEngine.setDefault(PROPERTY, Integer.toString(Math.max(1, requested)));
    }

    /** Called once the engine runs. */
    static synchronized void afterStart() {
        started = true;
        if (requested != 0) {
            check(requested, JniUtils.getNumThreads());
        }
    }

    static void check(int asked, int actual) {
        if (asked != actual) {
            throw new EngineException("attrib.threads is " + asked + ", but PyTorch was started with " + actual
                    + (actual == 1 ? " thread" : " threads") + " in this process, by other code or by the property "
                    + PROPERTY
                    + ". Remove one of the two, or give both the same number.");
        }
    }
}
