package dev.parley.core.servicelevel;

/** How a promise is kept. */
public enum Verdict {
    /** Not due yet. */
    ON_TRACK,
    /** Not due yet, but a warning is. */
    WARNED,
    /** The target had passed before it was done, or before it was closed. */
    BREACHED,
    /** Done before the target had passed. */
    MET,
    /** Closed without an answer before the target had passed: no longer wanted. */
    DROPPED
}
