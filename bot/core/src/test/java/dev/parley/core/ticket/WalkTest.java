package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKind;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.reading.ReplyKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Seeded random walks over everything that can happen, with a ledger that fails on anything it should not be asked. */
class WalkTest {
    private static final int TICKETS = 8_000;
    private static final int STEPS = 40;
    private static final List<ReplyKind> KINDS = List.of(ReplyKind.values());
    private static final Map<Row, Set<String>> EFFECTS = Tables.effects();
    private static final long[] AMOUNTS = {5, 10, 20, 25, 30, 50};

    @Test
    void whateverHappensNothingIsHeldOrChargedWithoutAYes() {
        long seed = Long.getLong("parley.seed", 20_260_302L);
        Set<Row> seen = EnumSet.noneOf(Row.class);
        for (int i = 0; i < TICKETS; i++) {
            Random random = new Random(seed + i);
            Play play = Play.with(random.nextInt(60));
            List<TicketEvent> events = new ArrayList<>();
            try {
                walk(play, random, events, seen);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + (seed + i) + " after " + events, e);
            }
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .as("rows the walks never took")
                .isSubsetOf(Row.T05, Row.T17, Row.T57, Row.T103, Row.T105);
    }

    private static void walk(Play play, Random random, List<TicketEvent> events, Set<Row> seen) {
        List<ClockTotals.Stretch> history = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            play.now = play.now.plusSeconds(random.nextInt(6) == 0 ? random.nextInt(20 * 86_400) : 60);
            TicketEvent event = step == 0 ? opened(random) : event(play, random);
            events.add(event);
            boolean free = play.ticket.type() != RequestType.PRICED;
            Decision decision = play.on(event);
            seen.add(decision.row());
            history.add(new ClockTotals.Stretch(Clocks.of(play.ticket), play.now));
            holds(play, decision, free);
            doesWhatItsRowDoes(decision);
        }
        var resolution = ClockTotals.of(history, Clocks::resolution, play.now);
        assertThat(resolution.wall())
                .isEqualTo(Duration.between(history.getFirst().since(), play.now));
        endsByTheClockAlone(play);
    }

    private static void doesWhatItsRowDoes(Decision decision) {
        String effect = Effect.of(decision);
        if (!EFFECTS.getOrDefault(decision.row(), Set.of()).contains(effect)) {
            throw new AssertionError(decision.row() + " must not do: " + effect);
        }
    }

    private static void holds(Play play, Decision decision, boolean wasFree) {
        if (play.ticket.type() == RequestType.INCIDENT || play.ticket.type() == RequestType.FEATURE) {
            assertThat(play.oracle.charged() + play.oracle.reserved()).isZero();
        }
        for (Outgoing outgoing : decision.outgoing()) {
            if (outgoing.audience() instanceof Outgoing.Audience.Sender(Speaker.Stranger _)) {
                assertThat(outgoing.fields()).isEmpty();
            }
            assertThat(outgoing.audience() instanceof Outgoing.Audience.Staff)
                    .isEqualTo(outgoing.template().forStaff());
        }
        assertThat(wasFree && play.oracle.charged() > 0 && decision.row() != Row.T60)
                .isFalse();
    }

    /** C11: nobody does anything any more, and still the ticket ends, holding nothing. */
    private static void endsByTheClockAlone(Play play) {
        for (int i = 0; i < 60 && StateName.of(play.ticket.state()).open(); i++) {
            play.due();
        }
        assertThat(StateName.of(play.ticket.state()).open())
                .as("open by the clock alone: " + play.ticket)
                .isFalse();
        assertThat(play.oracle.reserved()).isZero();
    }

    private static TicketEvent opened(Random random) {
        Mode mode = switch (random.nextInt(4)) {
            case 0 -> new Mode.PreAgreed(20);
            case 1 -> new Mode.AskAlways();
            default -> new Mode.Ask();
        };
        return new TicketEvent.Opened(mode, random.nextBoolean(), random.nextInt(30) == 0);
    }

    private static TicketEvent event(Play play, Random random) {
        play.blocked = random.nextInt(40) == 0;
        play.overLeft = random.nextInt(4) == 0 ? random.nextInt(90) : 1_000;
        int kind = random.nextInt(34);
        if (kind < 12) {
            return new TicketEvent.Replied(reply(play, random));
        }
        if (kind < 17) {
            return new TicketEvent.Assessed(assessment(random), "why");
        }
        if (kind == 17 && play.ticket.dueAt() != null && play.ticket.dueAt().isAfter(play.now)) {
            play.now = play.ticket.dueAt();
            return new TicketEvent.DeadlinePassed();
        }
        if (kind == 18) {
            play.oracle.topUp(random.nextInt(30));
            return new TicketEvent.FundsArrived();
        }
        return random.nextInt(3) == 0 ? rare(random) : usual(random);
    }

    private static TicketEvent usual(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new TicketEvent.WorkStarted();
            case 1 -> new TicketEvent.InformationAsked("?");
            case 2 -> new TicketEvent.RepliedFreely("so");
            case 3 -> new TicketEvent.CancelRequested(speaker(random));
            case 4 -> new TicketEvent.Disputed(speaker(random), "no");
            case 5 -> new TicketEvent.NegotiationSettled(random.nextBoolean() ? null : 15L + random.nextInt(20), "so");
            case 6 -> new TicketEvent.DisputeSettled(random.nextInt(12) - 1, "so");
            default -> new TicketEvent.AnswerSent("so");
        };
    }

    private static TicketEvent rare(Random random) {
        return switch (random.nextInt(15)) {
            case 0 -> new TicketEvent.ModificationRefused("no");
            case 1 -> new TicketEvent.CancellationSettled(random.nextInt(30) - 2, "so");
            case 2 -> new TicketEvent.TakenBack("no");
            case 3 -> new TicketEvent.RaiseAbandoned(random.nextBoolean(), "so");
            case 4 -> new TicketEvent.SplitOff(new TicketId("shop", 9));
            case 5 ->
                new TicketEvent.MergeAsked(
                        new TicketId("shop", 7),
                        new dev.parley.core.customer.CustomerId("shop", 1 + random.nextInt(2)));
            case 6 -> new TicketEvent.CloseAsked("so");
            case 7 -> new TicketEvent.ReopenAsked();
            case 8 -> new TicketEvent.PurchaseChargedBack();
            case 9 -> new TicketEvent.PriceListChanged();
            case 10 -> new TicketEvent.ApproversChanged();
            case 11 -> new TicketEvent.SiteChosen(1);
            case 12 -> Play.overage(1 + random.nextInt(90));
            case 13 -> new TicketEvent.Bounced("alice@customer.example", random.nextBoolean());
            default -> new TicketEvent.Opened(new Mode.Ask(), true, false);
        };
    }

    private static CustomerReply reply(Play play, Random random) {
        ReplyKind kind = random.nextInt(2) == 0 ? ReplyKind.YES : KINDS.get(random.nextInt(KINDS.size()));
        int newest = play.ticket.quotes();
        int version = random.nextInt(3) == 0 ? random.nextInt(newest + 1) : newest;
        CustomerReply reply = play.reply(
                speaker(random),
                kind,
                version,
                random.nextInt(5) == 0 ? play.now.minusSeconds(random.nextInt(86_400)) : play.now);
        reply = random.nextInt(12) == 0 ? Play.as(reply, AuthVerdict.FAIL) : reply;
        reply = random.nextInt(12) == 0 ? Play.as(reply, MessageKind.OUT_OF_OFFICE) : reply;
        return kind == ReplyKind.COUNTER ? Play.offering(reply, random.nextBoolean() ? null : 25L) : reply;
    }

    private static Speaker speaker(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Play.STRANGER;
            case 1 -> Play.CAROL;
            case 2 -> Play.B;
            case 3 -> Play.B;
            default -> Play.A;
        };
    }

    private static Assessment assessment(Random random) {
        return switch (random.nextInt(17)) {
            case 0 -> new Assessment.Incident("low");
            case 1 -> new Assessment.Feature();
            case 2 -> new Assessment.OnUs();
            case 3 -> Play.modification(20L + random.nextInt(30));
            case 4 -> Play.modification(40);
            case 5 -> new Assessment.Covered(new CategoryKey(2, "settings"));
            default -> Play.priced(AMOUNTS[random.nextInt(AMOUNTS.length)]);
        };
    }
}
