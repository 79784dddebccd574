package dev.parley.app.api;

import dev.parley.core.hours.HourlyRate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What papers show of desk files, by desk. */
public record PaperWords(Map<String, OfDesk> byDesk) {
    public PaperWords {
        byDesk = Map.copyOf(byDesk);
    }

    /**
     * One desk's.
     *
     * @param titles what its price list calls its categories, by key and language
     * @param onDemand what an hour without a package costs; null unless the desk works by time
     */
    public record OfDesk(
            Map<String, Map<Locale, String>> titles,
            @Nullable HourlyRate onDemand) {
        public OfDesk {
            titles = Map.copyOf(titles);
        }
    }

    /** The title in a language; in the desk's own where there is none, and the key where the list has it no more. */
    String category(String desk, String key, Locale language) {
        OfDesk words = byDesk.get(desk);
        Map<Locale, String> titles = words == null ? Map.of() : words.titles().getOrDefault(key, Map.of());
        return titles.entrySet().stream()
                .filter(title -> title.getKey().getLanguage().equals(language.getLanguage()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> titles.values().stream().findFirst().orElse(key));
    }

    @Nullable
    HourlyRate onDemand(String desk) {
        OfDesk words = byDesk.get(desk);
        return words == null ? null : words.onDemand();
    }
}
