/** {@code ./parley bench}: how many mails a second, at what cost. */
@NullMarked
package dev.parley.app.bench;

import org.jspecify.annotations.NullMarked;
