package dev.parley.slack.loopback;

import java.time.Instant;
import java.util.Set;

/**
 * A token Slack gave out.
 *
 * @param teamId empty for the app-level token
 * @param until  when it expires; {@link Instant#MAX} for one that does not
 */
record Token(String value, Kind kind, String teamId, Set<String> scopes, Instant until, boolean revoked) {

    enum Kind {
        BOT,
        APP,
        REFRESH
    }

    Token asRevoked() {
        return new Token(value, kind, teamId, scopes, until, true);
    }

    Token withScopes(Set<String> other) {
        return new Token(value, kind, teamId, other, until, revoked);
    }
}
