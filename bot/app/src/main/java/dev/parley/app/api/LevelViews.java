package dev.parley.app.api;

import dev.parley.core.customer.Customer;
import dev.parley.core.port.Levels.Told;
import dev.parley.core.servicelevel.Deadline;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.Verdict;
import dev.parley.core.standing.Promises;
import dev.parley.core.standing.Standing;
import dev.parley.core.standing.Todo;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clocks and queues as the API tells them. */
final class LevelViews {
    private LevelViews() {}

    /**
     * A ticket's clocks.
     *
     * @param severity of the desk file, "" if none was set
     * @param todo what it waits for, in words
     * @param dueAt the earliest of what is promised; null if nothing is, or not any more
     * @param told who was told of them
     */
    record Clock(
            long ticket,
            String type,
            String severity,
            Plan plan,
            String todo,
            @Nullable Instant dueAt,
            List<Running> clocks,
            List<Told> told) {}

    /** One clock; minutes of working time. {@code lines}: how it came to this. */
    record Running(
            String promise,
            int round,
            Verdict verdict,
            Instant dueAt,
            long targetMinutes,
            long elapsedMinutes,
            List<String> lines) {}

    /** A ticket in the queue. {@code todo}: what staff do about it, in words. */
    record Queued(
            long number,
            String subject,
            String customer,
            String type,
            String severity,
            Plan plan,
            StateName state,
            String todo,
            @Nullable Instant dueAt,
            @Nullable Verdict verdict) {}

    static Clock clock(Standing standing, List<Told> told) {
        Ticket ticket = standing.history().ticket();
        return new Clock(
                ticket.id().number(),
                Promises.key(ticket.type()),
                standing.history().severity(),
                standing.matter().plan(),
                Todo.of(ticket).words(),
                standing.dueAt(),
                standing.deadlines().stream().map(LevelViews::running).toList(),
                told);
    }

    private static Running running(Deadline deadline) {
        return new Running(
                deadline.terms().promise().words(),
                deadline.round(),
                deadline.verdict(),
                deadline.dueAt(),
                deadline.terms().target().toMinutes(),
                deadline.elapsed().toMinutes(),
                deadline.explain());
    }

    static Queued queued(Standing standing, Optional<Customer> customer) {
        Ticket ticket = standing.history().ticket();
        return new Queued(
                ticket.id().number(),
                ticket.subject(),
                customer.map(Customer::name).orElse(""),
                Promises.key(ticket.type()),
                standing.history().severity(),
                standing.matter().plan(),
                StateName.of(ticket.state()),
                Todo.of(ticket).words(),
                standing.dueAt(),
                standing.verdict());
    }
}
