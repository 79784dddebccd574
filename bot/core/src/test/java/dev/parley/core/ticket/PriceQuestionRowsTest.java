package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.ledger.Funds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T105: a question about prices or a balance in the middle of a ticket. */
class PriceQuestionRowsTest {
    private final TicketRules rules = new TicketRules();

    @Test
    void t105p21p22AQuestionAboutPricesIsCustomerSupportsAndTheTicketStaysAsItIs() {
        for (Play play : List.of(Play.assessing(100), Play.quoted(100, 10), Play.working(10), Play.answered(10))) {
            Situation situation =
                    new Situation(Play.POLICY, new Funds(100, 10, false), List.of(Play.ALICE), Play.START);
            Decision decision = rules.aboutPrices(play.ticket, Play.CAROL, situation);
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            assertThat(decision.row()).isEqualTo(Row.T105);
            Outgoing said = decision.outgoing().getFirst();
            assertThat(decision.outgoing()).hasSize(1);
            assertThat(said.audience()).isEqualTo(new Outgoing.Audience.Sender(Play.CAROL));
            assertThat(said.fields())
                    .containsEntry("customer_support", Play.POLICY.customerSupport())
                    .containsEntry("available", "90")
                    .hasSize(2);
        }
    }
}
