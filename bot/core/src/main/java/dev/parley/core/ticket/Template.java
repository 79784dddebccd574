package dev.parley.core.ticket;

import java.util.Set;

/** Every text Parley writes by itself, and the fields each may show. A desk may replace the words, not the fields. */
public enum Template {
    /** Placeholder list, completed with the rules. */
    ACKNOWLEDGED(true);

    private final boolean automatic;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> fields;

    Template(boolean automatic, String... fields) {
        this.automatic = automatic;
        this.fields = Set.of(fields);
    }

    /** True if no person wrote it: such mail carries Auto-Submitted (RFC 3834). */
    public boolean automatic() {
        return automatic;
    }

    /** The names a text may use besides those every text has ({@code ticket}, {@code name}, {@code desk}). */
    public Set<String> fields() {
        return fields;
    }
}
