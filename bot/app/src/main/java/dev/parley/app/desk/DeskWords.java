package dev.parley.app.desk;

import dev.parley.core.hours.HourlyRate;
import dev.parley.core.policy.DeskPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What texts show of a desk beside their fields.
 *
 * @param portal the page where customers buy credits
 * @param titles of the categories, by key and language
 * @param requests the levels with their titles
 * @param onDemand what an hour without a package costs; null unless the desk works by time
 */
record DeskWords(
        DeskPolicy policy,
        String portal,
        List<Locale> languages,
        Map<String, Map<Locale, String>> titles,
        Requests requests,
        @Nullable HourlyRate onDemand) {}
