package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.desk.AcceptMessage.Arrival;
import dev.parley.core.desk.Accepted;
import dev.parley.core.port.ClaimLost;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several messages in one transaction. */
class AcceptTogetherTest {
    private final Stage stage = new Stage();
    private final TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
    private final OutgoingMessage quote = quote();

    private OutgoingMessage quote() {
        List<OutgoingMessage> before = stage.sent();
        stage.assess(ticket, Desks.CONSULTATION, 10);
        return stage.sent().stream()
                .filter(mail -> !before.contains(mail))
                .filter(mail -> mail.to().getFirst().address().equals(ALICE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void messagesAcceptedTogetherAreDecidedInTheirOrder() {
        Arrival yes = stage.arrival(stage.reply(ALICE, quote, "Yes, go ahead."));
        Arrival no = stage.arrival(stage.reply(ALICE, quote, "No."));

        List<Accepted> accepted = stage.useCases.acceptMessage().accept(List.of(yes, no), stage.now());

        assertThat(accepted.getFirst()).isEqualTo(new Accepted.OnTicket(ticket, Row.T20));
        assertThat(stage.view(ticket).history())
                .extracting(TicketReads.Step::row)
                .endsWith(Row.T20, Row.T67);
        assertThat(stage.held()).isZero();
    }

    @Test
    void ofMessagesAcceptedTogetherNothingIsKeptIfOneFails() {
        Arrival yes = stage.arrival(stage.reply(ALICE, quote, "Yes, go ahead."));
        Arrival late = stage.arrival(stage.mail(ALICE, "Another question."));
        stage.useCases.acceptMessage().accept(late, stage.now());

        assertThatThrownBy(() -> stage.useCases.acceptMessage().accept(List.of(yes, late), stage.now()))
                .isInstanceOf(ClaimLost.class);

        assertThat(stage.held()).isZero();
        assertThat(stage.useCases.acceptMessage().accept(yes, stage.now()))
                .isEqualTo(new Accepted.OnTicket(ticket, Row.T20));
    }
}
