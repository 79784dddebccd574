/** The staff API from the command line: {@code ./parley ticket}, {@code customer}, {@code credits}. */
@NullMarked
package dev.parley.app.staff;

import org.jspecify.annotations.NullMarked;
