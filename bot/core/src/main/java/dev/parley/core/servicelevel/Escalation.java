package dev.parley.core.servicelevel;

import java.time.Duration;

/**
 * Somebody who is told of a promise that was not kept.
 *
 * @param after how much later than the target, in working time; zero for at once
 * @param to whom, as the desk file calls them
 */
public record Escalation(Duration after, String to) {}
