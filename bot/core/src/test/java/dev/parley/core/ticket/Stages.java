package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.B;
import static dev.parley.core.ticket.Play.CUSTOMER;

import dev.parley.core.policy.CategoryKey;
import dev.parley.core.reading.ReplyKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Every state in each form that matters, reached the way a real ticket reaches it. Where there is a quote, version 1
 * (10) was replaced by version 2 (20), so that an older version is always there to be answered.
 */
final class Stages {
    private static final TicketId OTHER = new TicketId("shop", 7);

    private Stages() {}

    /** By state, then by name, in the order of {@code cells.txt}. */
    static Map<StateName, Map<String, Supplier<Play>>> all() {
        Map<StateName, Map<String, Supplier<Play>>> all = new LinkedHashMap<>();
        all.put(StateName.NEW, Map.of("made", () -> Play.with(100)));
        all.put(StateName.ASSESSING, assessing());
        all.put(StateName.QUOTED, quoted());
        all.put(StateName.NEGOTIATING, negotiating());
        all.put(StateName.FUNDING, funding());
        all.put(StateName.WORKING, working());
        all.put(StateName.REQUOTED, requoted());
        all.put(StateName.CANCEL_REVIEW, cancelReview());
        all.put(StateName.ANSWERED, answered());
        all.put(StateName.CLOSED, closed());
        all.put(StateName.CLOSED_UNPAID, closedUnpaid());
        all.put(
                StateName.MERGED,
                Map.of("merged", () -> after(quotedTwice(100), new TicketEvent.MergeAsked(OTHER, CUSTOMER))));
        return all;
    }

