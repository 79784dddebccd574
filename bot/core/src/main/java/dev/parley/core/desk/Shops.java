package dev.parley.core.desk;

import java.util.Map;
import java.util.Optional;

/** The shops of the desks that sell something. */
public final class Shops {
    /** No desk sells anything. */
    public static final Shops NONE = new Shops(Map.of());

    private final Map<String, Shop> byDesk;

    /** By the desks' short names. */
    public Shops(Map<String, Shop> byDesk) {
        this.byDesk = Map.copyOf(byDesk);
    }

    /** The shop of {@code desk}; empty if it sells nothing. */
    public Optional<Shop> of(String desk) {
        return Optional.ofNullable(byDesk.get(desk));
    }
}
