package dev.parley.app.desk;

import dev.parley.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a new contract on points begins with; each contract has its own.
 *
 * @param extraPoint what one more point costs when a month's are used up; null if none can be bought (P-19)
 * @param acceptedUpTo the highest charge agreed to once and for all, in points; 0 to ask for each (P-20)
 */
public record PointDefaults(@Nullable Money extraPoint, long acceptedUpTo) {}
