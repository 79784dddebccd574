/** Buying credits: packages on sale, orders, the lots they become, and buying more before they run out. */
@NullMarked
package dev.parley.core.purchase;

import org.jspecify.annotations.NullMarked;
