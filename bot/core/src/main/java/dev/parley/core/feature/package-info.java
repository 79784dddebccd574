/** Wishes for the product: how they stand with the product team, and never when they come. */
@NullMarked
package dev.parley.core.feature;

import org.jspecify.annotations.NullMarked;
