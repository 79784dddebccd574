/** The running bot: its three loops, its mailboxes, and how they start and stop. */
@NullMarked
package dev.parley.app.bot;

import org.jspecify.annotations.NullMarked;
