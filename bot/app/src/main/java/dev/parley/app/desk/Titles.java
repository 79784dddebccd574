package dev.parley.app.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what customers read of a thing: one title for all languages, or one for each. */
final class Titles {
    private Titles() {}

    static Map<Locale, String> read(Section section, List<Locale> languages) {
        var titles = new LinkedHashMap<Locale, String>();
        if (section.hasSection("title")) {
            var each = section.section("title");
            languages.forEach(language -> titles.put(language, each.get(language.getLanguage(), Kind.LINE)));
        } else {
            var title = section.get("title", Kind.LINE);
            languages.forEach(language -> titles.put(language, title));
        }
        return titles;
    }
}
