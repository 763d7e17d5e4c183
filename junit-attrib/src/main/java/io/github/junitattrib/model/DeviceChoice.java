package io.github.junitattrib.model;

import java.util.regex.Pattern;

/**
 * Where a model shall run, as configured: {@code auto}, {@code cpu}, {@code cuda:N} or {@code mps} (Apple's GPU).
 *
 * @param name the configured word
 */
public record DeviceChoice(String name) {

    private static final Pattern CUDA = Pattern.compile("cuda:(\\d{1,3})");
    private static final Pattern OTHERS = Pattern.compile("auto|cpu|mps");

    /** The first CUDA GPU if PyTorch sees one, else the CPU. */
    public static final DeviceChoice AUTO = new DeviceChoice("auto");

    /**
     * Checks the word.
     *
     * @param name the configured word
     * @throws IllegalArgumentException if it is none of the four
     */
    public DeviceChoice {
        if (!OTHERS.matcher(name).matches() && !CUDA.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "There is no device \"" + name + "\": give auto, cpu, cuda:N (such as cuda:0) or mps.");
        }
    }

    /**
     * Returns the number of the CUDA GPU.
     *
     * @return from 0; −1 for the other words
     */
    public int gpu() {
        var matcher = CUDA.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }
}
