package dev.parley.core.servicelevel;

import java.util.Locale;

/** On what ground a request is worked on; the order is that of the queue (H-06). */
public enum Plan {
    /** The customer has a package. */
    PACKAGE,
    /** Without one (H-05). */
    ON_DEMAND;

    /** As people read it, e.g. {@code on demand}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
