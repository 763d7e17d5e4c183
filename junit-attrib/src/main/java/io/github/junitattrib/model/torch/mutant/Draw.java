package io.github.junitattrib.model.torch.mutant;

/**
 * Random draws that are the same on every Java: SplitMix64 (Steele, Lea, Flood 2014), of a seed and a name, so that they do
 * not depend on the order in which tensors are read.
 */
final class Draw {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    Draw(long seed, String name) {
        state = mixed(seed + GAMMA);
        for (int i = 0; i < name.length(); i++) {
            state = mixed(state + GAMMA + name.charAt(i));
        }
    }

    /** Draws from 0 to bound − 1; the bias of at most bound / 2³² is far below anything that is seen here. */
    int below(int bound) {
        state += GAMMA;
        return (int) (((mixed(state) >>> 32) * bound) >>> 32);
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
