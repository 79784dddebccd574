package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.MessageKind;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A machine that answers without saying so is known by saying the same again. */
class EchoTest {
    private static final String LONG =
            "Thank you for contacting Example Ltd. Your message is important to us and will be answered in turn.";

    private final Stage stage = new Stage();
    private final TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
    private final OutgoingMessage acknowledgement = stage.sentOne();

    @Test
    void theSameLongTextAgainIsAMachines() {
        assertThat(heard(ALICE, LONG)).isEqualTo(MessageKind.HUMAN);
        assertThat(heard(ALICE, LONG)).isEqualTo(MessageKind.AUTO_REPLY);
        assertThat(heard(ALICE, LONG)).isEqualTo(MessageKind.AUTO_REPLY);
        assertThat(stage.view(ticket).messages()).as("nothing is thrown away").hasSize(5);
    }

    @Test
    void whatPeopleSayTwiceIsTheirs() {
        assertThat(heard(ALICE, "Yes, please.")).isEqualTo(MessageKind.HUMAN);
        assertThat(heard(ALICE, "Yes, please.")).isEqualTo(MessageKind.HUMAN);
        assertThat(heard(ALICE, LONG)).isEqualTo(MessageKind.HUMAN);
        assertThat(heard(ALICE, LONG + " And one word more.")).isEqualTo(MessageKind.HUMAN);
        assertThat(heard("bob@customer.example", LONG)).as("somebody else").isEqualTo(MessageKind.HUMAN);
        stage.clock.set(stage.now().plus(Duration.ofMinutes(61)));
        assertThat(heard(ALICE, LONG)).as("much later").isEqualTo(MessageKind.HUMAN);
    }

    /** As what the newest message that came in was read. */
    private @Nullable MessageKind heard(String from, String text) {
        var ignored = stage.receive(stage.reply(from, acknowledgement, text));
        return stage.view(ticket).messages().stream()
                .filter(said -> said.direction() == Direction.IN)
                .toList()
                .getLast()
                .kind();
    }
}
