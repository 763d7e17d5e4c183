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

    /** More than any machine that it runs on: what is above is a typing error. */
    public static final int MOST = 1024;

    private static final String PROPERTY = "ai.djl.pytorch.num_threads";

    private static int requested;
    private static boolean started;

    private TorchThreads() {}

    /**
     * Asks for a number of threads, before the first model is loaded.
     *
     * @param threads from 1 to {@link #MOST}
     * @throws EngineException if the engine has started with another number, or another was asked for before
     */
    public static synchronized void use(int threads) {
        if (requested != 0 && requested != threads) {
            throw new EngineException("PyTorch was to use " + requested + " threads, and cannot use " + threads
                    + " in the same process. Give attrib.threads one value.");
        }
        if (started) {
            check(threads, JniUtils.getNumThreads());
        }
        requested = threads;
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
