package dev.parley.app.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A level of urgency (H-02).
 *
 * @param key how staff name it
 * @param titles what customers read, by language
 * @param signs the vendor's examples, for staff to tick; at least one
 */
public record Severity(String key, Map<Locale, String> titles, List<Titled> signs) {
    public Severity {
        titles = Map.copyOf(titles);
        signs = List.copyOf(signs);
    }
}
