package dev.parley.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.core.desk.Accepted;
import dev.parley.core.message.MessageKind;
import dev.parley.core.port.Notice;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads.Unseen;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What staff are shown, and what they get by mail. */
class StaffNoticesTest {
    private final Stage stage = new Stage();

    private List<Notice> unseen() {
        return stage.store.tickets().notices(Stage.DESK, 99).stream()
                .map(Unseen::notice)
                .toList();
    }

    private TicketId quoted() {
        TicketId ticket = stage.opened(stage.mail(Stage.ALICE, "The printer prints nothing."));
        stage.assess(ticket, Desks.CONSULTATION, 10);
        return ticket;
    }

    @Test
    void aQuestionStandsInTheListAndIsMailedOnceUntilSomebodyLooks() {
        TicketId ticket = quoted();
        OutgoingMessage quote = stage.sent().getLast();
        stage.receive(stage.reply(Stage.ALICE, quote, "What does it include?"));
        assertThat(unseen())
                .extracting(Notice::what, Notice::ticket, Notice::subject)
                .containsExactly(tuple(Template.STAFF_QUESTION, ticket.number(), "STAFF_QUESTION"));
        assertThat(stage.sentToStaff()).hasSize(1);
        stage.receive(stage.reply(Stage.ALICE, quote, "And does it include support?"));
        assertThat(stage.store.tickets().notices(Stage.DESK, 9))
                .extracting(Unseen::times)
                .containsExactly(2);
        assertThat(stage.sentToStaff()).isEmpty();
    }

    @Test
    void whoeverActsOnATicketHasSeenWhatItIsAbout() {
        TicketId ticket = quoted();
        stage.receive(stage.reply(Stage.ALICE, stage.sent().getLast(), "What does it include?"));
        stage.act(ticket, new TicketEvent.WorkStarted());
        assertThat(unseen()).hasSize(1);
        stage.act(ticket, new TicketEvent.RepliedFreely("Everything."));
        assertThat(unseen()).isEmpty();
    }

    @Test
    void aNoticeByMailIsNoPartOfTheConversation() {
        TicketId ticket = quoted();
        stage.receive(stage.reply(Stage.ALICE, stage.sent().getLast(), "What does it include?"));
        OutgoingMessage notice = stage.sentToStaff().getFirst();
        assertThat(notice.automatic()).isTrue();
        assertThat(notice.ticket()).isZero();
        assertThat(notice.replyTo()).isEqualTo(Stage.STAFF);
        assertThat(notice.references()).isEmpty();
        stage.act(ticket, new TicketEvent.RepliedFreely("Everything."));
        assertThat(stage.sentOne().references()).doesNotContain(notice.messageId());
        assertThat(stage.view(ticket).messages())
                .noneMatch(said -> notice.messageId().equals(said.messageId()));
    }

    @Test
    void whatComesFromTheMailboxOfStaffIsNoCustomers() {
        quoted();
        stage.receive(stage.reply(Stage.ALICE, stage.sent().getLast(), "What does it include?"));
        OutgoingMessage notice = stage.sentToStaff().getFirst();
        assertThat(stage.receive(
                        stage.mail("Team@vendor.example", "I look at it.").answering(notice.messageId())))
                .isEqualTo(new Accepted.Aside());
        assertThat(stage.sent()).isEmpty();
        assertThat(unseen()).hasSize(1);
    }

    @Test
    void aPersonsMailThatMakesNoTicketIsShown() {
        stage.receive(stage.mail("", "Who am I?"));
        stage.receive(stage.mail("stranger@elsewhere.example", "Hello?").to("engineer@vendor.example"));
        assertThat(stage.store.tickets().notices(Stage.DESK, 9)).singleElement().satisfies(unseen -> {
            assertThat(unseen.notice().what()).isEqualTo(Template.STAFF_NO_TICKET);
            assertThat(unseen.notice().ticket()).isZero();
            assertThat(unseen.notice().text()).contains("stranger@elsewhere.example");
            assertThat(unseen.times()).isEqualTo(2);
        });
    }

    @Test
    void aMachinesMailWithoutATicketIsNot() {
        stage.receive(stage.mail("", "Returned.").kind(MessageKind.BOUNCE));
        stage.receive(stage.mail(Stage.ALICE, "I am away.")
                .to("engineer@vendor.example")
                .kind(MessageKind.OUT_OF_OFFICE));
        assertThat(unseen()).isEmpty();
    }

    @Test
    void aMessageTheBrakeKeptBackIsShown() {
        loop(41);
        assertThat(stage.sent()).hasSize(40);
        assertThat(unseen()).extracting(Notice::what).containsExactly(Template.STAFF_NOT_SENT);
        assertThat(unseen().getFirst().text()).contains(Stage.ALICE, "what=ACKNOWLEDGED", "40 to one address");
    }

    @Test
    void theBrakeNeverHoldsBackWhatStaffBringAbout() {
        TicketId ticket = loop(41);
        assertThat(stage.sent()).hasSize(40);
        stage.assess(ticket, Desks.CONSULTATION, 10);
        assertThat(stage.sentOne().subject()).isEqualTo("QUOTE_SENT");
        stage.receive(stage.mail(Stage.ALICE, "The printer prints nothing."));
        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void whatStaffBringAboutDoesNotFillTheBrake() {
        TicketId ticket = quoted();
        for (int i = 0; i < 40; i++) {
            stage.act(
                    ticket,
                    new TicketEvent.Assessed(
                            new Assessment.Priced(Desks.CONSULTATION, 10, false, "work " + i), "again"));
        }
        assertThat(stage.sent()).hasSize(42).last().satisfies(quote -> {
            assertThat(quote.subject()).isEqualTo("QUOTE_REPLACED");
            assertThat(quote.automatic()).isTrue();
        });
        stage.receive(stage.mail(Stage.ALICE, "The scanner scans nothing."));
        assertThat(stage.sentOne().subject()).isEqualTo("ACKNOWLEDGED");
    }

    /** A machine that answers each of our mails with a new one. */
    private TicketId loop(int mails) {
        TicketId last = stage.opened(stage.mail(Stage.ALICE, "The printer prints nothing."));
        for (int i = 1; i < mails; i++) {
            last = stage.opened(stage.mail(Stage.ALICE, "The printer prints nothing."));
        }
        return last;
    }
}
