/** Triage in Slack. Its door is {@link SlackChannel}. */
@NullMarked
package dev.parley.slack;

import org.jspecify.annotations.NullMarked;
