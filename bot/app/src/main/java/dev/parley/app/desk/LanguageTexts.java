package dev.parley.app.desk;

import dev.parley.core.ticket.Template;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The texts of one language. */
record LanguageTexts(Locale language, DateTimeFormatter dates, UnitWords units, Map<Template, Text> texts) {

    /** The words of one template. */
    record Text(Wording subject, Wording body) {}
}
