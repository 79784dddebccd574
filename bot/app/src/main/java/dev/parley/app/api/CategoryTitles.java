package dev.parley.app.api;

import java.util.Locale;
import java.util.Map;

/** What each desk's price list calls its categories: by desk, key and language. */
public record CategoryTitles(Map<String, Map<String, Map<Locale, String>>> byDesk) {
    public CategoryTitles {
        byDesk = Map.copyOf(byDesk);
    }

    /** The title in a language; in the desk's own where there is none, and the key where the list has it no more. */
    String of(String desk, String key, Locale language) {
        Map<Locale, String> titles = byDesk.getOrDefault(desk, Map.of()).getOrDefault(key, Map.of());
        return titles.entrySet().stream()
                .filter(title -> title.getKey().getLanguage().equals(language.getLanguage()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> titles.values().stream().findFirst().orElse(key));
    }
}
