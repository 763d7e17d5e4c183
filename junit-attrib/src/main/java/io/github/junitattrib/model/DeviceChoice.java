package io.github.junitattrib.model;

import java.util.regex.Pattern;

/**
 * Where a model shall run, as configured: {@code auto}, {@code cpu} or {@code cuda:N}.
 *
 * @param name the configured word
 */
public record DeviceChoice(String name) {

    /** The first GPU if there is one, else the CPU. */
    public static final DeviceChoice AUTO = new DeviceChoice("auto");

    private static final Pattern CUDA = Pattern.compile("cuda:(\\d{1,3})");

    /**
     * Checks the word.
     *
     * @param name the configured word
     * @throws IllegalArgumentException if it is none of the three
     */
    public DeviceChoice {
        if (!name.equals("auto") && !name.equals("cpu") && !CUDA.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "attrib.device is \"" + name + "\", but must be auto, cpu or cuda:N (such as cuda:0).");
        }
    }

    /**
     * Returns the number of the GPU.
     *
     * @return from 0; −1 for {@code auto} and {@code cpu}
     */
    public int gpu() {
        var matcher = CUDA.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }
}
