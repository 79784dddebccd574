/**
 * A Slack on loopback, for tests and for trying triage by hand. It knows nothing of Parley: it speaks Slack's wire
 * formats (Web API, Socket Mode, signed requests) and refuses what Slack refuses.
 */
@NullMarked
package dev.parley.slack.loopback;

import org.jspecify.annotations.NullMarked;
