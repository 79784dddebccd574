package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import org.jspecify.annotations.Nullable;

/**
 * A question about minutes over a package that is not open any more (H-12).
 *
 * @param quote what was asked
 * @param yes the yes to it; null if there was none in time
 */
public record Overtime(Quote quote, @Nullable Said yes) {}
