package dev.parley.app.desk;

import java.util.Locale;
import java.util.Map;

/**
 * A level of incidents.
 *
 * @param key how staff name it
 * @param titles what customers read, by language
 */
public record Severity(String key, Map<Locale, String> titles) {
    public Severity {
        titles = Map.copyOf(titles);
    }
}
