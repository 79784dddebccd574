package dev.parley.core.desk;

import dev.parley.core.contract.ContractId;
import dev.parley.core.hours.HourNotice.News;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Meter;
import dev.parley.core.hours.Piece;
import dev.parley.core.hours.Place;
import dev.parley.core.hours.TimeEntry;
import dev.parley.core.port.Actor;
import dev.parley.core.port.TimeBook.Paid;
import dev.parley.core.port.TimeBook.Used;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Finds out what pays for the pieces of an entry, each after those before it.
 *
 * @param ticket whose work it is: a yes to minutes over counts for the ticket it was given on
 * @param news what is to be told of it
 */
record Charging(Transaction tx, HoursContract contract, TicketId ticket, Instant now, List<News> news) {
    List<Paid> pieces(TimeEntry time) {
        Instant invoicedUntil = tx.time()
                .lastInvoiced(id())
                .map(month -> contract.contract().calendar().cycle(month).end())
                .orElse(Instant.MIN);
        List<Paid> paid = new ArrayList<>();
        for (Piece piece : Piece.of(contract, time, now, invoicedUntil)) {
            paid.add(
                    switch (piece.place()) {
                        case Place.OnDemand _ -> new Paid(piece, null, 0, 0, piece.minutes());
                        case Place.InPackage place -> inPackage(piece, place, paid);
                    });
        }
        return paid;
    }

    private ContractId id() {
        return contract.contract().id();
    }

    private Paid inPackage(Piece piece, Place.InPackage place, List<Paid> before) {
        tx.time().open(contract, place.pool(), new Actor.Desk(), now);
        Meter kept = meter(place);
        Meter meter = new Meter(
                place.pool(),
                place.month(),
                kept.overage(),
                kept.used() + sum(before, place, true, Paid::inPackage),
                kept.over() + sum(before, place, false, Paid::over),
                kept.agreed(),
                kept.said());
        Meter.Charge charge = meter.add(piece.minutes());
        news.addAll(Meter.news(charge));
        return new Paid(piece, id(), charge.inPackage(), charge.over(), charge.open());
    }

    /** How far the pool is used by what is kept. */
    Meter meter(Place.InPackage place) {
        Used used = tx.time().used(contract, place.pool(), place.month());
        var overage = contract.contract().versionIn(place.month()).terms().overage();
        long agreed = used.over() + tx.time().mayGoOver(id(), place.month(), ticket);
        return new Meter(place.pool(), place.month(), overage, used.inPackage(), used.over(), agreed, used.agreed());
    }

    private static long sum(List<Paid> paid, Place.InPackage place, boolean pool, ToLongFunction<Paid> minutes) {
        return paid.stream()
                .filter(one -> one.piece().place() instanceof Place.InPackage other
                        && (pool
                                ? other.pool().equals(place.pool())
                                : other.month().equals(place.month())))
                .mapToLong(minutes)
                .sum();
    }
}
