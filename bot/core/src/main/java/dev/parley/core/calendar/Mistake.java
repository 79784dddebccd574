package dev.parley.core.calendar;

/**
 * Something in a calendar or in service levels that cannot be meant, for the loader to attach file and line.
 *
 * @param key where it is, e.g. {@code week.monday}; empty for the whole
 * @param index which element of the list there, from 0; {@link #WHOLE} for all of it
 * @param wrong what does not fit
 * @param right what would
 */
public record Mistake(String key, int index, String wrong, String right) {
    /** The index of a mistake that is no single element's. */
    public static final int WHOLE = -1;

    /** A mistake of {@code key} as a whole. */
    public static Mistake of(String key, String wrong, String right) {
        return new Mistake(key, WHOLE, wrong, right);
    }
}
