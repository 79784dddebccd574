package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.B;
import static dev.parley.core.ticket.Play.CAROL;
import static dev.parley.core.ticket.Play.CUSTOMER;
import static dev.parley.core.ticket.Play.STRANGER;
import static dev.parley.core.ticket.Play.as;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKind;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.reading.ReplyKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Every event in each form that matters, by name in the order of {@code cells.txt}. */
final class Happenings {
    private static final TicketId OTHER = new TicketId("shop", 7);

    private Happenings() {}

    static Map<String, Function<Play, TicketEvent>> all() {
        Map<String, Function<Play, TicketEvent>> all = new LinkedHashMap<>();
        opened(all);
        read(all);
        spoken(all);
        byCustomer(all);
        assessed(all);
        byStaff(all);
        settled(all);
        byDesk(all);
        return all;
    }

    private static void opened(Map<String, Function<Play, TicketEvent>> all) {
        all.put("opened: ask", _ -> new TicketEvent.Opened(new Mode.Ask(), true, false));
        all.put("opened: agreed by approver", _ -> new TicketEvent.Opened(new Mode.PreAgreed(20), true, false));
        all.put("opened: agreed by colleague", _ -> new TicketEvent.Opened(new Mode.PreAgreed(20), false, false));
        all.put("opened: unproven", _ -> new TicketEvent.Opened(new Mode.AskAlways(), true, false));
        all.put("opened: about prices", _ -> new TicketEvent.Opened(new Mode.Ask(), true, true));
    }

    /** Every reading, bound to the newest version, to the one before it, and to none; by a proven approver. */
    private static void read(Map<String, Function<Play, TicketEvent>> all) {
        for (ReplyKind kind : ReplyKind.values()) {
            all.put(kind + " to newest", play -> replied(reply(play, A, kind, newest(play))));
            all.put(kind + " to older", play -> replied(reply(play, A, kind, newest(play) - 1)));
            all.put(kind + " unbound", play -> replied(reply(play, A, kind, 0)));
        }
    }

    /** What the guards are for. */
    private static void spoken(Map<String, Function<Play, TicketEvent>> all) {
        for (ReplyKind kind : new ReplyKind[] {ReplyKind.YES, ReplyKind.NO}) {
            all.put(kind + " by another approver", play -> replied(reply(play, B, kind, newest(play))));
            all.put(kind + " by colleague", play -> replied(reply(play, CAROL, kind, newest(play))));
            all.put(kind + " by stranger", play -> replied(reply(play, STRANGER, kind, newest(play))));
            all.put(kind + " forged", play -> replied(as(reply(play, A, kind, newest(play)), AuthVerdict.FAIL)));
            all.put(kind + " unchecked", play -> replied(as(reply(play, A, kind, newest(play)), AuthVerdict.NONE)));
            all.put(
                    kind + " by machine",
                    play -> replied(as(reply(play, A, kind, newest(play)), MessageKind.OUT_OF_OFFICE)));
        }
        all.put(
                "YES by forged stranger",
                play -> replied(as(reply(play, STRANGER, ReplyKind.YES, newest(play)), AuthVerdict.FAIL)));
        all.put(
                "YES received a day ago",
                play -> replied(play.reply(A, ReplyKind.YES, newest(play), play.now.minus(Duration.ofDays(1)))));
    }

    private static void byCustomer(Map<String, Function<Play, TicketEvent>> all) {
        all.put("bounced", _ -> new TicketEvent.Bounced("alice@customer.example", true));
        all.put("cancel by approver", _ -> new TicketEvent.CancelRequested(A));
        all.put("cancel by colleague", _ -> new TicketEvent.CancelRequested(CAROL));
        all.put("cancel by stranger", _ -> new TicketEvent.CancelRequested(STRANGER));
        all.put("dispute by approver", _ -> new TicketEvent.Disputed(A, "It did not help."));
        all.put("dispute by colleague", _ -> new TicketEvent.Disputed(CAROL, "It did not help."));
        all.put("dispute by stranger", _ -> new TicketEvent.Disputed(STRANGER, "It did not help."));
    }

    private static void assessed(Map<String, Function<Play, TicketEvent>> all) {
        all.put("assessed: incident", _ -> assessed(new Assessment.Incident("low")));
        all.put("assessed: feature", _ -> assessed(new Assessment.Feature()));
        all.put("assessed: ours", _ -> assessed(new Assessment.OnUs()));
        all.put("assessed: covered", _ -> assessed(new Assessment.Covered(new CategoryKey(3, "design"))));
        for (long amount : new long[] {5, 10, 20, 25}) {
            all.put("assessed: " + amount, _ -> assessed(Play.priced(amount)));
        }
        all.put("assessed: modification", _ -> assessed(Play.modification(40)));
    }

