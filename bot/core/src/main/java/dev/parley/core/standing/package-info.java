/** How a ticket stands against what its desk promised: its history as the log that deadlines are derived from. */
@NullMarked
package dev.parley.core.standing;

import org.jspecify.annotations.NullMarked;
