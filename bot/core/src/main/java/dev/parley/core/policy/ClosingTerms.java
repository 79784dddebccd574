package dev.parley.core.policy;

import java.time.Duration;

/**
 * When tickets close and open again.
 *
 * @param afterAnswer silence after the answer that closes a ticket (T90)
 * @param reopenWithin how long the same issue may be re-opened without a new charge (T94, C-22)
 * @param silence how long a question of ours may stay unanswered (T16, T73)
 * @param holdAlert age of a hold at which staff are told; holds never time out
 */
public record ClosingTerms(Duration afterAnswer, Duration reopenWithin, Duration silence, Duration holdAlert) {}
