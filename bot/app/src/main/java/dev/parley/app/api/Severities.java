package dev.parley.app.api;

import java.util.List;
import java.util.Map;

/** The levels of incidents each desk knows, the most urgent first. */
public record Severities(Map<String, List<String>> byDesk) {
    public Severities {
        byDesk = Map.copyOf(byDesk);
    }

    List<String> of(String desk) {
        return byDesk.getOrDefault(desk, List.of());
    }
}
