package dev.parley.core.hours;

import static dev.parley.core.hours.Contracts.APRIL;
import static dev.parley.core.hours.Contracts.MANAGER;
import static dev.parley.core.hours.Contracts.MARCH;
import static dev.parley.core.hours.Contracts.allowed;
import static dev.parley.core.hours.Contracts.consent;
import static dev.parley.core.hours.Contracts.group;
import static dev.parley.core.hours.Contracts.refused;
import static dev.parley.core.hours.Contracts.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.CycleCalendar;
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
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H-01, H-05, H-07 to H-09 and H-13 to H-16: what a package holds, when, and for whom. */
class HoursContractTest {
    private static final Instant IN_MARCH = Instant.parse("2026-03-20T10:00:00Z");
    private static final Instant IN_APRIL = Instant.parse("2026-04-20T10:00:00Z");
    private static final Instant IN_MAY = Instant.parse("2026-05-20T10:00:00Z");

    @ParameterizedTest
    @EnumSource(WorkKind.class)
    void h01APackageIncludesWhatItsContractSaysAndTheRestIsOnDemand(WorkKind kind) {
        var only = Contracts.of(terms(600, Set.of(kind)), null);
        for (var other : WorkKind.values()) {
            var place = only.placeOf(other, IN_MARCH);
            if (other == kind) {
                assertThat(place).isEqualTo(new Place.InPackage(poolAt(only, IN_MARCH), MARCH));
            } else {
                assertThat(place).isEqualTo(new Place.OnDemand("contract C-1 does not include this kind of work"));
            }
        }
    }

    @Test
    void h05WorkOutsideTheTermIsOnDemand() {
        assertThat(Contracts.of(terms(600), 1).placeOf(WorkKind.TRAINING, IN_APRIL))
                .isEqualTo(new Place.OnDemand("contract C-1 does not run at that time"));
    }

    @ParameterizedTest
    @CsvSource({"6, false", "7, false", "11, false", "12, true", "13, true", "24, true", "1, false"})
    void h07TheDiscountIsForAYearOrMore(int months, boolean granted) {
        var contract = Contracts.of(terms(600), months);
        var ruling = contract.discounted(new Discount(12, 10), consent(MANAGER, "2026-03-01T10:00:00Z"));
        if (granted) {
            assertThat(allowed(ruling).discount()).isEqualTo(new Discount(12, 10));
        } else {
            assertThat(ruling)
                    .isEqualTo(refused(
                            "contract C-1 runs for " + months + (months == 1 ? " month" : " months"),
                            "the discount of 10 percent is for 12 months or more"));
        }
    }

    @Test
    void h07AContractWithoutAFixedTermHasNoDiscount() {
        assertThat(Contracts.of(terms(600), null)
                        .discounted(new Discount(12, 10), consent(MANAGER, "2026-03-01T10:00:00Z")))
                .isEqualTo(refused(
                        "contract C-1 has no fixed term", "the discount of 10 percent is for 12 months or more"));
    }

