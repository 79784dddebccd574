package dev.parley.core.servicelevel;

/**
 * All that a service level depends on.
 *
 * @param type the request type as the desk file calls it, e.g. {@code incident}
 * @param level the severity, 1 the most severe; {@link #NO_LEVEL} for types without levels and before it is known
 */
public record Matter(String type, int level, Plan plan) {
    /** For types without levels, and before the level is known. */
    public static final int NO_LEVEL = 0;

    /** The mildest level a desk can have. */
    public static final int LEVEL_MAX = 9;

    /** The type that never has a date (P-08). */
    public static final String FEATURE = "feature";

    public Matter {
        if (type.isBlank() || level < NO_LEVEL || level > LEVEL_MAX) {
            throw new IllegalArgumentException("no matter: ‘" + type + "’ of level " + level);
        }
    }

    /** As people read it, e.g. {@code incident, level 2, package}. */
    @Override
    public String toString() {
        return type + (level == NO_LEVEL ? "" : ", level " + level) + ", " + plan.words();
    }

    /** For keys that are stored, e.g. {@code incident/2/package}. */
    String key() {
        return type + "/" + level + "/" + plan.words().replace(' ', '-');
    }
}
