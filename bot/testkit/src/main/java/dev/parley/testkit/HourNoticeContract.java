package dev.parley.testkit;

import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.hours.Consent;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who hears by mail how far a package is used (H-12), on any storage. */
public interface HourNoticeContract extends TimeStage {
    /** The subjects of what went out, with whom it went to. */
    default List<String> sent() {
        return ports().outbox().claim("w", 50, LEASE, Instant.parse("2031-01-01T00:00:00Z")).stream()
                .map(Outbox.Claim::message)
                .map(HourNoticeContract::line)
                .toList();
    }

    private static String line(OutgoingMessage message) {
        return message.to().getFirst().address() + " " + message.subject();
    }

    @Test
    default void h12EachThresholdIsMailedOnceToWhoMayAgreeAndToStaff() {
        Covered shop = covered("H-1", hours(100));
        approver("of-another@customer.example");
        added(shop, "2026-03-02T04:00:00Z", 80);
        added(shop, "2026-03-02T06:00:00Z", 1);
        assertThat(sent()).containsExactlyInAnyOrder("h-1@customer.example HOURS_USED", STAFF_MAILBOX + " STAFF_HOURS");
    }

    @Test
    default void h12WhatOneEntryPassedAtOnceIsOneMailTheGravest() {
        Covered shop = covered("H-1", hours(60, 30L, false));
        added(shop, "2026-03-02T04:00:00Z", 200);
        assertThat(sent())
                .containsExactlyInAnyOrder("h-1@customer.example HOURS_CAP_REACHED", STAFF_MAILBOX + " STAFF_HOURS");
    }

    @Test
    default void h12ARunningStopwatchTellsBeforeTheFirstMinuteOver() {
        Covered shop = covered("H-1", hours(60));
        allowed(useCases().trackTime().start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW));
        assertThat(useCases().trackTime().look(Desks.SUPPORT, NOW.plusSeconds(47 * 60)))
                .isZero();
        assertThat(useCases().trackTime().look(Desks.SUPPORT, NOW.plusSeconds(48 * 60)))
                .isEqualTo(1);
        for (int times = 0; times < 5; times++) {
            useCases().trackTime().look(Desks.SUPPORT, NOW.plusSeconds(60 * 60));
        }
        assertThat(sent())
                .filteredOn(line -> line.startsWith("h-1"))
                .containsExactly("h-1@customer.example HOURS_USED", "h-1@customer.example HOURS_OVERAGE_BEGINS");
        assertThat(parts(shop.ticket().id())).isEmpty();
    }

    @Test
    default void h12WhereWeAskFirstNoStopwatchStartsWithoutAYes() {
        Covered shop = covered("H-1", hours(60, null, true));
        added(shop, "2026-03-02T04:00:00Z", 60);
        var track = useCases().trackTime();
        assertThat(refusal(track.start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW)))
                .contains("the hours of contract H-1 in 2026-03 are used up", "asked before any more");
        Consent yes = new Consent("alice@customer.example", NOW, "<yes@customer.example>");
        ports().store()
                .transact(tx -> tx.time().agree(shop.contract().contract().id(), MARCH, 15, yes));
        allowed(track.start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW));
    }

    @Test
    default void h12AtTheCapNoStopwatchStarts() {
        Covered shop = covered("H-1", hours(60, 0L, false));
        added(shop, "2026-03-02T04:00:00Z", 60);
        assertThat(refusal(useCases().trackTime().start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW)))
                .contains("wait for the next cycle");
    }
}
