package io.github.junitattrib;

/**
 * A stretch of a text, in UTF-16 units as {@link String#substring(int, int)} takes them.
 *
 * @param start first unit, from 0
 * @param end first unit behind the stretch
 */
public record Span(int start, int end) {

    /**
     * Checks the order of the ends.
     *
     * @param start first unit, from 0
     * @param end first unit behind the stretch
     * @throws IllegalArgumentException if start is negative or behind end
     */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span needs 0 <= start <= end, but start is " + start + " and end is "
                    + end + ". Give UTF-16 offsets into the text.");
        }
    }

    /**
     * Returns the number of UTF-16 units.
     *
     * @return end − start
     */
    public int length() {
        return end - start;
    }

    /**
     * Says whether the other span lies inside this one.
     *
     * @param other a span of the same text
     * @return true if no unit of it is outside
     */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /**
     * Says whether the two spans have a unit in common.
     *
     * @param other a span of the same text
     * @return true if at least one unit belongs to both
     */
    public boolean overlaps(Span other) {
        return Math.max(start, other.start) < Math.min(end, other.end);
    }

    /**
     * Returns the stretch of the text.
     *
     * @param text the text that the span was measured in
     * @return the units from start to end
     */
    public String of(String text) {
        return text.substring(start, end);
    }
}
