package dev.parley.core.desk;

import dev.parley.core.standing.Promises;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What all desks of this bot promise, by short name. */
public record PromiseBook(Map<String, Promises> byDesk) {
    public PromiseBook {
        byDesk = Map.copyOf(byDesk);
    }

    /** What this desk promises; an unknown name is a bug. */
    public Promises of(String desk) {
        Promises promises = byDesk.get(desk);
        if (promises == null) {
            throw new IllegalArgumentException("no desk is called " + desk + "; there are " + byDesk.keySet());
        }
        return promises;
    }

    /** The desks that promise anything. */
    public Set<String> promising() {
        return byDesk.entrySet().stream()
                .filter(desk -> desk.getValue().any())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
