package dev.parley.core.message;

/** The class of a message, decided before anything else (mail requirement 8). Only {@link #HUMAN} may decide. */
public enum MessageKind {
    HUMAN,
    BOUNCE,
    DELAYED,
    DELIVERED,
    AUTO_REPLY,
    OUT_OF_OFFICE,
    LIST,
    MDN,
    ABUSE_REPORT,
    CALENDAR,
    OWN
}