    private static void byStaff(Map<String, Function<Play, TicketEvent>> all) {
        all.put("overage asked", _ -> Play.overage(45));
        all.put("site chosen", _ -> new TicketEvent.SiteChosen(1));
        all.put("information asked", _ -> new TicketEvent.InformationAsked("Which shop?"));
        all.put("replied freely", _ -> new TicketEvent.RepliedFreely("It is the cache."));
        all.put("modification refused", _ -> new TicketEvent.ModificationRefused("It cannot be."));
        all.put("work started", _ -> new TicketEvent.WorkStarted());
        all.put("answer sent", _ -> new TicketEvent.AnswerSent("Do this."));
        all.put("taken back", _ -> new TicketEvent.TakenBack("We cannot."));
        all.put("split off", _ -> new TicketEvent.SplitOff(OTHER));
        all.put("merge", _ -> new TicketEvent.MergeAsked(OTHER, CUSTOMER));
        all.put("merge: other customer", _ -> new TicketEvent.MergeAsked(OTHER, new CustomerId("shop", 2)));
        all.put("close", _ -> new TicketEvent.CloseAsked("solved"));
        all.put("reopen", _ -> new TicketEvent.ReopenAsked());
    }

    private static void settled(Map<String, Function<Play, TicketEvent>> all) {
        all.put("negotiated: 30", _ -> new TicketEvent.NegotiationSettled(30L, "A simpler way."));
        all.put("negotiated: 19", _ -> new TicketEvent.NegotiationSettled(19L, "A slip."));
        all.put("negotiated: no", _ -> new TicketEvent.NegotiationSettled(null, "It takes that long."));
        all.put("cancellation: 0", _ -> new TicketEvent.CancellationSettled(0, "nothing useful"));
        all.put("cancellation: 4", _ -> new TicketEvent.CancellationSettled(4, "half done"));
        all.put("cancellation: 101", _ -> new TicketEvent.CancellationSettled(101, "a slip"));
        all.put("raise abandoned: finish", _ -> new TicketEvent.RaiseAbandoned(true, "We manage."));
        all.put("raise abandoned: stop", _ -> new TicketEvent.RaiseAbandoned(false, "We cannot."));
        all.put("dispute settled: 0", _ -> new TicketEvent.DisputeSettled(0, "fair"));
        all.put("dispute settled: 4", _ -> new TicketEvent.DisputeSettled(4, "fair"));
        all.put("dispute settled: 101", _ -> new TicketEvent.DisputeSettled(101, "a slip"));
    }

    private static void byDesk(Map<String, Function<Play, TicketEvent>> all) {
        all.put("deadline: early", Happenings::early);
        all.put("deadline", Happenings::due);
        all.put("funds arrived", _ -> new TicketEvent.FundsArrived());
        all.put("charged back", _ -> new TicketEvent.PurchaseChargedBack());
        all.put("price list changed", _ -> new TicketEvent.PriceListChanged());
        all.put("approvers changed", _ -> new TicketEvent.ApproversChanged());
    }

    private static TicketEvent early(Play play) {
        if (play.ticket.dueAt() != null) {
            play.now = play.ticket.dueAt().minusNanos(1);
        }
        return new TicketEvent.DeadlinePassed();
    }

    private static TicketEvent due(Play play) {
        if (play.ticket.dueAt() != null && play.ticket.dueAt().isAfter(play.now)) {
            play.now = play.ticket.dueAt();
        }
        return new TicketEvent.DeadlinePassed();
    }

    /** Where there were not yet two quotes, versions that never were. */
    static int newest(Play play) {
        return Math.max(2, play.ticket.quotes());
    }

    private static CustomerReply reply(Play play, Speaker who, ReplyKind kind, int version) {
        CustomerReply reply = play.reply(who, kind, version, play.now);
        return kind == ReplyKind.COUNTER ? Play.offering(reply, 25L) : reply;
    }

    private static TicketEvent replied(CustomerReply reply) {
        return new TicketEvent.Replied(reply);
    }

    private static TicketEvent assessed(Assessment assessment) {
        return new TicketEvent.Assessed(assessment, "We looked deeper.");
    }
}
