package dev.parley.app.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request is before anybody speaks of prices. */
public enum RequestType {
    /** A fault of the vendor's own product: never charged (P-01, P-03). */
    INCIDENT,
    /** A wish for the product: never charged, never promised for a date (P-05, P-07, P-08). */
    FEATURE,
    /** Work for the customer, such as a production request: paid in the desk's unit (P-09). */
    WORK;

    /** As desk files and service levels call it, e.g. {@code incident}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RequestType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }
}
