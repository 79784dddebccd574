package dev.parley.app.api;

import dev.parley.core.quote.Quote;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of a ticket's papers is asked for, as query parameters.
 *
 * @param version of the quote, the latest by default
 * @param language of the paper, the customer's by default
 */
record SheetAsked(@Nullable Integer version, @Nullable String language) {

    /** 0: the latest. */
    int latestOrVersion() {
        return version == null ? 0 : version;
    }

    String named(long ticket) {
        return latestOrVersion() == 0
                ? "quote of ticket " + ticket
                : "quote " + Quote.number(ticket, latestOrVersion());
    }

    Locale language(Locale otherwise) {
        return language == null ? otherwise : Locale.forLanguageTag(language);
    }
}
