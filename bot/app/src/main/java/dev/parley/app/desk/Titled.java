package dev.parley.app.desk;

import java.util.Locale;
import java.util.Map;

/**
 * Something staff name by a key and customers read of by its title.
 *
 * @param key how staff name it
 * @param titles what customers read, by language
 */
public record Titled(String key, Map<Locale, String> titles) {
    public Titled {
        titles = Map.copyOf(titles);
    }
}
