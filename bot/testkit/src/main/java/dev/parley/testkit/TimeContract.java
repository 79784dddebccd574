package dev.parley.testkit;

import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.TrackTime.Tracked;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.TimeBook.Part;
import dev.parley.core.ticket.Ending;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Said;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;
import dev.parley.core.ticket.Waiting;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the store promises about time that is entered. */
public interface TimeContract extends TimeStage {
    @Test
    default void h10AnEntryUsesThePackageAndGoesOnOverIt() {
        Covered shop = covered("H-1", hours(120));
        assertThat(kinds(added(shop, "2026-03-02T08:00:00Z", 90))).isEmpty();
        assertThat(funds(shop.wallet(), "2026-03-02T09:30:00Z")).isEqualTo(new Funds(30, 0, false));
        Tracked over = added(shop, "2026-03-02T10:00:00Z", 50);
        assertThat(over.pieces().getFirst().inPackage()).isEqualTo(30);
        assertThat(over.pieces().getFirst().over()).isEqualTo(20);
        assertThat(funds(shop.wallet(), "2026-03-02T11:00:00Z").balance()).isZero();
        assertThat(parts(shop.ticket().id())).extracting(Part::over).containsExactly(0L, 20L);
    }

    @Test
    default void h12EachNoticeIsToldOnce() {
        Covered shop = covered("H-1", hours(100));
        assertThat(kinds(added(shop, "2026-03-02T06:00:00Z", 79))).isEmpty();
        assertThat(kinds(added(shop, "2026-03-02T08:00:00Z", 1))).containsExactly(HourNotice.Kind.USED_80);
        assertThat(kinds(added(shop, "2026-03-02T08:10:00Z", 16))).containsExactly(HourNotice.Kind.USED_95);
        assertThat(kinds(added(shop, "2026-03-02T08:30:00Z", 4)))
                .containsExactly(HourNotice.Kind.USED_100, HourNotice.Kind.OVERAGE_BEGINS);
        assertThat(kinds(added(shop, "2026-03-02T08:40:00Z", 4))).isEmpty();
    }

    @Test
    default void h12AtTheCapWorkStaysOpenAndTheCustomersYesIsCounted() {
        Covered capped = covered("H-1", hours(60, 30L, false));
        Tracked tracked = added(capped, "2026-03-02T06:00:00Z", 100);
        assertThat(tracked.pieces().getFirst().open()).isEqualTo(10);
        assertThat(kinds(tracked)).contains(HourNotice.Kind.CAP_REACHED);
        Covered asked = covered("H-2", hours(60, null, true));
        Tracked before = added(asked, "2026-03-02T06:00:00Z", 70);
        assertThat(before.pieces().getFirst().open()).isEqualTo(10);
        assertThat(kinds(before)).contains(HourNotice.Kind.OVERAGE_ASKED);
        Consent yes = new Consent("alice@customer.example", NOW, "<yes@customer.example>");
        boolean fresh = ports().store()
                .transact(tx -> tx.time().agree(asked.contract().contract().id(), MARCH, 15, yes));
        boolean again = ports().store()
                .transact(tx -> tx.time().agree(asked.contract().contract().id(), MARCH, 15, yes));
        assertThat(List.of(fresh, again)).containsExactly(true, false);
        Tracked after = added(asked, "2026-03-02T08:00:00Z", 20);
        assertThat(after.pieces().getFirst().over()).isEqualTo(15);
        assertThat(after.pieces().getFirst().open()).isEqualTo(5);
    }

    @Test
    default void h14AnEntryIsSplitWhereTheCyclesMeetAndEachPaysItsPart() {
        Covered shop = covered("H-1", hours(600));
        // March begins at 23:00 UTC in Berlin.
        Tracked split = added(shop, "2026-02-28T22:00:00Z", 150);
        assertThat(split.pieces()).extracting(paid -> paid.inPackage()).containsExactly(60L, 90L);
        assertThat(parts(shop.ticket().id())).extracting(Part::month).containsExactly(YearMonth.of(2026, 2), MARCH);
        assertThat(funds(shop.wallet(), "2026-03-01T02:00:00Z").balance()).isEqualTo(510);
    }

    @Test
    default void h14LateWorkIsOfItsCycleUntilThatIsInvoicedAndThenAnAdjustment() {
        Covered shop = covered("H-1", hours(60));
        Instant inMarch = Instant.parse("2026-03-02T12:00:00Z");
        allowed(add(shop, "2026-02-10T08:00:00Z", 70, inMarch));
        cycles().turn(shop.contract().contract().id(), Instant.parse("2026-03-04T00:00:00Z"));
        allowed(add(shop, "2026-02-11T08:00:00Z", 20, Instant.parse("2026-03-04T01:00:00Z")));
        assertThat(parts(shop.ticket().id()))
                .extracting(Part::month, Part::inPackage, Part::over, Part::adjustment)
                .containsExactly(tuple(YearMonth.of(2026, 2), 60L, 10L, false), tuple(MARCH, 20L, 0L, true));
        assertThat(invoices(shop)).containsExactly(Invoice.of(shop.contract(), YearMonth.of(2026, 2), 10));
    }

