package dev.parley.core.hours;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a package is used, in minutes.
 *
 * @param month the cycle that work is billed in now; a group has two
 * @param overage the terms of that cycle
 * @param used of the pool, 0 to its minutes
 * @param over minutes beyond the pool, billed in this cycle
 * @param agreed how many minutes may be over by the yeses that count for this work, those over already included
 * @param said what all yeses of this cycle come to; after each, the customer is told once that it is used up
 */
public record Meter(Pool pool, YearMonth month, Overage overage, long used, long over, long agreed, long said) {
    /** Where all yeses count for this work. */
    public Meter(Pool pool, YearMonth month, Overage overage, long used, long over, long agreed) {
        this(pool, month, overage, used, over, agreed, agreed);
    }

    public Meter {
        if (used < 0 || used > pool.minutes() || over < 0 || agreed < 0) {
            throw new IllegalArgumentException(
                    "pool of " + pool.minutes() + ", used " + used + ", over " + over + ", agreed " + agreed);
        }
    }

    /**
     * What an entry does to the package.
     *
     * @param after the meter with it
     * @param inPackage minutes the package pays for
     * @param over minutes billed on top
     * @param open minutes nobody pays for yet: beyond the cap, or beyond what was agreed
     * @param notices what is to be told now, ascending; each has a key that makes it once only
     */
    public record Charge(Meter after, long inPackage, long over, long open, List<HourNotice> notices) {}

    /** Whether work may go on. */
    public sealed interface Next {
        /** On the package, for {@code minutes}; look again after {@code look}: then a notice is due. */
        record OnPackage(long minutes, long look) implements Next {}

        /** Beyond it, for {@code minutes} at most, once the customer was told. */
        record Over(long minutes, HourNotice tell) implements Next {}

        /** Not before the customer said yes to minutes over. */
        record AskFirst(HourNotice ask) implements Next {}

        /** Not in this cycle. */
        record Stop(HourNotice tell) implements Next {}
    }

    /** Minutes of the pool that are left; never carried into another (H-13). */
    public long left() {
        return pool.minutes() - used;
    }

    /** {@code minutes} more work: the package first, then overage as far as it may be billed (H-11). */
    public Charge add(long minutes) {
        if (minutes < 1) {
            throw new IllegalArgumentException(minutes + " minutes are no work");
        }
        var inPackage = Math.min(minutes, left());
        var more = Math.min(minutes - inPackage, billableLeft());
        var after = new Meter(pool, month, overage, used + inPackage, over + more, agreed, said);
        return new Charge(
                after, inPackage, more, minutes - inPackage - more, HourNotice.passed(pool, used, after.used()));
    }

    /** The customer's yes to {@code minutes} over in this cycle, on top of any said before. */
    public Meter agree(long minutes) {
        return new Meter(pool, month, overage, used, over, Math.addExact(agreed, minutes), said + minutes);
    }

    /** What is to be told at this moment: what {@code charge} passed, and what the next minute means (H-12). */
    public static List<HourNotice.News> news(Charge charge) {
        var after = charge.after();
        var told = switch (after.next()) {
            case Next.OnPackage _ -> Stream.<HourNotice>empty();
            case Next.Over beyond -> Stream.of(beyond.tell());
            case Next.AskFirst(var ask) -> Stream.of(ask);
            case Next.Stop(var tell) -> Stream.of(tell);
        };
        return Stream.concat(charge.notices().stream(), told)
                .map(notice -> new HourNotice.News(notice, after))
                .toList();
    }

    /** Whether, and on what, the next minute may be worked (H-12). */
    public Next next() {
        if (left() > 0) {
            return new Next.OnPackage(left(), HourNotice.minutesToNext(pool, used));
        }
        if (billableLeft() > 0) {
            return new Next.Over(billableLeft(), notice(HourNotice.Kind.OVERAGE_BEGINS));
        }
        var cap = overage.capMinutes();
        return cap == null || over < cap
                ? new Next.AskFirst(HourNotice.of(HourNotice.Kind.OVERAGE_ASKED, scope() + ":" + said))
                : new Next.Stop(notice(HourNotice.Kind.CAP_REACHED));
    }

    private long billableLeft() {
        return Math.max(0, overage.billable(agreed) - over);
    }

    private HourNotice notice(HourNotice.Kind kind) {
        return HourNotice.of(kind, scope());
    }

    private String scope() {
        return pool.key() + ":" + month;
    }
}
