package dev.parley.app.bot;

import dev.parley.core.desk.ActOnTicket;
import dev.parley.core.port.Actor;
import dev.parley.core.port.DueWork;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** Lets the clock speak: reminders, expiries, closings. */
final class DueStep implements Loop.Step {
    private static final int BATCH = 20;

    private final DueWork due;
    private final ActOnTicket act;
    private final Bell outgoing;
    private final Worker worker;

    DueStep(DueWork due, ActOnTicket act, Bell outgoing, Worker worker) {
        this.due = due;
        this.act = act;
        this.outgoing = outgoing;
        this.worker = worker;
    }

    @Override
    public boolean run() {
        Instant now = worker.clock().instant();
        List<TicketId> tickets = due.claim(worker.name(), BATCH, worker.lease(), now);
        for (TicketId ticket : tickets) {
            var ignored = act.act(ticket, new TicketEvent.DeadlinePassed(), new Actor.Desk(), now);
            worker.counters().due();
            outgoing.ring();
        }
        return !tickets.isEmpty();
    }
}
