package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two desks that answer each other bring a ticket back for ever, unless somebody counts (mail requirement 12). */
class ReopeningTest {
    private final Stage stage = new Stage();
    private final TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
    private final OutgoingMessage acknowledgement = stage.sentOne();

    private StateName state() {
        return StateName.of(stage.view(ticket).ticket().state());
    }

    /** Assessed as a question that needs no yes, and answered. */
    private void answered() {
        if (state() == StateName.ASSESSING) {
            var _ = stage.assess(ticket, Desks.QUESTION, 5);
        }
        var _ = stage.act(ticket, new TicketEvent.AnswerSent("It does now."));
        assertThat(state()).isEqualTo(StateName.ANSWERED);
    }

    private void writes(int nth) {
        var _ = stage.receive(stage.reply(ALICE, acknowledgement, "It does not work, attempt number " + nth + "."));
    }

    @Test
    void theSixthTimeWithinADayTheTicketStaysAsItIsAndStaffSeeIt() {
        for (int nth = 1; nth <= 5; nth++) {
            answered();
            writes(nth);
            assertThat(state()).as("time " + nth).isEqualTo(StateName.WORKING);
        }
        answered();
        int messages = stage.view(ticket).messages().size();
        writes(6);
        assertThat(state()).isEqualTo(StateName.ANSWERED);
        assertThat(stage.view(ticket).messages()).as("nothing is thrown away").hasSizeGreaterThan(messages);
        assertThat(stage.store.tickets().notices(Stage.DESK, TicketReads.PAGE_MAX))
                .filteredOn(unseen -> unseen.notice().what() == Template.STAFF_CUSTOMER_WROTE)
                .anyMatch(unseen -> unseen.notice().text().contains("brought back 5 times within a day"));
        stage.clock.set(stage.now().plus(Duration.ofHours(25)));
        writes(7);
        assertThat(state()).as("a day later").isEqualTo(StateName.WORKING);
    }
}
