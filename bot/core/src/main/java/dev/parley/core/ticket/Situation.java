package dev.parley.core.ticket;

import dev.parley.core.ledger.Funds;
import dev.parley.core.policy.DeskPolicy;
import java.time.Instant;

/** What the rules look at besides the ticket and the event: the desk's policy, the wallet under lock, and the time. */
public record Situation(DeskPolicy policy, Funds funds, Instant now) {}