    @Test
    default void h05TimeOnWorkThatWasQuotedIsNotedAndThePackageUntouched() {
        Covered shop = covered("H-1", hours(600));
        Ticket quoted = working(contact(shop.ticket().requester()), RequestType.PRICED, agreed());
        Tracked tracked = allowed(worked(quoted, WorkKind.DEVELOPMENT));
        assertThat(tracked.pieces().getFirst().contract()).isNull();
        assertThat(parts(quoted.id())).extracting(Part::open).containsExactly(30L);
        assertThat(funds(shop.wallet(), "2026-03-02T09:00:00Z").balance()).isZero();
    }

    @Test
    default void h01TimeNoPackageCoversIsRefusedWithWhatToDo() {
        Covered shop = covered("H-1", hours(600));
        assertThat(refusal(worked(shop.ticket(), WorkKind.TRAINING)))
                .contains("no package covers this", "does not include", "assess the ticket anew");
        Ticket alone = working(approver("bob@customer.example"), RequestType.COVERED, new Price.Free());
        assertThat(refusal(worked(alone, WorkKind.DEVELOPMENT))).contains("the customer has no package then");
        assertThat(parts(shop.ticket().id())).isEmpty();
    }

    @Test
    default void x01TimeIsEnteredOnlyWhereThePackageOrAnAgreedQuotePays() {
        Contact alice = contact(covered("H-1", hours(600)).ticket().requester());
        Price free = new Price.Free();
        assertThat(refusal(worked(created(alice), WorkKind.DEVELOPMENT))).contains("is not paid by the hour");
        assertThat(refusal(worked(in(alice, RequestType.UNKNOWN, new TicketState.New()), WorkKind.DEVELOPMENT)))
                .contains("assess it first");
        assertThat(refusal(worked(working(alice, RequestType.INCIDENT, free), WorkKind.DEVELOPMENT)))
                .contains("is free of charge");
        assertThat(refusal(worked(working(alice, RequestType.PRICED, free), WorkKind.DEVELOPMENT)))
                .contains("is free of charge");
        TicketState asked = new TicketState.Quoted(Tickets.quote(1, 90, false, NOW), Waiting.FRESH);
        assertThat(refusal(worked(in(alice, RequestType.PRICED, asked), WorkKind.DEVELOPMENT)))
                .contains("wait for the yes");
        Said yes = new Said(alice.id(), "Alice", NOW);
        TicketState funding = new TicketState.Funding(Tickets.quote(1, 90, false, NOW), yes, NOW.plusSeconds(60));
        assertThat(refusal(worked(in(alice, RequestType.PRICED, funding), WorkKind.DEVELOPMENT)))
                .contains("wait for the yes");
        assertThat(refusal(worked(
                        in(alice, RequestType.COVERED, new TicketState.Closed(free, NOW)), WorkKind.DEVELOPMENT)))
                .contains("is closed", "open it again");
        TicketState unpaid = new TicketState.ClosedUnpaid(Ending.CANCELLED, null, null, NOW);
        assertThat(refusal(worked(in(alice, RequestType.COVERED, unpaid), WorkKind.DEVELOPMENT)))
                .contains("open it again");
        Ticket other = working(alice, RequestType.COVERED, free);
        assertThat(refusal(worked(
                        in(alice, RequestType.COVERED, new TicketState.Merged(other.id())), WorkKind.DEVELOPMENT)))
                .contains("is part of ticket " + other.id().number());
    }

    @Test
    default void x01AStopwatchStartsOnlyOnWhatIsWorkedOnNow() {
        Contact alice = contact(covered("H-1", hours(600)).ticket().requester());
        Ticket answered = in(alice, RequestType.COVERED, new TicketState.Answered(new Price.Free(), NOW));
        var track = useCases().trackTime();
        assertThat(refusal(track.start(answered.id(), "kim", WorkKind.DEVELOPMENT, NOW)))
                .contains("is ANSWERED", "enter by hand what was worked before");
        allowed(worked(answered, WorkKind.DEVELOPMENT));
    }

    @Test
    default void h18ARequestSentTwiceIsOneEntryAndAStopwatchStopsOnce() {
        Covered shop = covered("H-1", hours(600));
        added(shop, "2026-03-02T06:00:00Z", 10);
        assertThat(add(shop, "2026-03-02T06:00:00Z", 10, NOW)).isInstanceOf(Refused.class);
        var track = useCases().trackTime();
        assertThat(track.stop(Desks.SUPPORT, "kim", NOW)).isInstanceOf(Refused.class);
        allowed(track.start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW));
        assertThat(track.start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW.plusSeconds(5)))
                .isInstanceOf(Refused.class);
        Tracked stopped = allowed(track.stop(Desks.SUPPORT, "kim", NOW.plusSeconds(300)));
        assertThat(stopped.pieces().getFirst().inPackage()).isEqualTo(5);
        assertThat(track.stop(Desks.SUPPORT, "kim", NOW.plusSeconds(360))).isInstanceOf(Refused.class);
        assertThat(funds(shop.wallet(), "2026-03-02T10:00:00Z").balance()).isEqualTo(585);
    }

    @Test
    default void h18ManyEntriesAtOnceNeverUseAMinuteTwice() throws InterruptedException {
        Covered shop = covered("H-1", hours(100));
        Crowd.of(12, nth -> added(shop, NOW.plusSeconds(3600L * nth).toString(), 10));
        assertThat(parts(shop.ticket().id()).stream().mapToLong(Part::inPackage).sum())
                .isEqualTo(100);
        assertThat(parts(shop.ticket().id()).stream().mapToLong(Part::over).sum())
                .isEqualTo(20);
    }
}
