package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.standing.Todo;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a ticket waits for, in every form of every state. */
class TodoTest {
    private static final Map<StateName, Set<Todo>> POSSIBLE = Map.ofEntries(
            Map.entry(StateName.NEW, Set.of(Todo.ASSESS)),
            Map.entry(StateName.ASSESSING, Set.of(Todo.ASSESS, Todo.WAIT_FOR_DATA)),
            Map.entry(StateName.QUOTED, Set.of(Todo.WAIT_FOR_YES, Todo.ANSWER_QUESTION)),
            Map.entry(StateName.NEGOTIATING, Set.of(Todo.SETTLE_PRICE)),
            Map.entry(StateName.FUNDING, Set.of(Todo.WAIT_FOR_MONEY)),
            Map.entry(StateName.WORKING, Set.of(Todo.BEGIN, Todo.WORK, Todo.WAIT_FOR_DATA)),
            Map.entry(StateName.REQUOTED, Set.of(Todo.WAIT_FOR_YES, Todo.ANSWER_QUESTION, Todo.WAIT_FOR_MONEY)),
            Map.entry(StateName.CANCEL_REVIEW, Set.of(Todo.SETTLE_CANCELLATION)),
            Map.entry(StateName.ANSWERED, Set.of(Todo.WAIT_FOR_CLOSE)),
            Map.entry(StateName.CLOSED, Set.of(Todo.ENDED)),
            Map.entry(StateName.CLOSED_UNPAID, Set.of(Todo.ENDED)),
            Map.entry(StateName.MERGED, Set.of(Todo.ENDED)));

    @Test
    void everyStateWaitsForWhatItStandsFor() {
        Set<Todo> seen = EnumSet.noneOf(Todo.class);
        Stages.all()
                .forEach((state, stages) -> stages.forEach((name, stage) -> {
                    Ticket ticket = stage.get().ticket;
                    Todo todo = Todo.of(ticket);
                    seen.add(todo);
                    Set<Todo> expected = ticket.disputed() ? Set.of(Todo.SETTLE_DISPUTE) : POSSIBLE.get(state);
                    assertThat(expected).as(state + " " + name).contains(todo);
                }));
        assertThat(seen).isEqualTo(EnumSet.allOf(Todo.class));
    }

    @Test
    void whatWaitsForSomebodyElseIsNotTheStaffsTurn() {
        assertThat(EnumSet.allOf(Todo.class))
                .allSatisfy(todo ->
                        assertThat(todo.staff()).isEqualTo(!todo.name().startsWith("WAIT") && todo != Todo.ENDED));
        assertThat(Todo.WAIT_FOR_YES.words()).isEqualTo("waits for the customer's yes");
    }
}
