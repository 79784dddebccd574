package dev.parley.core.hours;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.contract.Term;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hours contracts to test with: 10 hours for 1,000.00 USD, 120.00 USD an hour beyond. */
final class Contracts {
    static final Currency USD = Currency.getInstance("USD");
    static final String MANAGER = "account-manager";
    static final YearMonth MARCH = YearMonth.of(2026, 3);
    static final YearMonth APRIL = YearMonth.of(2026, 4);
    static final HourlyRate RATE = new HourlyRate(usd(120_00), 15);
    static final Overage FREELY = new Overage(RATE, null, false);
    static final Work WORK = new Work(1042, "engineer", WorkKind.TROUBLESHOOTING);

    private Contracts() {}

    static Money usd(long minor) {
        return new Money(USD, minor);
    }

    static HourTerms terms(long minutes) {
        return terms(minutes, EnumSet.allOf(WorkKind.class));
    }

    static HourTerms terms(long minutes, Set<WorkKind> work) {
        return new HourTerms(minutes, usd(1_000_00), work, FREELY);
    }

    /** From 15 March 2026 on, in Berlin. */
    static HoursContract of(HourTerms terms, @Nullable Integer months) {
        return active(Contract.begin(
                "C-1",
                new CustomerId("packages", 7),
                new CycleCalendar(15, ZoneId.of("Europe/Berlin")),
                new Term(LocalDate.of(2026, 3, 15), months),
                terms));
    }

    static HoursContract active(Contract<HourTerms> contract) {
        return allowed(HoursContract.activate(contract, MANAGER));
    }

    static Consent consent(String by, String at) {
        return new Consent(by, Instant.parse(at), "<message-1@customer.example>");
    }

    static Group group(YearMonth first, String agreedAt) {
        return new Group(first, consent("alice@customer.example", "2026-03-01T10:00:00Z"), consent(MANAGER, agreedAt));
    }

    static Pool pool(long minutes) {
        return of(terms(minutes), null)
                .poolAt(Instant.parse("2026-03-20T10:00:00Z"))
                .orElseThrow();
    }

    static <T> T allowed(Ruling<T> ruling) {
        return ((Allowed<T>) ruling).value();
    }

    static <T> Refused<T> refused(String wrong, String right) {
        return new Refused<>(wrong, right);
    }
}
