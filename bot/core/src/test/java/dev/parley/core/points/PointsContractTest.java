package dev.parley.core.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.contract.Term;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointsRuling.Hold;
import dev.parley.core.points.PointsRuling.NotCovered;
import dev.parley.core.points.PointsRuling.Offer;
import dev.parley.core.points.PointsRuling.TooFew;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** P-14 to P-20: points of one site and month. */
class PointsContractTest {
    private static final CustomerId CUSTOMER = new CustomerId("rayos", 7);
    private static final SiteId SHOP = new SiteId(CUSTOMER, 1);
    private static final SiteId BLOG = new SiteId(CUSTOMER, 2);
    private static final Money EXTRA = new Money(Currency.getInstance("USD"), 25_00);
    private static final PointTerms TERMS = new PointTerms(Map.of(SHOP, 40L, BLOG, 10L), null, 0);
    private static final Instant IN_MARCH = Instant.parse("2026-03-20T10:00:00Z");
    private static final Instant APRIL_BEGINS = Instant.parse("2026-03-31T22:00:00Z");

    @Test
    void p14EachSiteHasItsOwnPointsAndNoneOfAnother() {
        var contract = contract(TERMS, null);
        var shop = contract.monthOf(SHOP, IN_MARCH).orElseThrow();
        var blog = contract.monthOf(BLOG, IN_MARCH).orElseThrow();
        assertThat(shop.points()).isEqualTo(40);
        assertThat(blog.points()).isEqualTo(10);
        assertThat(shop.key()).isEqualTo("C-2:2026-03:1");
        assertThat(blog.key()).isEqualTo("C-2:2026-03:2");
        assertThat(contract.hold(BLOG, 11, IN_MARCH, new Funds(10, 0, false))).isInstanceOf(TooFew.class);
    }

    @Test
    void p14ASiteTheContractDoesNotNameHasNoPoints() {
        var other = new SiteId(new CustomerId("rayos", 8), 1);
        assertThat(contract(TERMS, null).monthOf(other, IN_MARCH)).isEmpty();
        assertThat(contract(TERMS, null).hold(other, 5, IN_MARCH, new Funds(50, 0, false)))
                .isEqualTo(new NotCovered("contract C-2 has no points for site 1 at that time"));
    }

    @Test
    void p15TheAmountIsThatOfTheVersionInForceInThatMonth() {
        var more = new PointTerms(Map.of(SHOP, 60L), null, 0);
        var contract = new PointsContract(((Allowed<Contract<PointTerms>>)
                        contract(TERMS, null).contract().amend(IN_MARCH, YearMonth.of(2026, 4), more))
                .value());
        assertThat(contract.monthOf(SHOP, APRIL_BEGINS.minusNanos(1))
                        .orElseThrow()
                        .points())
                .isEqualTo(40);
        assertThat(contract.monthOf(SHOP, APRIL_BEGINS).orElseThrow().points()).isEqualTo(60);
        assertThat(contract.monthOf(BLOG, APRIL_BEGINS)).isEmpty();
    }

