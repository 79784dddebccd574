package dev.parley.slack.loopback;

import tools.jackson.databind.node.ObjectNode;

/**
 * One method of the Web API.
 *
 * @param scope what the token needs whatever the arguments; empty for none
 */
record Method(RateLimits.Tier tier, String scope, Handler handler) {

    /** Does it, and says what Slack would answer; {@code ok} is added. */
    @FunctionalInterface
    interface Handler {
        ObjectNode handle(Session session, Args args);
    }
}
