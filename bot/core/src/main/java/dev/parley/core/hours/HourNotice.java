package dev.parley.core.hours;

import java.util.List;

/**
 * What a customer is told about the use of a package, once (H-12).
 *
 * @param key the same for the same notice of the same pool, however often it comes up
 */
public record HourNotice(Kind kind, String key) {
    /** What it tells. */
    public enum Kind {
        USED_80(80),
        USED_95(95),
        USED_100(100),
        /** The next minute is billed on top. */
        OVERAGE_BEGINS(0),
        /** The next minute needs a yes. */
        OVERAGE_ASKED(0),
        /** Work stops: the cap is reached. */
        CAP_REACHED(0);

        private final int percent;

        Kind(int percent) {
            this.percent = percent;
        }

        private boolean reached(long used, long of) {
            return used * 100 >= of * percent;
        }

        private long minutesUntil(long used, long of) {
            return Math.ceilDiv(of * percent, 100) - used;
        }
    }

    /** A notice with the meter it was read from. */
    public record News(HourNotice notice, Meter meter) {
        /** Of the same pool and cycle: one mail tells both. */
        public boolean alike(News other) {
            return meter.pool().equals(other.meter.pool()) && meter.month().equals(other.meter.month());
        }
    }

    private static final List<Kind> THRESHOLDS = List.of(Kind.USED_80, Kind.USED_95, Kind.USED_100);

    static HourNotice of(Kind kind, String scope) {
        return new HourNotice(kind, scope + ":" + kind.name());
    }

    /** The thresholds passed on the way from {@code before} to {@code after} used minutes, ascending. */
    static List<HourNotice> passed(Pool pool, long before, long after) {
        return THRESHOLDS.stream()
                .filter(t -> !t.reached(before, pool.minutes()) && t.reached(after, pool.minutes()))
                .map(t -> of(t, pool.key()))
                .toList();
    }

    /** How many minutes are left until the next threshold; 0 if all are passed. */
    static long minutesToNext(Pool pool, long used) {
        return THRESHOLDS.stream()
                .map(t -> t.minutesUntil(used, pool.minutes()))
                .filter(m -> m > 0)
                .findFirst()
                .orElse(0L);
    }
}