    @Test
    void p16AMonthHasItsWholeAllowanceWhateverIsLeftOfTheLast() {
        var contract = contract(TERMS, null);
        var march = contract.monthOf(SHOP, IN_MARCH).orElseThrow();
        var april = contract.monthOf(SHOP, march.end()).orElseThrow();
        assertThat(march.end()).isEqualTo(APRIL_BEGINS);
        assertThat(april.start()).isEqualTo(march.end());
        assertThat(april.points()).isEqualTo(40);
        assertThat(april.key()).isNotEqualTo(march.key());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PointsContract(Contract.begin(
                        "C-2",
                        CUSTOMER,
                        new CycleCalendar(15, ZoneId.of("Europe/Berlin")),
                        new Term(LocalDate.of(2026, 3, 15), null),
                        TERMS)))
                .withMessage("contract C-2 has points by the calendar month, not from day 15 on");
    }

    @Test
    void p17TheFirstAndTheLastMonthHaveTheWholeAllowance() {
        var contract = contract(TERMS, 2);
        assertThat(contract.monthOf(SHOP, Instant.parse("2026-03-14T22:59:59Z")))
                .isEmpty();
        assertThat(contract.monthOf(SHOP, Instant.parse("2026-03-14T23:00:00Z"))
                        .orElseThrow()
                        .points())
                .isEqualTo(40);
        assertThat(contract.monthOf(SHOP, Instant.parse("2026-05-14T21:59:59Z"))
                        .orElseThrow()
                        .points())
                .isEqualTo(40);
        assertThat(contract.monthOf(SHOP, Instant.parse("2026-05-14T22:00:00Z")))
                .isEmpty();
    }

    @Test
    void p18AChargeBelongsToTheMonthOfTheYes() {
        var contract = contract(TERMS, null);
        var funds = new Funds(40, 0, false);
        assertThat(contract.hold(SHOP, 15, APRIL_BEGINS.minusNanos(1), funds))
                .isEqualTo(new Hold(contract.monthOf(SHOP, IN_MARCH).orElseThrow()));
        assertThat(contract.hold(SHOP, 15, APRIL_BEGINS, funds))
                .isEqualTo(new Hold(contract.monthOf(SHOP, APRIL_BEGINS).orElseThrow()));
    }

    @Test
    void p19WithoutEnoughPointsTheCustomerCanWaitOrAskCustomerSupport() {
        assertThat(contract(TERMS, null).hold(SHOP, 15, IN_MARCH, new Funds(40, 30, false)))
                .isEqualTo(new TooFew(5, List.of(new Offer.Wait(APRIL_BEGINS), new Offer.AskCustomerSupport())));
    }

    @Test
    void p19ExtraPointsAreOfferedOnlyAtAPriceOfTheContract() {
        var terms = new PointTerms(Map.of(SHOP, 40L), EXTRA, 0);
        assertThat(contract(terms, null).hold(SHOP, 15, IN_MARCH, new Funds(12, 0, false)))
                .isEqualTo(new TooFew(
                        3,
                        List.of(
                                new Offer.Wait(APRIL_BEGINS),
                                new Offer.Buy(3, new Money(EXTRA.currency(), 75_00)),
                                new Offer.AskCustomerSupport())));
    }

    @Test
    void p19WaitingIsOfferedOnlyIfTheNextMonthWillHaveEnough() {
        assertThat(contract(TERMS, null).hold(SHOP, 41, IN_MARCH, new Funds(40, 0, false)))
                .isEqualTo(new TooFew(1, List.of(new Offer.AskCustomerSupport())));
        var inTheLastMonth = Instant.parse("2026-05-10T10:00:00Z");
        assertThat(contract(TERMS, 2).hold(SHOP, 15, inTheLastMonth, Funds.NONE))
                .isEqualTo(new TooFew(15, List.of(new Offer.AskCustomerSupport())));
    }

    @Test
    void p19ABlockedWalletIsForCustomerSupport() {
        var terms = new PointTerms(Map.of(SHOP, 40L), EXTRA, 0);
        assertThat(contract(terms, null).hold(SHOP, 15, IN_MARCH, new Funds(40, 0, true)))
                .isEqualTo(new TooFew(0, List.of(new Offer.AskCustomerSupport())));
    }

    @Test
    void p19WhateverIsAgreedNoSiteEverGoesBelowZeroNorUsesAnotherMonth() {
        var random = new Random(19);
        for (var i = 0; i < 300; i++) {
            var terms = new PointTerms(Map.of(SHOP, random.nextLong(50), BLOG, random.nextLong(50)), null, 0);
            var contract = contract(terms, null);
            var held = new HashMap<String, Long>();
            for (var step = 0; step < 60; step++) {
                var site = random.nextBoolean() ? SHOP : BLOG;
                var yes = contract.contract().start().plusSeconds(random.nextLong(120L * 86_400));
                var month = contract.monthOf(site, yes).orElseThrow();
                var reserved = held.getOrDefault(month.key(), 0L);
                var points = 1 + random.nextLong(30);
                switch (contract.hold(site, points, yes, new Funds(month.points(), reserved, false))) {
                    case Hold(var on) -> held.merge(on.key(), points, Long::sum);
                    case TooFew(var missing, var _) ->
                        assertThat(missing).isEqualTo(reserved + points - month.points());
                    case NotCovered(var why) -> throw new AssertionError(why);
                }
                assertThat(held.getOrDefault(month.key(), 0L)).isLessThanOrEqualTo(month.points());
            }
        }
    }

    @Test
    void p14NoTwoMonthsOfSitesShareAKey() {
        var contract = contract(TERMS, 120);
        var keys = new HashSet<String>();
        for (var at = contract.contract().start(); contract.contract().covers(at); ) {
            var shop = contract.monthOf(SHOP, at).orElseThrow();
            assertThat(keys.add(shop.key())).isTrue();
            assertThat(keys.add(contract.monthOf(BLOG, at).orElseThrow().key())).isTrue();
            at = shop.end();
        }
        assertThat(keys).hasSize(2 * 121);
    }

    @Test
    void p20EachChargeIsAskedForUnlessTheContractSaysUpToWhatNot() {
        assertThat(TERMS.asks(1)).isTrue();
        var upToFive = new PointTerms(Map.of(), null, 5);
        assertThat(upToFive.asks(5)).isFalse();
        assertThat(upToFive.asks(6)).isTrue();
    }

    @Test
    void termsThatMakeNoSenseCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PointTerms(Map.of(SHOP, -1L), null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PointTerms(Map.of(SHOP, 1_000_001L), null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PointTerms(Map.of(), null, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PointTerms(Map.of(), Money.zero(EXTRA.currency()), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contract(TERMS, null).hold(SHOP, 0, IN_MARCH, Funds.NONE));
    }

    /** From 15 March 2026 on, in Berlin. */
    private static PointsContract contract(PointTerms terms, @Nullable Integer months) {
        return new PointsContract(Contract.begin(
                "C-2",
                CUSTOMER,
                CycleCalendar.calendarMonths(ZoneId.of("Europe/Berlin")),
                new Term(LocalDate.of(2026, 3, 15), months),
                terms));
    }

    @Test
    void x01ASiteHasPointsByOneContractAtATime() {
        var first = contract(TERMS, 2);
        var onlyBlog = new PointTerms(Map.of(BLOG, 5L), null, 0);
        assertThat(first.sites()).containsExactlyInAnyOrder(SHOP, BLOG);
        assertThat(first.conflict(first)).isEmpty();
        assertThat(first.conflict(other("C-3", "2026-05-14", onlyBlog)))
                .contains("site 2 has points by contract C-3 then");
        assertThat(first.conflict(other("C-3", "2026-05-15", onlyBlog))).isEmpty();
        assertThat(first.conflict(other("C-3", "2026-05-14", new PointTerms(Map.of(), null, 0))))
                .isEmpty();
    }

    @Test
    void p15TermsChangeForTheFutureAndTheEndIsInTheFutureToo() {
        var first = contract(TERMS, null);
        var less = new PointTerms(Map.of(SHOP, 10L), null, 0);
        var april = YearMonth.of(2026, 4);
        var amended = ((Allowed<PointsContract>) first.amended(IN_MARCH, april, less)).value();
        assertThat(amended.monthOf(SHOP, APRIL_BEGINS).orElseThrow().points()).isEqualTo(10);
        assertThat(amended.monthOf(SHOP, IN_MARCH).orElseThrow().points()).isEqualTo(40);
        assertThat(amended.monthOf(BLOG, APRIL_BEGINS)).isEmpty();
        assertThat(first.amended(APRIL_BEGINS.plusSeconds(1), april, less)).isInstanceOf(Refused.class);
        assertThat(first.ending(1, IN_MARCH)).isInstanceOf(Allowed.class);
    }

    private static PointsContract other(String number, String firstDay, PointTerms terms) {
        return new PointsContract(Contract.begin(
                number,
                CUSTOMER,
                CycleCalendar.calendarMonths(ZoneId.of("Europe/Berlin")),
                new Term(LocalDate.parse(firstDay), null),
                terms));
    }
}
