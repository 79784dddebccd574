package dev.parley.core.contract;

import dev.parley.core.contract.Versions.Version;
import dev.parley.core.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A customer's agreement on a plan, for a term, in cycles.
 *
 * @param number what it is called in papers and keys: letters, digits, {@code . _ -}, at most 40
 * @param versions the terms; the first counts from the cycle of the first day on
 */
public record Contract<T>(String number, CustomerId customer, CycleCalendar calendar, Term term, Versions<T> versions) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    public Contract {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "contract number ‘" + number + "’ is not 1 to 40 letters, digits, points or dashes");
        }
        var first = calendar.cycleAt(calendar.startOf(term.firstDay())).month();
        if (!versions.all().getFirst().from().equals(first)) {
            throw new IllegalArgumentException("the first version of contract " + number + " must begin in " + first);
        }
    }

    /** A new contract with its first terms. */
    public static <T> Contract<T> begin(
            String number, CustomerId customer, CycleCalendar calendar, Term term, T terms) {
        var first = calendar.cycleAt(calendar.startOf(term.firstDay())).month();
        return new Contract<>(number, customer, calendar, term, Versions.first(first, terms));
    }

    /** Which contract this is. */
    public ContractId id() {
        return new ContractId(customer.desk(), number);
    }

    /** The first instant it covers. */
    public Instant start() {
        return calendar.startOf(term.firstDay());
    }

    /** The first instant it does not cover any more; empty while it has no end. */
    public Optional<Instant> end() {
        return Optional.ofNullable(term.months()).map(months -> calendar.startOf(dayAfter(months)));
    }

    /** A contract that begins with a cycle ends with one, in short months as well. */
    private LocalDate dayAfter(int months) {
        var first = YearMonth.from(term.firstDay());
        return calendar.firstDay(first).equals(term.firstDay())
                ? calendar.firstDay(first.plusMonths(months))
                : term.firstDay().plusMonths(months);
    }

    /** True if it runs at {@code at}. */
    public boolean covers(Instant at) {
        return !at.isBefore(start()) && end().map(at::isBefore).orElse(true);
    }

    /** True if it runs at any time of {@code cycle}: then the whole cycle's allowance is there (P-17). */
    public boolean touches(Cycle cycle) {
        return start().isBefore(cycle.end())
                && end().map(cycle.start()::isBefore).orElse(true);
    }

    /** The cycle of {@code at}; empty outside the term. */
    public Optional<Cycle> cycleAt(Instant at) {
        return covers(at) ? Optional.of(calendar.cycleAt(at)) : Optional.empty();
    }

    /** The terms that count in the cycle of {@code month}. There are none before the first cycle: that is a defect. */
    public Version<T> versionIn(YearMonth month) {
        return versions.in(month)
                .orElseThrow(() -> new IllegalArgumentException("contract " + number + " has no terms in " + month));
    }

    /** The key of what the cycle of {@code month} grants: whoever grants it a second time is refused by it. */
    public String key(YearMonth month) {
        return number + ":" + month;
    }

    /** New terms from the cycle of {@code from} on, agreed at {@code agreedAt}: never for a cycle already begun. */
    public Ruling<Contract<T>> amend(Instant agreedAt, YearMonth from, T terms) {
        var earliest = earliestChange(agreedAt);
        if (from.isBefore(earliest)) {
            return new Ruling.Refused<>(
                    "the terms of contract " + number + " cannot change from " + from + " on any more",
                    "let them change from " + earliest + " on");
        }
        if (!touches(calendar.cycle(from))) {
            return new Ruling.Refused<>(
                    "contract " + number + " has ended by " + from, "make a new contract from then on");
        }
        if (versions.all().size() == Versions.VERSIONS_MAX) {
            return new Ruling.Refused<>(
                    "contract " + number + " has " + Versions.VERSIONS_MAX + " versions", "make a new contract");
        }
        return new Ruling.Allowed<>(new Contract<>(number, customer, calendar, term, versions.followedBy(from, terms)));
    }

    /** The contract with an end after {@code months}, as said at {@code at}: once, and not in the past. */
    public Ruling<Contract<T>> ending(int months, Instant at) {
        if (term.months() != null) {
            return new Ruling.Refused<>(
                    "contract " + number + " ends after " + term.months() + " months already",
                    "make a new contract to go on");
        }
        var ended = new Contract<>(number, customer, calendar, new Term(term.firstDay(), months), versions);
        return ended.end().filter(at::isBefore).isPresent()
                ? new Ruling.Allowed<>(ended)
                : new Ruling.Refused<>(
                        "contract " + number + " has run for more than " + months + " months",
                        "let it end in a month to come");
    }

    /** True if both run at some time. */
    public boolean overlaps(Contract<?> other) {
        return end().map(other.start()::isBefore).orElse(true)
                && other.end().map(start()::isBefore).orElse(true);
    }

    private YearMonth earliestChange(Instant agreedAt) {
        var planned = versions.latest().from();
        var next = calendar.cycleAt(agreedAt).month();
        var open = calendar.cycle(next).start().equals(agreedAt) ? next : next.plusMonths(1);
        return planned.isAfter(open) ? planned : open;
    }
}
