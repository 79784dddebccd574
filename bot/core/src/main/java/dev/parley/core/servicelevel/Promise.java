package dev.parley.core.servicelevel;

import java.util.Locale;

/** What is promised within a time. */
public enum Promise {
    /** That a person or the assessment answers; it runs whatever we wait for (C-19). */
    FIRST_RESPONSE,
    /** That the request is answered; it stands still while we wait for the customer (C-19). */
    RESOLUTION;

    /** As people read it, e.g. {@code first response}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
