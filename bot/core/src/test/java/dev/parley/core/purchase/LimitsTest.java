package dev.parley.core.purchase;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.Discount;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.MonthPlan;
import dev.parley.core.hours.Overage;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointTerms;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.Delay;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.policy.ProductVersion;
import dev.parley.core.policy.ReleaseCatalogue;
import dev.parley.core.quote.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last value that is right and the first that is wrong, of each limit of what is sold. */
class LimitsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final SiteId SITE = new SiteId(new CustomerId("support", 1), 1);

    private static Money usd(long minor) {
        return new Money(Currency.getInstance("USD"), minor);
    }

    private static Overage over(long cap) {
        return new Overage(new HourlyRate(usd(100), 15), cap, false);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("units of a package, least", 1, 0, n -> new Offer(n, usd(1))),
                limit("units of a package, most", Offer.UNITS_MAX, Offer.UNITS_MAX + 1, n -> new Offer(n, usd(1))),
                limit("price of a package", 1, 0, n -> new Offer(1, usd(n))),
                limit("low balance", 1, 0, LowBalance::new),
                limit("reference of a payment", 1, 0, n -> payment("x".repeat((int) n))),
                limit("longest reference", 200, 201, n -> payment("x".repeat((int) n))),
                limit("key of an order", 200, 201, n -> terms("x".repeat((int) n), 0, 0)),
                limit("ticket of an order", 0, -1, n -> terms("x", n, 0)),
                limit("place of an automatic order", 0, -1, n -> terms("x", 0, (int) n)),
                limit("discount, least", 1, 0, n -> new Discount(1, (int) n)),
                limit("discount, most", 100, 101, n -> new Discount(1, (int) n)),
                limit("months of a discount", 1, 0, n -> new Discount((int) n, 10)),
                limit("minutes of a package, least", 1, 0, n -> hours(n, 0)),
                limit("minutes of a package, most", HourTerms.MINUTES_MAX, HourTerms.MINUTES_MAX + 1, n -> hours(n, 0)),
                limit("fee of a package", 0, -1, n -> hours(1, n)),
                limit("price of an hour", 0, -1, n -> new HourlyRate(usd(n), 15)),
                limit("least step of a bill", 1, 0, n -> new HourlyRate(usd(1), (int) n)),
                limit("largest step of a bill", 60, 61, n -> new HourlyRate(usd(1), (int) n)),
                limit("cap of overage", 0, -1, LimitsTest::over),
                limit("points of a site, least", 0, -1, n -> points(n, 1)),
                limit("points of a site, most", PointTerms.POINTS_MAX, PointTerms.POINTS_MAX + 1, n -> points(n, 1)),
                limit("price of a point", 1, 0, n -> points(1, n)),
                limit("automatic orders of a window, least", 1, 0, n -> guard((int) n)),
                limit("automatic orders of a window, most", 100, 101, n -> guard((int) n)),
                limit("automatic orders of a day, least", 1, 0, n -> new AutomaticLimits((int) n, 5)),
                limit("automatic orders of a day, most", 5, 6, n -> new AutomaticLimits((int) n, 5)),
                limit("automatic orders of a month", 100, 101, n -> new AutomaticLimits(1, (int) n)),
                limit("automatic below", 1, 0, n -> new TopUp(n, new Offer(1, usd(1)), List.of(guard(1)))),
                limit("base of an upgrade", 1, 0, n -> new PriceRule.Upgrade(n, 1, 0)),
                limit("step of an upgrade", 0, -1, n -> new PriceRule.Upgrade(1, 1, n)),
                limit("included in an upgrade", 1, 0, n -> new PriceRule.Upgrade(1, (int) n, 0)),
                limit("releases", 10_000, 10_001, LimitsTest::releases),
                limit("title of a task", 150, 151, n -> task("x".repeat((int) n), 1)),
                limit("minutes of a task, least", 1, 0, n -> task("x", n)),
                limit("minutes of a task, most", HourTerms.MINUTES_MAX, HourTerms.MINUTES_MAX + 1, n -> task("x", n)),
                limit("delay", 1, 0, n -> new Delay((int) n, false)),
                limit("amount of a quote", 0, -1, n -> quote(1, n)),
                limit("version of a quote", 1, 0, n -> quote((int) n, 5)));
    }

    private static Arguments limit(String name, long right, long wrong, LongConsumer made) {
        return arguments(name, right, wrong, made);
    }

    private static BurstGuard guard(int most) {
        return new BurstGuard(most, Duration.ofDays(1));
    }

    private static void releases(long many) {
        var _ = ReleaseCatalogue.of(LongStream.range(0, many)
                .mapToObj(patch -> new ProductVersion(1, 0, (int) patch))
                .toList());
    }

    private static MonthPlan.Task task(String title, long minutes) {
        return new MonthPlan.Task(title, new CategoryKey(3, "development"), WorkKind.DEVELOPMENT, minutes, null);
    }

    private static Payment payment(String reference) {
        return new Payment(Payment.How.INVOICE, reference);
    }

    private static Purchase.Terms terms(String key, long ticket, int automatic) {
        return new Purchase.Terms(key, Payment.How.INVOICE, NOW, ticket, automatic);
    }

    private static HourTerms hours(long minutes, long fee) {
        return new HourTerms(minutes, usd(fee), Set.of(WorkKind.TRAINING), over(0));
    }

    private static PointTerms points(long points, long price) {
        return new PointTerms(Map.of(SITE, points), usd(price), 0);
    }

    private static Quote quote(int version, long amount) {
        return new Quote(version, new CategoryKey(1, "question"), amount, "", false, NOW, NOW.plusSeconds(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void theLastRightValueIsTakenAndTheFirstWrongOneIsNot(String name, long right, long wrong, LongConsumer made) {
        assertThatCode(() -> made.accept(right)).as(name).doesNotThrowAnyException();
        assertThatIllegalArgumentException().as(name).isThrownBy(() -> made.accept(wrong));
    }
}
