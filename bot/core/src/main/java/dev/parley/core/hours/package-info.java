/** Packages of hours a month: what they hold, what work uses of them, and what is billed on top. */
@NullMarked
package dev.parley.core.hours;

import org.jspecify.annotations.NullMarked;
