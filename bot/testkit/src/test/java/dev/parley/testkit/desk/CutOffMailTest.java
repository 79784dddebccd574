package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKind;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** Mail over the size cap, of which only the beginning was taken. */
class CutOffMailTest {

    private final Stage stage = new Stage();

    @Test
    void pitfall35WhoWroteItIsToldOnceAndStaffSeeIt() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Pictures of it:").cutOff());

        assertThat(stage.sent()).extracting(OutgoingMessage::subject).containsExactly("ACKNOWLEDGED", "MAIL_CUT_OFF");
        assertThat(stage.sent()).isEmpty();
        assertThat(stage.store.tickets().notices(DESK, 9)).anySatisfy(unseen -> {
            assertThat(unseen.notice().what()).isEqualTo(Template.STAFF_MAIL_CUT_OFF);
            assertThat(unseen.notice().ticket()).isEqualTo(ticket.number());
        });
    }

    @Test
    void pitfall35OnATicketItIsToldToo() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
        OutgoingMessage acknowledged = stage.sent().getLast();

        stage.receive(stage.mail(ALICE, "The log:")
                .answering(acknowledged.messageId())
                .cutOff());

        assertThat(stage.sent()).extracting(OutgoingMessage::subject).contains("MAIL_CUT_OFF");
        assertThat(stage.view(ticket)).isNotNull();
    }

    @Test
    void pitfall35MachinesStrangersAndForgeriesAreNotTold() {
        stage.opened(stage.mail(ALICE, "Nothing prints."));
        String id = stage.sent().getLast().messageId();

        stage.receive(stage.mail(ALICE, "I am away.")
                .kind(MessageKind.OUT_OF_OFFICE)
                .answering(id)
                .cutOff());
        stage.receive(stage.mail(ALICE, "The log:")
                .auth(AuthVerdict.FAIL)
                .answering(id)
                .cutOff());
        stage.receive(stage.mail("stranger@elsewhere.example", "The log:")
                .answering(id)
                .cutOff());
        stage.receive(stage.mail("mailer-daemon@elsewhere.example", "Failed.")
                .kind(MessageKind.BOUNCE)
                .answering(id)
                .failing(ALICE)
                .cutOff());
        stage.receive(stage.mail("list@elsewhere.example", "News")
                .kind(MessageKind.LIST)
                .cutOff());

        assertThat(stage.sent()).extracting(OutgoingMessage::subject).doesNotContain("MAIL_CUT_OFF");
    }

    @Test
    void pitfall35TheBrakesHoldForItToo() {
        for (int i = 0; i < 25; i++) {
            stage.receive(
                    stage.mail(ALICE, "Picture " + i).auth(AuthVerdict.NONE).cutOff());
        }

        assertThat(stage.sent().size()).isLessThan(25);
    }
}
