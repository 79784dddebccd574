/** Amounts of money in whole minor units. */
@NullMarked
package dev.parley.core.money;

import org.jspecify.annotations.NullMarked;