    @Test
    void h08OnlyTheAccountManagerAppliesTheDiscount() {
        assertThat(Contracts.of(terms(600), 12)
                        .discounted(new Discount(12, 10), consent("engineer", "2026-03-01T10:00:00Z")))
                .isEqualTo(refused(
                        "engineer is not the account manager of contract C-1", "let account-manager agree to it"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void h09AContractWithoutAnAccountManagerCannotBeActivated(@Nullable String manager) {
        var contract = Contracts.of(terms(600), 12).contract();
        assertThat(HoursContract.activate(contract, manager))
                .isEqualTo(refused("contract C-1 has no account manager", "assign one, then activate it"));
        assertThatIllegalArgumentException().isThrownBy(() -> new HoursContract(contract, " ", null, List.of()));
    }

    @Test
    void h13EachCycleHasItsOwnHoursAndNothingOfTheLast() {
        var contract = Contracts.of(terms(600), 12);
        assertThat(contract.poolAt(IN_MARCH))
                .contains(new Pool(
                        "C-1:2026-03",
                        MARCH,
                        Instant.parse("2026-03-14T23:00:00Z"),
                        Instant.parse("2026-04-14T22:00:00Z"),
                        600));
        assertThat(poolAt(contract, IN_APRIL).minutes()).isEqualTo(600);
        assertThat(poolAt(contract, IN_APRIL).start())
                .isEqualTo(poolAt(contract, IN_MARCH).end());
        assertThat(contract.poolAt(Instant.parse("2026-03-14T22:59:59Z"))).isEmpty();
    }

    @Test
    void h14APoolFollowsTheVersionOfItsCycle() {
        var amended = Contracts.active(allowed(Contracts.of(terms(600), 12)
                .contract()
                .amend(IN_MARCH, APRIL, terms(900, EnumSet.of(WorkKind.TRAINING)))));
        assertThat(poolAt(amended, IN_MARCH).minutes()).isEqualTo(600);
        assertThat(poolAt(amended, IN_APRIL).minutes()).isEqualTo(900);
        assertThat(poolAt(grouped(amended), IN_MARCH).minutes()).isEqualTo(1_500);
        assertThat(amended.placeOf(WorkKind.MONITORING, IN_MARCH)).isInstanceOf(Place.InPackage.class);
        assertThat(amended.placeOf(WorkKind.MONITORING, IN_APRIL)).isInstanceOf(Place.OnDemand.class);
    }

    @Test
    void h15TheHoursOfTwoMonthsCanBeGrouped() {
        var contract = grouped(Contracts.of(terms(600), 12));
        var pool = new Pool(
                "C-1:2026-03+1",
                MARCH,
                Instant.parse("2026-03-14T23:00:00Z"),
                Instant.parse("2026-05-14T22:00:00Z"),
                1_200);
        assertThat(contract.poolAt(IN_MARCH)).contains(pool);
        assertThat(contract.poolAt(IN_APRIL)).contains(pool);
        assertThat(poolAt(contract, IN_MAY).key()).isEqualTo("C-1:2026-05");
        assertThat(poolAt(contract, IN_MAY).minutes()).isEqualTo(600);
        assertThat(contract.placeOf(WorkKind.TRAINING, IN_APRIL)).isEqualTo(new Place.InPackage(pool, APRIL));
    }

    @Test
    void h16AGroupNeedsTheAccountManagersAgreement() {
        var wish = new Group(
                MARCH,
                consent("alice@customer.example", "2026-03-20T10:00:00Z"),
                consent("engineer", "2026-03-20T11:00:00Z"));
        assertThat(Contracts.of(terms(600), 12).grouped(wish))
                .isEqualTo(refused(
                        "engineer is not the account manager of contract C-1", "let account-manager agree to it"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Consent(" ", IN_MARCH, "note 4"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Consent(MANAGER, IN_MARCH, ""));
    }

    @Test
    void h16AGroupIsAgreedOnBeforeItsFirstCycleEnds() {
        var contract = Contracts.of(terms(600), 12);
        var refused = refused(
                "the hours of 2026-03 had expired when the group was agreed on",
                "agree on a group before its first month ends");
        assertThat(contract.grouped(group(MARCH, "2026-04-14T21:59:59Z"))).isNotEqualTo(refused);
        assertThat(contract.grouped(group(MARCH, "2026-04-14T22:00:00Z"))).isEqualTo(refused);
        var askedLate = new Group(
                MARCH,
                consent("alice@customer.example", "2026-04-14T22:00:00Z"),
                consent(MANAGER, "2026-03-20T10:00:00Z"));
        assertThat(contract.grouped(askedLate)).isEqualTo(refused);
    }

    @Test
    void h16ACycleIsInOneGroupAtMost() {
        var contract = grouped(Contracts.of(terms(600), 12));
        for (var first : List.of(MARCH, APRIL)) {
            assertThat(contract.grouped(group(first, "2026-03-20T10:00:00Z")))
                    .isEqualTo(refused(
                            first + " or " + first.plusMonths(1) + " is in a group already",
                            "a month is grouped only once"));
        }
        assertThat(allowed(contract.grouped(group(YearMonth.of(2026, 5), "2026-03-20T10:00:00Z")))
                        .groups())
                .hasSize(2);
        var twice = List.of(group(MARCH, "2026-03-20T10:00:00Z"), group(APRIL, "2026-03-20T10:00:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoursContract(contract.contract(), MANAGER, null, twice));
    }

    @Test
    void h16BothCyclesBelongToTheTerm() {
        var contract = Contracts.of(terms(600), 2);
        for (var first : List.of(MARCH.minusMonths(1), APRIL)) {
            assertThat(contract.grouped(group(first, "2026-03-01T10:00:00Z")))
                    .isEqualTo(refused(
                            "contract C-1 does not run in both " + first + " and " + first.plusMonths(1),
                            "group two consecutive months of its term"));
        }
        assertThat(poolAt(grouped(contract), IN_APRIL).minutes()).isEqualTo(1_200);
    }

    @Test
    void h16WhateverIsGroupedPoolsFollowEachOtherAndNoHourIsGrantedTwice() {
        var random = new Random(16);
        for (var i = 0; i < 300; i++) {
            var contract = Contracts.of(terms(600), 24);
            for (var step = 0; step < 10; step++) {
                contract = contract.grouped(group(MARCH.plusMonths(random.nextInt(26) - 1L), "2026-03-15T10:00:00Z"))
                                instanceof Allowed<HoursContract>(var next)
                        ? next
                        : contract;
            }
            var granted = new HashMap<String, Long>();
            for (var at = contract.contract().start(); contract.contract().covers(at); ) {
                var pool = poolAt(contract, at);
                assertThat(pool.start()).isEqualTo(at);
                assertThat(contract.poolAt(pool.end().minusNanos(1))).contains(pool);
                assertThat(granted.put(pool.key(), pool.minutes())).isNull();
                at = pool.end();
            }
            assertThat(granted.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(24 * 600);
        }
    }

    @Test
    void termsThatMakeNoSenseCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> terms(0));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(HourTerms.MINUTES_MAX + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HourTerms(1, Contracts.usd(-1), Set.of(), Contracts.FREELY));
        var euro = new Money(Currency.getInstance("EUR"), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HourTerms(1, euro, Set.of(), Contracts.FREELY))
                .withMessage("a fee of 0.01 EUR, and 120.00 USD an hour");
        assertThatIllegalArgumentException().isThrownBy(() -> new HourlyRate(Contracts.usd(-1), 15));
        assertThatIllegalArgumentException().isThrownBy(() -> new HourlyRate(Contracts.usd(1), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HourlyRate(Contracts.usd(1), 61));
        assertThatIllegalArgumentException().isThrownBy(() -> new Overage(Contracts.RATE, -1L, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount(12, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount(12, 101));
    }

    private static HoursContract grouped(HoursContract contract) {
        return allowed(contract.grouped(group(MARCH, "2026-03-20T10:00:00Z")));
    }

    private static Pool poolAt(HoursContract contract, Instant at) {
        return contract.poolAt(at).orElseThrow();
    }

    @Test
    void h16WhatAGroupWasAgreedOnIsNotAmended() {
        var grouped = allowed(Contracts.of(terms(600), null).grouped(group(APRIL, "2026-03-20T10:00:00Z")));
        var more = terms(900);
        assertThat(grouped.amended(IN_MARCH, YearMonth.of(2026, 5), more))
                .isEqualTo(refused(
                        "the hours of 2026-05 were grouped on the terms there are",
                        "let the terms change from 2026-06 on"));
        assertThat(grouped.amended(IN_MARCH, APRIL, more)).isEqualTo(grouped.amended(IN_MARCH, APRIL, terms(1)));
        var amended = allowed(grouped.amended(IN_MARCH, YearMonth.of(2026, 6), more));
        assertThat(amended.contract().versionIn(YearMonth.of(2026, 6)).terms()).isEqualTo(more);
        assertThat(amended.groups()).isEqualTo(grouped.groups());
        assertThat(grouped.amended(IN_MAY, APRIL, more)).isInstanceOf(Refused.class);
    }

    @Test
    void h16NoGroupReachesBeyondTheEnd() {
        var grouped = allowed(Contracts.of(terms(600), null).grouped(group(APRIL, "2026-03-20T10:00:00Z")));
        assertThat(grouped.ending(2, IN_MARCH))
                .isEqualTo(refused("a group of contract C-1 reaches beyond that end", "let it end later"));
        assertThat(allowed(grouped.ending(3, IN_MARCH)).groups()).isEqualTo(grouped.groups());
        assertThat(allowed(grouped.ending(3, IN_MARCH)).ending(4, IN_MARCH)).isInstanceOf(Refused.class);
    }

    @Test
    void h09TheAccountManagerChangesButIsNeverGone() {
        var contract = Contracts.of(terms(600), null);
        assertThat(allowed(contract.managedBy("robin")).manager()).isEqualTo("robin");
        assertThat(contract.managedBy(" ")).isEqualTo(refused("contract C-1 needs an account manager", "name one"));
    }

    @Test
    void x01ACustomerHasOnePackageAtATime() {
        var first = Contracts.of(terms(600), 2);
        assertThat(first.conflict(first)).isEmpty();
        assertThat(first.conflict(other("C-2", 7, "2026-05-14")))
                .contains("the customer has the package of contract C-2 then");
        assertThat(first.conflict(other("C-2", 7, "2026-05-15"))).isEmpty();
        assertThat(other("C-2", 7, "2026-05-15").conflict(first)).isEmpty();
        assertThat(first.conflict(other("C-2", 8, "2026-05-14"))).isEmpty();
    }

    private static HoursContract other(String number, long customer, String firstDay) {
        return Contracts.active(Contract.begin(
                number,
                new CustomerId("packages", customer),
                new CycleCalendar(15, ZoneId.of("Europe/Berlin")),
                new Term(LocalDate.parse(firstDay), null),
                terms(600)));
    }
}
