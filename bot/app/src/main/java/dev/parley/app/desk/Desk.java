package dev.parley.app.desk;

import dev.parley.core.policy.DeskPolicy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A desk as its file describes it.
 *
 * @param policy what the rules need of it
 * @param languages the languages it writes; the first is for customers whose language is not known
 * @param severities the levels of incidents, the most urgent first; may be empty
 * @param packages what customers can buy
 * @param staffMailbox where staff get notices by mail; null if they only look at the list
 */
public record Desk(
        DeskPolicy policy,
        Addresses addresses,
        List<Locale> languages,
        List<Severity> severities,
        Packages packages,
        Acknowledgements acknowledgements,
        @Nullable String staffMailbox,
        Texts texts) {

    public Desk {
        languages = List.copyOf(languages);
        severities = List.copyOf(severities);
    }
}
