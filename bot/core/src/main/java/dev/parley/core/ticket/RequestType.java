package dev.parley.core.ticket;

/** What kind of request it is; the free types are decided before any price. */
public enum RequestType {
    /** Not assessed yet. */
    UNKNOWN,
    /** A fault of the core technology: never charged (P-03). */
    INCIDENT,
    /** A wish for the core: never charged, no date promised (P-07, P-08). */
    FEATURE,
    /** Work for the customer, priced by category. */
    PRICED,
    /** Work a package of hours covers: the time recorded on it is what it costs (H-01). */
    COVERED
}
