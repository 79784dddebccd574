package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.ContactId;
import dev.parley.core.reading.ReplyKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** C2 and C3: every order in which a few things can happen. */
class InterleavingTest {

    /** Each order once, however often the same thing is in it. */
    private static <T> Set<List<T>> orders(List<T> things) {
        if (things.isEmpty()) {
            return Set.of(List.of());
        }
        Set<List<T>> orders = new LinkedHashSet<>();
        for (int i = 0; i < things.size(); i++) {
            List<T> rest = new ArrayList<>(things);
            T first = rest.remove(i);
            for (List<T> order : orders(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    // ---- C2: a yes counts for its own version only

    private enum Step {
        ASSESS,
        YES_TO_1,
        YES_TO_2,
        WORK
    }

    private static final List<Step> OUTDATED =
            List.of(Step.ASSESS, Step.ASSESS, Step.YES_TO_1, Step.YES_TO_1, Step.YES_TO_2, Step.YES_TO_2, Step.WORK);

    @Test
    void theSecondPriceIsHeldOnlyAfterAYesToIt() {
        Set<List<Step>> orders = orders(OUTDATED);
        assertThat(orders).hasSize(630);
        for (List<Step> order : orders) {
            Play play = Play.assessing(100);
            order.forEach(step -> take(play, step));
            assertThat(play.oracle.reserved()).as(order.toString()).isEqualTo(expectedHold(order));
            assertThat(play.oracle.charged()).isZero();
        }
    }

    private static void take(Play play, Step step) {
        switch (step) {
            case ASSESS -> play.assess(play.ticket.quotes() == 0 ? 10 : 20);
            case YES_TO_1 -> play.says(A, ReplyKind.YES, 1);
            case YES_TO_2 -> play.says(A, ReplyKind.YES, 2);
            case WORK -> play.on(new TicketEvent.WorkStarted());
        }
    }

    private static long expectedHold(List<Step> order) {
        int first = order.indexOf(Step.ASSESS);
        int second = order.lastIndexOf(Step.ASSESS);
        if (order.lastIndexOf(Step.YES_TO_2) > second) {
            return 20;
        }
        return order.subList(first, second).contains(Step.YES_TO_1) ? 10 : 0;
    }

    // ---- C3: two people who do not agree

    private record Word(Speaker.Approver who, ReplyKind kind) {
        @Override
        public String toString() {
            return who.name() + " " + kind;
        }
    }

    private static final List<Word> WORDS = List.of(
            new Word(A, ReplyKind.YES),
            new Word(A, ReplyKind.NO),
            new Word(B, ReplyKind.YES),
            new Word(B, ReplyKind.NO));

    /** Never, or before one of the words. */
    private static final int NEVER = -1;

    @Test
    void twoPeopleEndWhereTheTableSaysWithOneDecision() {
        for (List<Word> order : orders(WORDS)) {
            for (int work = NEVER; work <= WORDS.size(); work++) {
                Play play = Play.quoted(100, 10);
                Model model = new Model();
                for (int i = 0; i < order.size(); i++) {
                    if (i == work) {
                        play.on(new TicketEvent.WorkStarted());
                        model.work();
                    }
                    play.says(order.get(i).who(), order.get(i).kind(), 1);
                    model.hear(order.get(i));
                }
                String what = order + ", work before " + work;
                assertThat(StateName.of(play.ticket.state())).as(what).isEqualTo(model.state);
                assertThat(play.oracle.reserved()).as(what).isEqualTo(model.held());
                assertThat(play.oracle.decisions()).as(what).isOne();
            }
        }
    }

    /** The table's rows for one quote and two people, all of whose words are about version 1. */
    private static final class Model {
        private StateName state = StateName.QUOTED;
        private int version = 1;
        private boolean started;
        private ContactId decided = A.contact();
        private boolean cancelled;

        void work() {
            started = started || state == StateName.WORKING;
        }

        void hear(Word word) {
            boolean yes = word.kind() == ReplyKind.YES;
            ContactId who = word.who().contact();
            if (state == StateName.QUOTED && version == 1) {
                decided = who;
                state = yes ? StateName.WORKING : StateName.CLOSED_UNPAID;
            } else if (state == StateName.WORKING && !yes) {
                cancelled = who.equals(decided);
                decided = who;
                state = started ? StateName.CANCEL_REVIEW : StateName.CLOSED_UNPAID;
            } else if (state == StateName.CLOSED_UNPAID && yes) {
                boolean against = !cancelled && !who.equals(decided);
                version = against ? 2 : version;
                state = against ? StateName.QUOTED : StateName.ASSESSING;
            }
        }

        long held() {
            return state == StateName.WORKING || state == StateName.CANCEL_REVIEW ? 10 : 0;
        }
    }

    /** The same, but each answers the quote that is open then; the ledger refuses a second decision on a version. */
    @Test
    void whoeverAnswersTheOpenQuoteDecidesItOnce() {
        for (List<Word> order : orders(WORDS)) {
            Play play = Play.quoted(100, 10);
            for (Word word : order) {
                play.says(word.who(), word.kind(), play.ticket.quotes());
            }
            assertThat(play.oracle.decisions()).as(order.toString()).isBetween(1, play.ticket.quotes());
            boolean working = play.ticket.state() instanceof TicketState.Working;
            assertThat(play.oracle.reserved()).as(order.toString()).isEqualTo(working ? 10 : 0);
        }
    }
}
