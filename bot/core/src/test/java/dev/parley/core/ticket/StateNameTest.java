package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.policy.CategoryKey;
import dev.parley.core.quote.Quote;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateNameTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant END = NOW.plusSeconds(60);
    private static final Quote QUOTE = new Quote(1, new CategoryKey(2, "consultation"), 10, "", false, NOW, END);
    private static final Price FREE = new Price.Free();

    /** One of every state, in the order of {@link StateName}. */
    private static final List<TicketState> STATES = List.of(
            new TicketState.New(),
            new TicketState.Assessing(NOW, null),
            new TicketState.Quoted(QUOTE, Waiting.FRESH),
            new TicketState.Negotiating(QUOTE, Waiting.FRESH, 5),
            new TicketState.Funding(QUOTE, Said.byRule(NOW), END),
            new TicketState.Working(FREE, false, NOW, null),
            new TicketState.Requoted(FREE, QUOTE, Waiting.FRESH, false, null),
            new TicketState.CancelReview(FREE, false, NOW),
            new TicketState.Answered(FREE, NOW),
            new TicketState.Closed(FREE, NOW),
            new TicketState.ClosedUnpaid(Ending.DECLINED, QUOTE, null, NOW),
            new TicketState.Merged(new TicketId("support", 7)));

    @Test
    void everyStateHasItsName() {
        assertThat(STATES.stream().map(StateName::of)).containsExactly(StateName.values());
    }

    @Test
    void threeStatesAreClosed() {
        assertThat(StateName.values())
                .filteredOn(name -> !name.open())
                .containsExactly(StateName.CLOSED, StateName.CLOSED_UNPAID, StateName.MERGED);
    }
}
