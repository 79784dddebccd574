/** Slack at the bot's edge: who gets what Slack sends, and commands that set it up. */
@NullMarked
package dev.parley.app.slack;

import org.jspecify.annotations.NullMarked;