    private static Map<String, Supplier<Play>> assessing() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("ask", () -> Play.assessing(100));
        stages.put("ask-short", () -> Play.assessing(4));
        stages.put("agreed-20", () -> Play.preAgreed(100, 20));
        stages.put("agreed-20-short", () -> Play.preAgreed(4, 20));
        stages.put("unproven", () -> opened(new Mode.AskAlways()));
        stages.put("waiting", () -> after(Play.assessing(100), new TicketEvent.InformationAsked("Which shop?")));
        stages.put("came-back", () -> cameBack(100));
        return stages;
    }

    private static Map<String, Supplier<Play>> quoted() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("open", () -> quotedTwice(100));
        stages.put("questioned", () -> saying(quotedTwice(100), A, ReplyKind.QUESTION, 2));
        stages.put("short", () -> quotedTwice(15));
        stages.put("modification", () -> modified(100));
        stages.put("over", () -> over(quotedTwice(100)));
        return stages;
    }

    private static Map<String, Supplier<Play>> negotiating() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("open", () -> countered(100));
        stages.put("short", () -> countered(15));
        stages.put("over", () -> over(countered(100)));
        return stages;
    }

    private static Map<String, Supplier<Play>> funding() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("short", () -> unfunded(15));
        stages.put("covered", () -> toppedUp(unfunded(15)));
        stages.put("unasked", () -> assessed(cameBack(0), 5));
        stages.put("over", () -> over(toppedUp(unfunded(15))));
        return stages;
    }

    private static Map<String, Supplier<Play>> working() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("free", Stages::free);
        stages.put("free-started", () -> started(free()));
        stages.put("free-waiting", () -> waiting(free()));
        stages.put("covered", Stages::covered);
        stages.put("overage-agreed", Stages::overageAgreed);
        stages.put("overage-lapsed", () -> expired(overageAskedTwice()));
        stages.put("held", Stages::held);
        stages.put("held-started", () -> started(held()));
        stages.put("held-waiting", () -> waiting(held()));
        stages.put("held-both", () -> waiting(started(held())));
        stages.put("unasked", () -> assessed(cameBack(100), 5));
        stages.put("agreed-25", () -> assessed(assessed(Play.preAgreed(100, 25), 10), 20));
        stages.put("agreed-25-short", () -> assessed(assessed(Play.preAgreed(22, 25), 10), 20));
        stages.put("charged", Stages::followedUp);
        stages.put("charged-waiting", () -> waiting(followedUp()));
        stages.put("disputed", () -> saying(disputed(answeredTwice()), A, ReplyKind.QUESTION, 0));
        return stages;
    }

    private static Map<String, Supplier<Play>> requoted() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("overage", Stages::overageAskedTwice);
        stages.put("overage-again", () -> after(overageAgreed(), Play.overage(20)));
        stages.put("overage-capped", () -> capped(overageAskedTwice()));
        stages.put("overage-questioned", () -> saying(overageAskedTwice(), A, ReplyKind.QUESTION, 2));
        stages.put("overage-over", () -> over(overageAskedTwice()));
        stages.put("held", () -> assessed(held(), 25));
        stages.put("held-started", () -> assessed(started(held()), 25));
        stages.put("charged", () -> assessed(answeredTwice(), 25));
        stages.put("refunded", Stages::refundedWhileRaised);
        stages.put("raised-twice", () -> assessed(assessed(held(), 25), 30));
        stages.put("modification", () -> onAssessed(held(), Play.modification(40)));
        stages.put("questioned", () -> saying(assessed(held(), 25), A, ReplyKind.QUESTION, 3));
        stages.put("short", () -> assessed(heldOf(22), 25));
        stages.put("agreed-short", () -> saying(assessed(heldOf(22), 25), A, ReplyKind.YES, 3));
        stages.put("disputed", () -> assessed(disputed(answeredTwice()), 25));
        stages.put("over", () -> over(assessed(held(), 25)));
        return stages;
    }

    private static Map<String, Supplier<Play>> cancelReview() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("cancelled", () -> cancelled(started(held())));
        stages.put("cancelled-charged", () -> cancelled(followedUp()));
        stages.put("declined", () -> saying(assessed(held(), 25), A, ReplyKind.NO, 3));
        stages.put("declined-charged", () -> saying(assessed(answeredTwice(), 25), A, ReplyKind.NO, 3));
        stages.put("disputed", () -> saying(assessed(disputed(answeredTwice()), 25), A, ReplyKind.NO, 3));
        stages.put("declined-free", () -> saying(refundedWhileRaised(), A, ReplyKind.NO, 3));
        return stages;
    }

    private static Map<String, Supplier<Play>> answered() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("charged", Stages::answeredTwice);
        stages.put("free", () -> answer(free()));
        stages.put("disputed", () -> disputed(answeredTwice()));
        return stages;
    }

    private static Map<String, Supplier<Play>> closed() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("charged", () -> over(answeredTwice()));
        stages.put("free", () -> over(answer(free())));
        stages.put("disputed", () -> over(disputed(answeredTwice())));
        stages.put("long-ago", () -> over(answeredTwice()).days(30));
        return stages;
    }

    private static Map<String, Supplier<Play>> closedUnpaid() {
        Map<String, Supplier<Play>> stages = new LinkedHashMap<>();
        stages.put("routed", () -> after(Play.with(100), new TicketEvent.Opened(new Mode.Ask(), true, true)));
        stages.put("declined", () -> declined(100, A));
        stages.put("declined-by-bob", () -> declined(100, B));
        stages.put("declined-held", () -> saying(held(), B, ReplyKind.NO, 2));
        stages.put("expired", () -> expired(quotedTwice(100)));
        stages.put("expired-long-ago", () -> expired(quotedTwice(100)).days(30));
        stages.put("not-funded", () -> expired(unfunded(15)));
        stages.put("cancelled", () -> cancelled(quotedTwice(100)));
        stages.put("no-information", () -> expired(waiting(Play.assessing(100))));
        stages.put("refused", () -> after(Play.assessing(100), new TicketEvent.ModificationRefused("It cannot be.")));
        stages.put("taken-back", () -> after(held(), new TicketEvent.TakenBack("We cannot.")));
        return stages;
    }

    // ---- steps

    private static Play after(Play play, TicketEvent... events) {
        List.of(events).forEach(play::on);
        return play;
    }

    private static Play saying(Play play, Speaker.Approver who, ReplyKind kind, int version) {
        play.says(who, kind, version);
        return play;
    }

    private static Play assessed(Play play, long amount) {
        play.assess(amount);
        return play;
    }

    private static Play onAssessed(Play play, Assessment assessment) {
        play.assess(assessment);
        return play;
    }

    private static Play opened(Mode mode) {
        return after(Play.with(100), new TicketEvent.Opened(mode, true, false));
    }

    private static Play quotedTwice(long balance) {
        return assessed(assessed(Play.assessing(balance), 10), 20);
    }

    private static Play modified(long balance) {
        return onAssessed(assessed(Play.assessing(balance), 10), Play.modification(40));
    }

    private static Play countered(long balance) {
        Play play = modified(balance);
        play.counter(25L);
        return play;
    }

    private static Play declined(long balance, Speaker.Approver who) {
        return saying(quotedTwice(balance), who, ReplyKind.NO, 2);
    }

    private static Play cameBack(long balance) {
        return after(declined(balance, A), new TicketEvent.ReopenAsked());
    }

    private static Play unfunded(long balance) {
        return saying(quotedTwice(balance), A, ReplyKind.YES, 2);
    }

    private static Play toppedUp(Play play) {
        play.oracle.topUp(100);
        return play;
    }

    private static Play held() {
        return heldOf(100);
    }

    private static Play heldOf(long balance) {
        return saying(quotedTwice(balance), A, ReplyKind.YES, 2);
    }

    private static Play free() {
        return onAssessed(assessed(Play.assessing(100), 10), new Assessment.Incident("low"));
    }

    private static Play covered() {
        return onAssessed(Play.assessing(100), new Assessment.Covered(new CategoryKey(3, "design")));
    }

    private static Play overageAskedTwice() {
        return after(covered(), Play.overage(60), Play.overage(90));
    }

    private static Play overageAgreed() {
        return saying(overageAskedTwice(), A, ReplyKind.YES, 2);
    }

    private static Play capped(Play play) {
        play.overLeft = 89;
        return play;
    }

    private static Play started(Play play) {
        return after(play, new TicketEvent.WorkStarted());
    }

    private static Play waiting(Play play) {
        return after(play, new TicketEvent.InformationAsked("Your log file?"));
    }

    private static Play answer(Play play) {
        return after(play, new TicketEvent.AnswerSent("Do this."));
    }

    private static Play answeredTwice() {
        return answer(held());
    }

    private static Play followedUp() {
        return saying(answeredTwice(), A, ReplyKind.QUESTION, 0);
    }

    private static Play disputed(Play play) {
        return after(play, new TicketEvent.Disputed(A, "It did not help."));
    }

    private static Play refundedWhileRaised() {
        return after(assessed(disputed(answeredTwice()), 25), new TicketEvent.DisputeSettled(20, "It did not help."));
    }

    private static Play cancelled(Play play) {
        return after(play, new TicketEvent.CancelRequested(A));
    }

    /** The last moment the clock has in mind has come, and in what is open nobody has looked yet. */
    private static Play over(Play play) {
        return switch (play.ticket.state()) {
            case TicketState.Answered _ -> expired(play);
            case TicketState.Funding funding -> at(play, funding.until());
            case TicketState.Negotiating _ -> at(play, Objects.requireNonNull(play.ticket.dueAt()));
            default -> at(play, play.openQuote().expiresAt());
        };
    }

    private static Play at(Play play, Instant moment) {
        play.now = moment;
        return play;
    }

    /** By the clock alone. */
    private static Play expired(Play play) {
        StateName before = StateName.of(play.ticket.state());
        while (StateName.of(play.ticket.state()) == before) {
            play.due();
        }
        return play;
    }
}
