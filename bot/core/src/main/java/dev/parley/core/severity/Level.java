package dev.parley.core.severity;

import java.util.List;

/**
 * A level of urgency (H-02).
 *
 * @param key its name in the desk file, such as {@code emergency}
 * @param signs what makes a request one of this level, at least one
 */
public record Level(String key, List<Sign> signs) {
    /** The most signs of one level: more cannot be chosen from at a glance. */
    public static final int SIGNS_MAX = 20;

    public Level {
        signs = List.copyOf(signs);
        if (signs.isEmpty() || signs.size() > SIGNS_MAX) {
            throw new IllegalArgumentException(
                    "level " + key + " has " + signs.size() + " signs, not 1 to " + SIGNS_MAX);
        }
    }

    /**
     * One example of the level, for staff to tick.
     *
     * @param key unique among all levels
     * @param words the vendor's own
     */
    public record Sign(String key, String words) {}
}
