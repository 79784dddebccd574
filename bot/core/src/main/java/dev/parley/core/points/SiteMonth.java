package dev.parley.core.points;

import dev.parley.core.customer.SiteId;
import java.time.Instant;
import java.time.YearMonth;

/**
 * The allowance of one site in one month. No other site and no other month can use it (P-14, P-16).
 *
 * @param key unique among all allowances: granting it twice is refused by it
 * @param start the first instant in the month
 * @param end the first instant after it, at which unused points are gone
 * @param points what it held before any charge
 */
public record SiteMonth(String key, SiteId site, YearMonth month, Instant start, Instant end, long points) {}
