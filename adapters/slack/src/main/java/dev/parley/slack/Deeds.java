package dev.parley.slack;

import dev.parley.core.contract.Ruling;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.HoldReply;
import dev.parley.core.desk.Preview;
import dev.parley.core.desk.SetSeverity;
import dev.parley.core.desk.SplitTicket;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** Does what staff want, in the transaction of the caller's, and says in words why not. */
final class Deeds {
    private static final String NO_TICKET = "There is no such ticket.";

    private final Store store;
    private final UseCases useCases;
    private final AssessRequest requests;
    private final SetSeverity severity;

    Deeds(SlackPorts ports) {
        this.store = ports.store();
        this.useCases = ports.useCases();
        this.requests = ports.requests();
        this.severity = ports.severity();
    }

    /** Who wants it, and when. */
    record By(Actor.Staff staff, Instant at) {}

    /** Does it; "" if it was done, else why not. */
    String run(Transaction tx, TicketId id, Deed deed, By by) {
        return switch (deed) {
            case Deed.Happen _, Deed.Assess _, Deed.Merge _ ->
                decided(tx, id, deed, by).map(Deeds::refused).orElse(NO_TICKET);
            case Deed.Split(var part) -> split(tx, id, part, by);
            case Deed.Reply(var reply, var heard) ->
                ruled(useCases.holdReply().hold(tx, id, new HoldReply.Asked(reply, heard), by.staff, by.at));
            case Deed.Undo(var reply) -> ruled(Optional.of(useCases.holdReply().undo(tx, id, reply, by.at)));
            case Deed.Claim() -> ruled(useCases.triage().claim(tx, id, by.staff, by.at));
            case Deed.Release() -> ruled(useCases.triage().release(tx, id, by.staff, by.at));
            case Deed.Assign(var login) -> ruled(useCases.triage().assign(tx, id, login, by.staff, by.at));
            case Deed.Snooze(var until) -> ruled(useCases.triage().snooze(tx, id, until, by.staff, by.at));
            case Deed.Severity(var level, var reason) ->
                ruled(severity.set(tx, id, new SetSeverity.Asked(level, reason), by.staff, by.at));
            case Deed.Note(var text) -> useCases.triage().note(tx, id, text, by.staff, by.at) ? "" : NO_TICKET;
        };
    }

    /** What would come of it, with every message the customer would get; empty where the rules are not asked. */
    Optional<Preview> preview(TicketId id, Deed deed, By by) {
        return Preview.of(store, tx -> decided(tx, id, deed, by));
    }

    private Optional<Decision> decided(Transaction tx, TicketId id, Deed deed, By by) {
        return switch (deed) {
            case Deed.Happen(var event) -> useCases.actOnTicket().act(tx, id, event, by.staff, by.at);
            case Deed.Assess(var understood) -> requests.assess(tx, id, understood, by.staff, by.at);
            case Deed.Merge(var into) -> useCases.mergeTickets().merge(tx, id, into, by.staff, by.at);
            case Deed.Reply(var reply, var _) -> useCases.actOnTicket().act(tx, id, reply.event(), by.staff, by.at);
            case Deed.Split _,
                    Deed.Undo _,
                    Deed.Claim _,
                    Deed.Release _,
                    Deed.Assign _,
                    Deed.Snooze _,
                    Deed.Severity _,
                    Deed.Note _ -> Optional.empty();
        };
    }

    private String split(Transaction tx, TicketId id, SplitTicket.Part part, By by) {
        return useCases.splitTicket()
                .split(tx, id, part, by.staff, by.at)
                .map(split -> switch (split) {
                    case SplitTicket.Split.Made _ -> "";
                    case SplitTicket.Split.Not(var row, var reason) -> notNow(row.toString(), reason);
                })
                .orElse(NO_TICKET);
    }

    static String refused(Decision decision) {
        return switch (decision) {
            case Decision.Transition _ -> "";
            case Decision.Refused refused -> notNow(refused.row().toString(), refused.reason());
            case Decision.Ignored ignored -> notNow(ignored.row().toString(), ignored.reason());
        };
    }

    private static String notNow(String row, String reason) {
        return "Not possible now (" + row + "): " + reason;
    }

    private static <T> String ruled(Optional<Ruling<T>> ruling) {
        return ruling.map(said -> switch (said) {
                    case Ruling.Allowed<T> _ -> "";
                    case Ruling.Refused<T>(var wrong, var right) -> "Not possible: " + wrong + "; " + right + ".";
                })
                .orElse(NO_TICKET);
    }
}
