package dev.parley.app.desk;

import dev.parley.core.ticket.Template;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The texts of one language. {@code one}, {@code many}: what its unit is called. */
record LanguageTexts(Locale language, DateTimeFormatter dates, String one, String many, Map<Template, Text> texts) {

    /** The words of one template. */
    record Text(Wording subject, Wording body) {}

    String amount(long units) {
        return units + " " + (units == 1 ? one : many);
    }
}
