/** Open hours: when a desk works, and how much working time lies between two moments. */
@NullMarked
package dev.parley.core.calendar;

import org.jspecify.annotations.NullMarked;
