package dev.parley.core.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a time entry that one cycle, or none, pays for (H-14).
 *
 * @param start when the work of it began
 * @param minutes at least 1
 * @param adjustment true if it was worked in a cycle whose invoice was made already
 */
public record Piece(Place place, Instant start, long minutes, boolean adjustment) {
    /**
     * An entry cut where cycles and the contract begin and end.
     *
     * @param recordedAt when it is entered: what was worked in a cycle already invoiced goes to the one of this time
     * @param invoicedUntil the end of the last cycle that was invoiced
     */
    public static List<Piece> of(HoursContract contract, TimeEntry entry, Instant recordedAt, Instant invoicedUntil) {
        var pieces = new ArrayList<Piece>();
        var at = entry.start();
        while (at.isBefore(entry.end())) {
            var end = nextCut(contract, at, entry.end());
            var minutes = minutesTo(entry, end) - minutesTo(entry, at);
            if (minutes > 0) {
                var worked = contract.placeOf(entry.work().kind(), at);
                var late = worked instanceof Place.InPackage && isInvoiced(contract, at, invoicedUntil);
                pieces.add(new Piece(late ? current(contract, recordedAt) : worked, at, minutes, late));
            }
            at = end;
        }
        return pieces;
    }

    private static boolean isInvoiced(HoursContract contract, Instant at, Instant invoicedUntil) {
        return contract.contract().calendar().cycleAt(at).start().isBefore(invoicedUntil);
    }

    /** Once the last cycle is invoiced too, nothing of the contract is left that could pay. */
    private static Place current(HoursContract contract, Instant recordedAt) {
        var month = contract.contract().calendar().cycleAt(recordedAt).month();
        return contract.poolAt(recordedAt)
                .<Place>map(pool -> new Place.InPackage(pool, month))
                .orElseGet(() -> new Place.OnDemand(
                        "contract " + contract.contract().number() + " has ended, and its last cycle is invoiced"));
    }

    private static long minutesTo(TimeEntry entry, Instant at) {
        return Duration.between(entry.start(), at).toMinutes();
    }

    private static Instant nextCut(HoursContract contract, Instant at, Instant end) {
        var cut = earlier(at, end, contract.contract().calendar().cycleAt(at).end());
        cut = earlier(at, cut, contract.contract().start());
        return earlier(at, cut, contract.contract().end().orElse(cut));
    }

    /** {@code other} if it lies after {@code at} and before {@code cut}. */
    private static Instant earlier(Instant at, Instant cut, Instant other) {
        return other.isAfter(at) && other.isBefore(cut) ? other : cut;
    }
}
