package dev.parley.core.quote;

import java.time.Instant;
import java.time.YearMonth;

/**
 * What a quote that asks for minutes over a package is about (H-12): a yes reserves nothing, it lets so many minutes be
 * billed on top.
 *
 * @param contract the number of the contract
 * @param month the cycle that bills them
 * @param end the first instant at which the contract or the cycle is over; no question is open any more then
 */
public record OverageOf(String contract, YearMonth month, Instant end) {
    public OverageOf {
        if (contract.isBlank()) {
            throw new IllegalArgumentException("overage of no contract");
        }
    }
}
