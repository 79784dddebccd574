/** The ticket, its states, the events that may happen to it, and the decision each brings. */
@NullMarked
package dev.parley.core.ticket;

import org.jspecify.annotations.NullMarked;
