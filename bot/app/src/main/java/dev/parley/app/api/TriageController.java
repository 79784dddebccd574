package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.contract.Ruling;
import dev.parley.core.desk.HoldReply;
import dev.parley.core.desk.Preview;
import dev.parley.core.desk.UseCases;
import dev.parley.core.message.Party;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.InternalNote;
import dev.parley.core.triage.PublicReply;
import dev.parley.core.triage.Triage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How staff organise their work on a ticket: no price, state or promise changes by any of it. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class TriageController {
    private final UseCases useCases;
    private final Store store;
    private final Staff staff;
    private final InstantSource clock;

    TriageController(UseCases useCases, Store store, Staff staff, InstantSource clock) {
        this.useCases = useCases;
        this.store = store;
        this.staff = staff;
        this.clock = clock;
    }

    /** Who is to have it. */
    record AssigneeAsked(@Nullable String to) {}

    /** Until when it sleeps; null wakes it. */
    record SnoozeAsked(@Nullable Instant until) {}

    /** What staff say among themselves. */
    record NoteAsked(@Nullable String text) {}

    /**
     * What is said to the customer, and as what.
     *
     * @param kind answer, reply or question
     * @param heard the newest message of the customer that was read; null: all that are there
     */
    record ReplyAsked(
            @Nullable String kind,
            @Nullable String text,
            @Nullable Long heard) {}

    /** Which waiting reply is called back. */
    record UndoAsked(@Nullable Long reply) {}

    /** A mail as the customer would get it. */
    record Shown(List<Party> to, String subject, String text) {
        static Shown of(OutgoingMessage message) {
            return new Shown(message.to(), message.subject(), message.textForStaff());
        }
    }

    /** What would come of a reply. */
    record PreviewShown(Views.Done done, List<Shown> messages) {}

    /** The number of a note's ticket. */
    record Noted(long ticket) {}

    @PostMapping("/claim")
    Triage claim(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return ruled(caller, number, tx -> useCases.triage().claim(tx, caller.ticket(number), caller.actor(), now()));
    }

    @PostMapping("/release")
    Triage release(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return ruled(caller, number, tx -> useCases.triage().release(tx, caller.ticket(number), caller.actor(), now()));
    }

    @PostMapping("/assign")
    Triage assign(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody AssigneeAsked asked) {
        String to = required("to", asked.to, "a log-in of this desk");
        if (staff.list(caller.desk()).stream()
                .noneMatch(person -> person.login().equals(to))) {
            throw ApiProblem.bad("‘to’ is " + to + ", and nobody of this desk has that log-in.");
        }
        return ruled(
                caller, number, tx -> useCases.triage().assign(tx, caller.ticket(number), to, caller.actor(), now()));
    }

    @PostMapping("/snooze")
    Triage snooze(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody SnoozeAsked asked) {
        return ruled(
                caller,
                number,
                tx -> useCases.triage().snooze(tx, caller.ticket(number), asked.until, caller.actor(), now()));
    }

    @PostMapping("/note")
    Noted note(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody NoteAsked asked) {
        caller.needs(Role.AGENT);
        String text = within("text", required("text", asked.text, "the note"), InternalNote.CHARS_MAX);
        boolean kept =
                store.transact(tx -> useCases.triage().note(tx, caller.ticket(number), text, caller.actor(), now()));
        if (!kept) {
            throw ApiProblem.missing("ticket " + number);
        }
        return new Noted(number);
    }

    /** What the customer would get; nothing is done. */
    @PostMapping("/replies/preview")
    PreviewShown preview(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody ReplyAsked asked) {
        caller.needs(Role.AGENT);
        PublicReply reply = reply(asked);
        TicketId ticket = caller.ticket(number);
        return Preview.of(store, tx -> useCases.actOnTicket().act(tx, ticket, reply.event(), caller.actor(), now()))
                .map(preview -> new PreviewShown(
                        Views.done(number, preview.decision()),
                        preview.messages().stream().map(Shown::of).toList()))
                .orElseThrow(() -> ApiProblem.missing("ticket " + number));
    }

    /** Lets a reply wait for a moment before it goes out. */
    @PostMapping("/replies")
    HeldReply hold(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody ReplyAsked asked) {
        PublicReply reply = reply(asked);
        TicketId ticket = caller.ticket(number);
        return ruled(caller, number, tx -> {
            long heard = asked.heard == null ? tx.triage().lastHeard(ticket) : asked.heard;
            return useCases.holdReply().hold(tx, ticket, new HoldReply.Asked(reply, heard), caller.actor(), now());
        });
    }

    @PostMapping("/replies/undo")
    HeldReply undo(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody UndoAsked asked) {
        if (asked.reply == null) {
            throw ApiProblem.bad("‘reply’ is missing; give the number of the reply that waits.");
        }
        TicketId ticket = caller.ticket(number);
        return ruled(caller, number, tx -> Optional.of(useCases.holdReply().undo(tx, ticket, asked.reply, now())));
    }

    private static PublicReply reply(ReplyAsked asked) {
        String kind = required("kind", asked.kind, "answer, reply or question");
        String text = within("text", required("text", asked.text, "what to say"), PublicReply.CHARS_MAX);
        for (PublicReply.Kind known : PublicReply.Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return new PublicReply(known, text);
            }
        }
        throw ApiProblem.bad("‘kind’ is " + kind + "; give answer, reply or question.");
    }

    private static String within(String name, String text, int max) {
        if (text.length() > max) {
            throw ApiProblem.bad("‘" + name + "’ has " + text.length() + " characters; give at most " + max + ".");
        }
        return text;
    }

    private <T> T ruled(Caller caller, long number, Function<Transaction, Optional<Ruling<T>>> work) {
        caller.needs(Role.AGENT);
        Ruling<T> ruling = store.transact(work).orElseThrow(() -> ApiProblem.missing("ticket " + number));
        return switch (ruling) {
            case Ruling.Allowed<T>(var value) -> value;
            case Ruling.Refused<T>(var wrong, var right) ->
                throw new ApiProblem(HttpStatus.CONFLICT, "Not possible: " + wrong + "; " + right + ".");
        };
    }

    private Instant now() {
        return clock.instant();
    }
}
