package dev.parley.slack;

import com.google.gson.JsonObject;
import dev.parley.core.port.TicketReads;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be answered at once, while Slack waits: forms to open, forms to check. Nothing is changed here. */
final class Front {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final SlackDesk desk;
    private final TicketReads tickets;
    private final People people;
    private final Forms forms;
    private final Commands commands;
    private final SlackApi api;

    Front(SlackDesk desk, TicketReads tickets, People people, Forms forms, Commands commands, SlackApi api) {
        this.desk = desk;
        this.tickets = tickets;
        this.people = people;
        this.forms = forms;
        this.commands = commands;
        this.api = api;
    }

    /** How Slack is answered. */
    sealed interface Answer {
        /** It is to be recorded first. {@code words}: JSON to answer with, or "". */
        record Take(String words) implements Answer {}

        /** Nothing to record; {@code words}: JSON. */
        record Said(String words) implements Answer {}

        /** Nothing to record, nothing to say. */
        record Nothing() implements Answer {}
    }

    Answer answer(Call call) {
        return switch (call.kind()) {
            case EVENT -> new Answer.Take("");
            case ACTION -> action(call);
            case SUBMISSION -> submission(call);
            case COMMAND -> commands.answer(call);
            case SHORTCUT, SUGGESTION, OTHER -> new Answer.Nothing();
        };
    }

    private Answer action(Call call) {
        String id = call.actionId();
        String form = id.equals(Cards.MORE) ? first(call.value()) : id.replaceFirst("^" + Cards.OPEN, "");
        boolean opens = id.equals(Cards.MORE) || id.startsWith(Cards.OPEN);
        if (!opens || !forms.knows(form)) {
            return new Answer.Take("");
        }
        open(call, form);
        return new Answer.Nothing();
    }

    private void open(Call call, String form) {
        JsonObject view = switch (people.who(call)) {
            case People.Who.Known known ->
                ticket(call)
                        .map(t -> forms.open(form, t, known.person()))
                        .orElseGet(() -> Forms.told("Parley", "There is no such ticket."));
            case People.Who.Unknown(var address) -> Forms.told("Not known", Words.unknown(desk.name(), address));
            case People.Who.Outsider() -> Forms.told("Not for guests", Words.OUTSIDER);
            case People.Who.Unsaid() -> Forms.told("Try again", Words.UNSAID);
        };
        if (api.openView(call.trigger(), view.toString()) instanceof Outcome.Never<String>(var why)) {
            LOG.info("The form {} of ticket {} did not open: {}", form, call.value(), why);
        }
    }

    private Optional<TicketReads.View> ticket(Call call) {
        return Cards.ticket(desk.name(), call.value()).flatMap(tickets::find);
    }

    private static String first(String value) {
        int space = value.indexOf(' ');
        return space < 0 ? value : value.substring(0, space);
    }

    private Answer submission(Call call) {
        return switch (people.who(call)) {
            case People.Who.Known known -> forms.check(call, known.person());
            case People.Who.Unknown(var address) ->
                new Answer.Said(Forms.shown(Forms.told("Not known", Words.unknown(desk.name(), address))));
            case People.Who.Outsider() -> new Answer.Said(Forms.shown(Forms.told("Not for guests", Words.OUTSIDER)));
            case People.Who.Unsaid() -> new Answer.Said(Forms.shown(Forms.told("Try again", Words.UNSAID)));
        };
    }
}
