/** How staff organise their work: who has a ticket, notes among them, replies that can still be called back. */
@NullMarked
package dev.parley.core.triage;

import org.jspecify.annotations.NullMarked;
