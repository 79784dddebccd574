/** Offered prices: immutable, numbered by version, agreed to by one recorded decision. */
@NullMarked
package dev.parley.core.quote;

import org.jspecify.annotations.NullMarked;
