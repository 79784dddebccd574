/** The conversation that {@code ./parley demo --play} acts, over real SMTP and IMAP, checking every step. */
@NullMarked
package dev.parley.app.play;

import org.jspecify.annotations.NullMarked;
