package dev.parley.slack;

import dev.parley.core.contract.Ruling;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.SplitTicket;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import dev.parley.core.triage.PublicReply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a filled-in form asks for, checked against the desk's price list: prices never come from elsewhere (X-05). */
final class FormRead {
    private final SlackDesk desk;
    private final AssessRequest requests;

    FormRead(SlackDesk desk, AssessRequest requests) {
        this.desk = desk;
        this.requests = requests;
    }

    /** What was read. */
    sealed interface Read {
        record Asked(Deed deed) implements Read {}

        /** {@code block}: the field it is said at. */
        record Wrong(String block, String words) implements Read {}
    }

    Read deed(String form, Call call, View view, Instant now) {
        return switch (form) {
            case Forms.ASSESS -> assess(call);
            case Forms.REPLY -> reply(call);
            case Forms.NOTE -> new Read.Asked(new Deed.Note(call.field("text")));
            case Forms.SPLIT ->
                new Read.Asked(new Deed.Split(new SplitTicket.Part(call.field("subject"), call.field("text"))));
            case Forms.MERGE -> merge(call);
            case Forms.ASSIGN -> new Read.Asked(new Deed.Assign(call.field("login")));
            case Forms.SEVERITY -> new Read.Asked(new Deed.Severity(call.field("severity"), call.field("reason")));
            case Forms.SNOOZE -> snooze(call, now);
            case Forms.CANCEL -> cancel(call, view);
            case Forms.CLOSE ->
                happen(new TicketEvent.CloseAsked(call.field("reason").strip()));
            case Forms.REOPEN -> happen(new TicketEvent.ReopenAsked());
            default -> new Read.Wrong("reason", "There is no such form.");
        };
    }

    private static Read happen(TicketEvent event) {
        return new Read.Asked(new Deed.Happen(event));
    }

    private Read assess(Call call) {
        @Nullable Long amount;
        try {
            amount = call.field("amount").isBlank()
                    ? null
                    : Long.valueOf(call.field("amount").strip());
        } catch (NumberFormatException _) {
            return new Read.Wrong("amount", "Give a whole number.");
        }
        var asked = new AssessRequest.Asked(
                call.field("as"),
                amount,
                blankless(call.field("from")),
                blankless(call.field("to")),
                call.field("scope").strip(),
                call.field("severity"),
                call.field("reason").strip());
        return switch (requests.understand(desk.name(), asked)) {
            case Ruling.Allowed<AssessRequest.Understood>(var understood) ->
                new Read.Asked(new Deed.Assess(understood));
            case Ruling.Refused<AssessRequest.Understood>(var wrong, var right) ->
                new Read.Wrong("as", wrong + "; " + right + ".");
        };
    }

    private static @Nullable String blankless(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static Read reply(Call call) {
        String text = call.field("text");
        if (text.isBlank()) {
            return new Read.Wrong("text", "Say something.");
        }
        try {
            PublicReply.Kind kind = PublicReply.Kind.valueOf(call.field("kind"));
            return new Read.Asked(new Deed.Reply(
                    new PublicReply(kind, text.strip()), Memo.of(call).heard()));
        } catch (IllegalArgumentException _) {
            return new Read.Wrong("kind", "Say what it is.");
        }
    }

    private Read merge(Call call) {
        try {
            long into = Long.parseLong(call.field("into").strip().replaceFirst("^#", ""));
            return into < 1
                    ? new Read.Wrong("into", "A ticket number is 1 or more.")
                    : new Read.Asked(new Deed.Merge(new TicketId(desk.name(), into)));
        } catch (NumberFormatException _) {
            return new Read.Wrong("into", "Give the number of a ticket.");
        }
    }

    private static Read snooze(Call call, Instant now) {
        try {
            long days = Long.parseLong(call.field("days"));
            return new Read.Asked(new Deed.Snooze(days == 0 ? null : now.plus(Duration.ofDays(days))));
        } catch (NumberFormatException _) {
            return new Read.Wrong("days", "Choose for how long.");
        }
    }

    private static Read cancel(Call call, View view) {
        String reason = call.field("reason").strip();
        if (view.ticket().state() instanceof TicketState.CancelReview) {
            try {
                return happen(new TicketEvent.CancellationSettled(
                        Long.parseLong(call.field("amount").strip()), reason));
            } catch (NumberFormatException _) {
                return new Read.Wrong("amount", "Give a whole number, 0 for nothing.");
            }
        }
        Speaker requester =
                new Speaker.Approver(view.requester().id(), view.requester().name());
        return happen(new TicketEvent.CancelRequested(requester));
    }
}
