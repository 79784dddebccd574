package dev.parley.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parley.core.port.Actor;
import dev.parley.core.port.ChatCards;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.Outcome;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.InternalNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on what was recorded: each click, form and message is done and marked as done in one transaction, so that
 * neither a crash nor a repetition does it twice. Whoever may not is told, alone.
 */
final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    /** What people write; all other subtypes are Slack's own words. */
    private static final Set<String> WRITTEN = Set.of("", "file_share", "thread_broadcast", "me_message");

    private final SlackSettings settings;
    private final Store store;
    private final TicketReads tickets;
    private final ChatCards cards;
    private final People people;
    private final Deeds deeds;
    private final Forms forms;
    private final Home home;
    private final SlackApi api;

    Work(SlackSettings settings, SlackPorts ports, Parts parts) {
        this.settings = settings;
        this.store = ports.store();
        this.tickets = ports.tickets();
        this.cards = ports.cards();
        this.people = parts.people;
        this.deeds = parts.deeds;
        this.forms = parts.forms;
        this.home = parts.home;
        this.api = parts.api;
    }

    /** What it works with. */
    record Parts(People people, Deeds deeds, Forms forms, Home home, SlackApi api) {}

    /** Works on a claim and finishes it. @throws RuntimeException if it is to be tried again */
    void work(Inbox.Claim claim, Instant now) {
        Call call = Call.of(new String(claim.message().raw(), StandardCharsets.UTF_8));
        switch (call.kind()) {
            case ACTION -> asked(claim, call, action(call), now);
            case SUBMISSION -> asked(claim, call, submission(call, now), now);
            case EVENT -> event(claim, call, now);
            case SHORTCUT, SUGGESTION, COMMAND, OTHER -> finish(claim, now);
        }
    }

    private record Asked(TicketId ticket, Deed deed) {}

    private Optional<Asked> action(Call call) {
        String value = call.value();
        Optional<Deed> deed = switch (call.actionId()) {
            case Cards.CLAIM -> Optional.of(new Deed.Claim());
            case Cards.RELEASE -> Optional.of(new Deed.Release());
            case Cards.UNDO -> number(Cards.rest(value)).map(Deed.Undo::new);
            default -> Optional.empty();
        };
        return Cards.ticket(settings.desk(), value).flatMap(ticket -> deed.map(d -> new Asked(ticket, d)));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Asked> submission(Call call, Instant now) {
        TicketId ticket = new TicketId(settings.desk(), Memo.of(call).ticket());
        return tickets.find(ticket).flatMap(view -> forms.deed(call, view, now)).map(deed -> new Asked(ticket, deed));
    }

    private void asked(Inbox.Claim claim, Call call, Optional<Asked> asked, Instant now) {
        if (asked.isEmpty()) {
            LOG.info("Message {} of {} asks for nothing we know", claim.id(), settings.channel());
            finish(claim, now);
            return;
        }
        switch (people.who(call)) {
            case People.Who.Known(var person) -> done(claim, call, asked.get(), person, now);
            case People.Who.Unknown(var address) -> refuse(claim, call, Words.unknown(settings.desk(), address), now);
            case People.Who.Outsider() -> refuse(claim, call, Words.OUTSIDER, now);
            case People.Who.Unsaid() ->
                throw new IllegalStateException("Slack does not say who " + call.user() + " is");
        }
    }

    private void done(Inbox.Claim claim, Call call, Asked asked, Staff.Person person, Instant now) {
        if (!person.roles().contains(Role.AGENT)) {
            refuse(claim, call, Words.lacks(person.login(), "agent"), now);
            return;
        }
        Deeds.By by = new Deeds.By(new Actor.Staff(person.login()), now);
        String problem = store.transact(tx -> {
            String why = deeds.run(tx, asked.ticket, asked.deed, by);
            tx.finish(claim, Outcome.DONE, now);
            return why;
        });
        if (!problem.isEmpty()) {
            tell(call, problem);
        }
    }

    private void refuse(Inbox.Claim claim, Call call, String words, Instant now) {
        finish(claim, now);
        tell(call, words);
    }

    private void finish(Inbox.Claim claim, Instant now) {
        boolean _ = store.transact(tx -> {
            tx.finish(claim, Outcome.DONE, now);
            return true;
        });
    }

    /** To that person alone, where they are; a form has no channel, so there it is a direct message. */
    private void tell(Call call, String words) {
        if (call.user().isEmpty()) {
            return;
        }
        String problem = (call.room().isEmpty()
                        ? api.direct(call.user(), words)
                        : api.ephemeral(call.room(), call.user(), thread(call), words))
                .problem();
        if (!problem.isEmpty()) {
            LOG.warn("{} was not told why nothing was done: {}", call.user(), problem);
        }
    }

    private static String thread(Call call) {
        return switch (call.kind()) {
            case EVENT -> Call.text(call.written(), "thread_ts");
            case ACTION -> Call.text(call.object("message"), "thread_ts");
            case SUBMISSION, SHORTCUT, SUGGESTION, COMMAND, OTHER -> "";
        };
    }

    private void event(Inbox.Claim claim, Call call, Instant now) {
        JsonObject event = call.event();
        if (Call.text(event, "type").equals("app_home_opened")) {
            finish(claim, now);
            home(call);
            return;
        }
        Optional<TicketId> ticket = Call.text(event, "type").equals("message") ? threadOf(call) : Optional.empty();
        String words = ticket.isEmpty() || call.written().has("bot_id") ? "" : noted(call);
        if (ticket.isEmpty() || words.isBlank()) {
            finish(claim, now);
            return;
        }
        asked(claim, call, Optional.of(new Asked(ticket.get(), new Deed.Note(words))), now);
    }

    private void home(Call call) {
        String view = switch (people.who(call)) {
            case People.Who.Known(var person) -> home.of(person.login());
            case People.Who.Unknown(var address) -> Home.told(Words.unknown(settings.desk(), address));
            case People.Who.Outsider() -> Home.told(Words.OUTSIDER);
            case People.Who.Unsaid() -> Home.told(Words.UNSAID);
        };
        String problem = api.publishHome(call.user(), view).problem();
        if (!problem.isEmpty()) {
            LOG.info("The home of {} was not shown: {}", call.user(), problem);
        }
    }

    private Optional<TicketId> threadOf(Call call) {
        String thread = Call.text(call.written(), "thread_ts");
        return thread.isEmpty() ? Optional.empty() : cards.at(settings.desk(), call.room(), thread);
    }

    /** What somebody wrote, changed or deleted in a thread; "" if it was none of that. */
    private static String noted(Call call) {
        JsonObject event = call.event();
        String text = Call.text(call.written(), "text").strip();
        String subtype = Call.text(event, "subtype");
        String before =
                Call.text(Call.object(event, "previous_message"), "text").strip();
        String words = switch (subtype) {
            case "message_changed" -> text.equals(before) ? "" : "(edited) " + text;
            case "message_deleted" -> "(deleted in Slack) " + before;
            default -> WRITTEN.contains(subtype) ? text + files(event) : "";
        };
        return Block.cut(words.strip(), InternalNote.CHARS_MAX);
    }

    private static String files(JsonObject event) {
        StringBuilder names = new StringBuilder();
        if (event.get("files") instanceof JsonArray files) {
            for (JsonElement file : files) {
                names.append("\n(file in Slack: ")
                        .append(Call.text(file.getAsJsonObject(), "name"))
                        .append(')');
            }
        }
        return names.toString();
    }
}
