/** Coverage-guided fuzzing, and the inputs it found. */
@NullMarked
package dev.parley.mail.fuzz;

import org.jspecify.annotations.NullMarked;
