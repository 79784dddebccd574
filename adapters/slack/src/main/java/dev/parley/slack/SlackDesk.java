package dev.parley.slack;

import dev.parley.core.desk.AssessRequest;
import dev.parley.core.policy.DeskPolicy;

/** What staff in Slack have to know of their desk: its price list, and what requests to it can be. */
public record SlackDesk(DeskPolicy policy, AssessRequest.Kinds kinds) {
    String name() {
        return policy.desk();
    }
}
