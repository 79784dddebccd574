/** Who writes to us, for which company, and what they may agree to. */
@NullMarked
package dev.parley.core.customer;

import org.jspecify.annotations.NullMarked;
