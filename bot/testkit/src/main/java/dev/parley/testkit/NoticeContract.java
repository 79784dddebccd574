package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.core.port.Notice;
import dev.parley.core.port.TicketReads.Filter;
import dev.parley.core.port.TicketReads.Line;
import dev.parley.core.port.TicketReads.Unseen;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.Store} promises about what staff are shown. */
public interface NoticeContract extends StorageContract {

    private Notice notice(long ticket, Template what, long second) {
        return new Notice(
                Desks.SUPPORT, ticket, what, "at " + second, "It happened at " + second + ".", NOW.plusSeconds(second));
    }

    private boolean show(long ticket, Template what, long second) {
        return show(notice(ticket, what, second));
    }

    private boolean show(Notice notice) {
        return ports().store().transact(tx -> tx.notice(notice));
    }

    private int see(String desk, long ticket) {
        return ports().store().transact(tx -> tx.markSeen(desk, ticket, AGENT, NOW.plusSeconds(100)));
    }

    private List<Notice> unseen() {
        return ports().tickets().notices(Desks.SUPPORT, 9).stream()
                .map(Unseen::notice)
                .toList();
    }

    @Test
    default void noticesStandNewestFirstUntilSomebodyHasSeenThem() {
        assertThat(show(7, Template.STAFF_QUESTION, 2)).isTrue();
        assertThat(show(8, Template.STAFF_DISPUTE, 3)).isTrue();
        assertThat(show(0, Template.STAFF_NO_TICKET, 1)).isTrue();
        assertThat(unseen())
                .containsExactly(
                        notice(8, Template.STAFF_DISPUTE, 3),
                        notice(7, Template.STAFF_QUESTION, 2),
                        notice(0, Template.STAFF_NO_TICKET, 1));
        assertThat(ports().tickets().notices(Desks.SUPPORT, 1)).hasSize(1);
        assertThat(ports().tickets().notices(Desks.SALES, 9)).isEmpty();
        assertThat(see(Desks.SALES, 7)).isZero();
        assertThat(see(Desks.SUPPORT, 7)).isEqualTo(1);
        assertThat(see(Desks.SUPPORT, 7)).isZero();
        assertThat(see(Desks.SUPPORT, 0)).isEqualTo(1);
        assertThat(unseen()).containsExactly(notice(8, Template.STAFF_DISPUTE, 3));
    }

    @Test
    default void whatHappensAgainBeforeSomebodyLooksIsCountedAndNotNew() {
        assertThat(show(7, Template.STAFF_QUESTION, 1)).isTrue();
        assertThat(show(7, Template.STAFF_BOUNCED, 2)).isTrue();
        assertThat(show(7, Template.STAFF_QUESTION, 3)).isFalse();
        assertThat(ports().tickets().notices(Desks.SUPPORT, 9))
                .extracting(Unseen::notice, Unseen::times)
                .containsExactly(
                        tuple(notice(7, Template.STAFF_QUESTION, 3), 2),
                        tuple(notice(7, Template.STAFF_BOUNCED, 2), 1));
        assertThat(see(Desks.SUPPORT, 7)).isEqualTo(2);
        assertThat(show(7, Template.STAFF_QUESTION, 4)).isTrue();
        assertThat(ports().tickets().notices(Desks.SUPPORT, 9))
                .extracting(Unseen::times)
                .containsExactly(1);
    }

    @Test
    default void noticesAboutDifferentOrdersAreDifferentNotices() {
        Notice twelve = new Notice(Desks.SUPPORT, 0, "order 12", Template.STAFF_PAYMENT, "12", "It is odd.", NOW);
        Notice thirteen = new Notice(Desks.SUPPORT, 0, "order 13", Template.STAFF_PAYMENT, "13", "It is odd.", NOW);
        assertThat(show(twelve)).isTrue();
        assertThat(show(thirteen)).isTrue();
        assertThat(show(twelve)).isFalse();
        assertThat(unseen()).containsExactlyInAnyOrder(twelve, thirteen);
    }

    @Test
    default void manyAtOnceAreOneNoticeAndOneOfThemIsNew() throws InterruptedException {
        AtomicInteger fresh = new AtomicInteger();
        Crowd.of(8, worker -> fresh.addAndGet(show(7, Template.STAFF_QUESTION, worker) ? 1 : 0));
        assertThat(fresh).hasValue(1);
        assertThat(ports().tickets().notices(Desks.SUPPORT, 9))
                .extracting(Unseen::times)
                .containsExactly(8);
    }

    @Test
    default void ticketsThatNeedAttentionComeByTheirNewestNoticeAndSayWhy() {
        Ticket quiet = created(approver("alice@customer.example"));
        Ticket one = created(approver("bob@other.example"));
        Ticket two = created(approver("carol@third.example"));
        show(two.id().number(), Template.STAFF_QUESTION, 1);
        show(one.id().number(), Template.STAFF_BOUNCED, 2);
        show(one.id().number(), Template.STAFF_DISPUTE, 3);
        assertThat(lines(false)).extracting(Line::id).containsExactly(two.id(), one.id(), quiet.id());
        List<Line> waiting = lines(true);
        assertThat(waiting).extracting(Line::id).containsExactly(one.id(), two.id());
        assertThat(waiting.getFirst().attention())
                .extracting(unseen -> unseen.notice().what())
                .containsExactly(Template.STAFF_DISPUTE, Template.STAFF_BOUNCED);
        see(Desks.SUPPORT, one.id().number());
        assertThat(lines(true)).extracting(Line::id).containsExactly(two.id());
    }

    private List<Line> lines(boolean attention) {
        return ports().tickets().list(new Filter(Desks.SUPPORT, Set.of(), null, attention, Long.MAX_VALUE, 9));
    }

    @Test
    default void aNoticeOfAnUndoneDecisionIsNotShown() {
        assertThatThrownBy(() -> ports().store().transact(tx -> {
                    assertThat(tx.notice(notice(7, Template.STAFF_QUESTION, 1))).isTrue();
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(unseen()).isEmpty();
    }

    @Test
    default void onlyTextsToStaffAreNotices() {
        assertThatThrownBy(() -> notice(7, Template.ANSWER, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notice(-1, Template.STAFF_QUESTION, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
