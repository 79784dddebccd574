package dev.parley.testkit.simulate;

import dev.parley.core.contract.Ruling;
import dev.parley.core.desk.HoldReply;
import dev.parley.core.desk.TriageTicket;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.PublicReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Staff pass tickets to each other, talk about them, and let replies wait. */
final class TriageMoves {
    /** What every note says, and no mail ever. */
    static final String NOTE = "between us";

    private static final List<PublicReply.Kind> KINDS = List.of(PublicReply.Kind.values());

    private final Town town;
    private final Tally tally;
    private final StaffMoves staff;

    TriageMoves(Town town, Tally tally, StaffMoves staff) {
        this.town = town;
        this.tally = tally;
        this.staff = staff;
    }

    String happens(Move move) {
        return staff.ticket(move).map(ticket -> happens(ticket, move)).orElse("no ticket to organise");
    }

    private String happens(Ticket ticket, Move move) {
        TriageTicket triage = town.useCases.triage();
        TicketId id = ticket.id();
        Object came = switch (move.how() % 8) {
            case 0 -> does(tx -> triage.claim(tx, id, Town.AGENT, town.now()));
            case 1 -> does(tx -> triage.release(tx, id, Town.LEAD, town.now()));
            case 2 -> does(tx -> triage.assign(tx, id, Town.LEAD.login(), Town.AGENT, town.now()));
            case 3 -> does(tx -> triage.snooze(tx, id, later(move), Town.AGENT, town.now()));
            case 4 -> does(tx -> triage.note(tx, id, "This stays " + NOTE + ".", Town.AGENT, town.now()));
            case 5 -> undoes(id);
            default -> holds(id, move);
        };
        return id.desk() + " ticket " + id.number() + " organised: " + came;
    }

    private Instant later(Move move) {
        return town.now().plus(Duration.ofHours(1 + move.which() % 90));
    }

    /** With the newest message read, or not. */
    private Optional<Ruling<HeldReply>> holds(TicketId id, Move move) {
        PublicReply reply = new PublicReply(Move.pick(KINDS, move.which()), "We looked at it.");
        Optional<Ruling<HeldReply>> held = does(tx -> {
            long heard = move.which() % 5 == 0 ? 0 : tx.triage().lastHeard(id);
            return town.useCases.holdReply().hold(tx, id, new HoldReply.Asked(reply, heard), Town.AGENT, town.now());
        });
        if (held.isPresent() && held.get() instanceof Ruling.Allowed<HeldReply>) {
            tally.did("replies held");
        }
        return held;
    }

    private String undoes(TicketId id) {
        return does(tx -> tx.lock(id)
                .flatMap(_ -> tx.triage().waiting(id))
                .map(held -> town.useCases.holdReply().undo(tx, id, held.id(), town.now()))
                .map(Object::toString)
                .orElse("nothing waits"));
    }

    private <T> T does(Function<Transaction, T> work) {
        return town.store.transact(work);
    }
}
