package dev.parley.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.contract.Versions.Version;
import dev.parley.core.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H-14, P-15 and P-17: the term of a contract and the versions of its terms. */
class ContractTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CustomerId CUSTOMER = new CustomerId("packages", 7);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void aContractCoversItsTermFromItsFirstInstantToBeforeItsEnd() {
        var contract = contract(15, "2026-03-15", 2);
        assertThat(contract.start()).isEqualTo("2026-03-14T23:00:00Z");
        assertThat(contract.end()).contains(Instant.parse("2026-05-14T22:00:00Z"));
        assertThat(contract.covers(Instant.parse("2026-03-14T22:59:59Z"))).isFalse();
        assertThat(contract.covers(contract.start())).isTrue();
        assertThat(contract.covers(Instant.parse("2026-05-14T21:59:59Z"))).isTrue();
        assertThat(contract.covers(Instant.parse("2026-05-14T22:00:00Z"))).isFalse();
        assertThat(contract.cycleAt(Instant.parse("2026-05-14T22:00:00Z"))).isEmpty();
        assertThat(contract.cycleAt(contract.start()).orElseThrow().month()).isEqualTo(MARCH);
    }

    @Test
    void aContractWithoutAnEndRunsOn() {
        var contract = contract(15, "2026-03-15", null);
        assertThat(contract.end()).isEmpty();
        assertThat(contract.covers(Instant.parse("2090-01-01T00:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2027-01-31, 1, 2027-02-28",
        "31, 2026-11-30, 1, 2026-12-31",
        "29, 2028-02-29, 12, 2029-02-28",
        "31, 2028-02-29, 1, 2028-03-31",
        "1, 2026-03-15, 12, 2027-03-15"
    })
    void aContractThatBeginsWithACycleEndsWithOne(int anchor, String from, int months, LocalDate end) {
        var contract = contract(anchor, from, months);
        assertThat(contract.end()).contains(end.atStartOfDay(BERLIN).toInstant());
    }

    @Test
    void h14TheCyclesOfAContractAreAsManyAsItsMonths() {
        var random = new Random(15);
        for (var i = 0; i < 2_000; i++) {
            var first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(2_000));
            var months = 1 + random.nextInt(Term.MONTHS_MAX);
            var contract = contract(first.getDayOfMonth(), first.toString(), months);
            var month = contract.versions().latest().from();
            assertThat(contract.calendar().cycle(month).start()).isEqualTo(contract.start());
            assertThat(contract.end())
                    .contains(
                            contract.calendar().cycle(month.plusMonths(months)).start());
        }
    }

    @Test
    void p17TheFirstAndTheLastMonthArePartOfTheContractEvenIfTheyAreNotWhole() {
        var contract = contract(1, "2026-03-15", 2);
        assertThat(contract.touches(contract.calendar().cycle(MARCH.minusMonths(1))))
                .isFalse();
        assertThat(contract.touches(contract.calendar().cycle(MARCH))).isTrue();
        assertThat(contract.touches(contract.calendar().cycle(MARCH.plusMonths(2))))
                .isTrue();
        assertThat(contract.touches(contract.calendar().cycle(MARCH.plusMonths(3))))
                .isFalse();
        assertThat(contract(1, "2026-03-15", null).touches(contract.calendar().cycle(MARCH.plusMonths(3))))
                .isTrue();
    }

    @Test
    void p15ANewVersionCountsFromACycleOnAndNeverBefore() {
        var contract = allowed(contract(15, "2026-03-15", 12)
                .amend(Instant.parse("2026-04-20T10:00:00Z"), YearMonth.of(2026, 5), "more"));
        assertThat(contract.versionIn(MARCH)).isEqualTo(new Version<>(1, MARCH, "first"));
        assertThat(contract.versionIn(YearMonth.of(2026, 4)).terms()).isEqualTo("first");
        assertThat(contract.versionIn(YearMonth.of(2026, 5)))
                .isEqualTo(new Version<>(2, YearMonth.of(2026, 5), "more"));
        assertThat(contract.versionIn(YearMonth.of(2030, 1)).terms()).isEqualTo("more");
        assertThatIllegalArgumentException().isThrownBy(() -> contract.versionIn(MARCH.minusMonths(1)));
    }

    @Test
    void p15ACycleThatHasBegunKeepsItsTerms() {
        var contract = contract(15, "2026-03-15", 12);
        var refused = new Refused<Contract<String>>(
                "the terms of contract C-1 cannot change from 2026-04 on any more", "let them change from 2026-05 on");
        assertThat(contract.amend(Instant.parse("2026-04-14T22:00:01Z"), YearMonth.of(2026, 4), "late"))
                .isEqualTo(refused);
        var atItsVeryStart = Instant.parse("2026-04-14T22:00:00Z");
        assertThat(allowed(contract.amend(atItsVeryStart, YearMonth.of(2026, 4), "just"))
                        .versionIn(YearMonth.of(2026, 4))
                        .terms())
                .isEqualTo("just");
    }

    @Test
    void p15APlannedVersionCanBeReplacedButNotOvertaken() {
        var agreed = Instant.parse("2026-03-20T10:00:00Z");
        var june = YearMonth.of(2026, 6);
        var planned = allowed(contract(15, "2026-03-15", 12).amend(agreed, june, "planned"));
        assertThat(planned.amend(agreed, june.minusMonths(1), "between"))
                .isEqualTo(new Refused<Contract<String>>(
                        "the terms of contract C-1 cannot change from 2026-05 on any more",
                        "let them change from 2026-06 on"));
        assertThat(allowed(planned.amend(agreed, june, "instead")).versionIn(june))
                .isEqualTo(new Version<>(3, june, "instead"));
    }

    @Test
    void aContractCannotChangeAfterItsEndNorWithoutLimit() {
        var agreed = Instant.parse("2026-03-20T10:00:00Z");
        assertThat(contract(15, "2026-03-15", 12).amend(agreed, YearMonth.of(2027, 3), "late"))
                .isEqualTo(new Refused<Contract<String>>(
                        "contract C-1 has ended by 2027-03", "make a new contract from then on"));
        var contract = contract(15, "2026-03-15", null);
        for (var i = 1; i < Versions.VERSIONS_MAX; i++) {
            contract = allowed(contract.amend(agreed, YearMonth.of(2026, 4), "terms " + i));
        }
        assertThat(contract.amend(agreed, YearMonth.of(2026, 4), "one too many"))
                .isEqualTo(new Refused<Contract<String>>("contract C-1 has 120 versions", "make a new contract"));
    }

    @Test
    void p15WhateverIsAmendedNoMonthThatBeganEverChanges() {
        var random = new Random(15);
        for (var i = 0; i < 500; i++) {
            var contract = contract(1 + random.nextInt(28), "2026-03-01", null);
            var now = contract.start();
            for (var step = 0; step < 20; step++) {
                now = now.plusSeconds(random.nextLong(40L * 86_400));
                var begun = contract.calendar().cycleAt(now).month();
                var before = contract;
                var from = begun.plusMonths(random.nextInt(5) - 2L);
                contract = contract.amend(now, from, "terms " + step) instanceof Allowed<Contract<String>>(var next)
                        ? next
                        : contract;
                for (var month = before.versions().all().getFirst().from();
                        !month.isAfter(begun);
                        month = month.plusMonths(1)) {
                    assertThat(contract.versionIn(month)).isEqualTo(before.versionIn(month));
                }
            }
        }
    }

    @Test
    void theKeyOfAMonthNamesContractAndMonth() {
        assertThat(contract(15, "2026-03-15", 12).key(MARCH)).isEqualTo("C-1:2026-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "C 1", "C:1", "-1", "a123456789a123456789a123456789a123456789a"})
    void aNumberThatWouldBreakAKeyIsNone(String number) {
        var calendar = new CycleCalendar(1, BERLIN);
        var term = new Term(LocalDate.of(2026, 3, 1), null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.begin(number, CUSTOMER, calendar, term, "terms"));
    }

    @Test
    void termsAndVersionsThatMakeNoSenseCannotBeMade() {
        var day = LocalDate.of(2026, 3, 1);
        var later = Versions.first(MARCH.plusMonths(1), "terms");
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(day, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(day, 121));
        assertThatIllegalArgumentException().isThrownBy(() -> new Versions<>(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Versions<>(List.of(new Version<>(2, MARCH, ""))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Versions<>(
                        List.of(new Version<>(1, MARCH, ""), new Version<>(2, MARCH.minusMonths(1), ""))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Contract<>("C-1", CUSTOMER, new CycleCalendar(1, BERLIN), new Term(day, null), later));
    }

    private static Contract<String> contract(int anchor, String from, @Nullable Integer months) {
        return Contract.begin(
                "C-1", CUSTOMER, new CycleCalendar(anchor, BERLIN), new Term(LocalDate.parse(from), months), "first");
    }

    @Test
    void aContractEndsOnceAndNotInThePast() {
        var open = contract(15, "2026-03-15", null);
        var may = Instant.parse("2026-05-14T22:00:00Z");
        assertThat(open.ending(2, may))
                .isEqualTo(
                        new Refused<>("contract C-1 has run for more than 2 months", "let it end in a month to come"));
        var ended = allowed(open.ending(2, may.minusSeconds(1)));
        assertThat(ended.end()).contains(may);
        assertThat(ended.ending(3, may.minusSeconds(1)))
                .isEqualTo(new Refused<>("contract C-1 ends after 2 months already", "make a new contract to go on"));
        assertThat(ended.id()).isEqualTo(new ContractId("packages", "C-1"));
    }

    @Test
    void contractsOverlapUnlessOneEndsWhereTheOtherBegins() {
        var spring = contract(15, "2026-03-15", 2);
        assertThat(spring.overlaps(contract(15, "2026-05-15", null))).isFalse();
        assertThat(contract(15, "2026-05-15", null).overlaps(spring)).isFalse();
        assertThat(spring.overlaps(contract(15, "2026-05-14", null))).isTrue();
        assertThat(contract(15, "2026-05-14", null).overlaps(spring)).isTrue();
    }

    private static <T> T allowed(Ruling<T> ruling) {
        return ((Allowed<T>) ruling).value();
    }
}
