package dev.parley.slack;

import com.google.gson.JsonObject;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.Filter;
import dev.parley.core.port.TicketReads.Line;
import dev.parley.core.ticket.StateName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /parley}: lists and help, answered at once to whoever asks and to nobody else. */
final class Commands {
    private static final int LINES_MAX = 20;
    private static final int SUBJECT_CHARS_MAX = 80;
    private static final Set<StateName> OPEN =
            Arrays.stream(StateName.values()).filter(StateName::open).collect(Collectors.toUnmodifiableSet());
    static final Set<StateName> CUSTOMERS_TURN = Set.of(StateName.QUOTED, StateName.FUNDING, StateName.REQUOTED);

    static final String HELP = """
        *What I can do*
        `/parley mine` – your open tickets
        `/parley unclaimed` – open tickets nobody has
        `/parley waiting` – tickets that wait for a customer's yes or money
        `/parley open` – all open tickets
        `/parley show NUMBER` – one ticket
        `/parley who` – who you are to me
        `/parley help` – this

        Each ticket stands as a card in the triage channel. What you type in its thread is a note for the desk \
        alone; only *Reply to customer* on the card reaches the customer, after a preview, and can be called back for \
        20 seconds.\
        """;

    private final SlackDesk desk;
    private final TicketReads tickets;
    private final People people;

    Commands(SlackDesk desk, TicketReads tickets, People people) {
        this.desk = desk;
        this.tickets = tickets;
        this.people = people;
    }

    Front.Answer answer(Call call) {
        if (call.text("text").strip().equals("who")) {
            return said(who(call));
        }
        return switch (people.who(call)) {
            case People.Who.Known known ->
                said(asked(call.text("text").strip(), known.person().login()));
            case People.Who.Unknown(var address) -> said(Words.unknown(desk.name(), address));
            case People.Who.Outsider() -> said(Words.OUTSIDER);
            case People.Who.Unsaid() -> said(Words.UNSAID);
        };
    }

    private String who(Call call) {
        String account = "Your account is `" + call.account() + "`. ";
        return account
                + switch (people.who(call)) {
                    case People.Who.Known(var person) ->
                        "At the desk ‘" + desk.name() + "’ you are " + person.login() + ".";
                    case People.Who.Unknown(var address) -> Words.unknown(desk.name(), address);
                    case People.Who.Outsider() -> Words.OUTSIDER;
                    case People.Who.Unsaid() -> Words.UNSAID;
                };
    }

    private String asked(String text, String login) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+", 2);
        return switch (words[0]) {
            case "", "help" -> HELP;
            case "mine" -> lines("Your open tickets", OPEN, login);
            case "unclaimed" -> lines("Open tickets nobody has", OPEN, "");
            case "waiting" -> lines("Tickets that wait for a customer", CUSTOMERS_TURN, null);
            case "open" -> lines("Open tickets", OPEN, null);
            case "show" -> one(words.length > 1 ? words[1] : "");
            default -> "I do not know ‘" + Block.quoted(Block.cut(words[0], SUBJECT_CHARS_MAX)) + "’.\n" + HELP;
        };
    }

    private String lines(String title, Set<StateName> states, @Nullable String owner) {
        List<Line> lines = tickets.list(new Filter(desk.name(), states, null, false, owner, Long.MAX_VALUE, LINES_MAX));
        return lines.isEmpty()
                ? "*" + title + "*: none."
                : lines.stream().map(Commands::line).collect(Collectors.joining("\n", "*" + title + "*\n", ""));
    }

    static String line(Line line) {
        String owner =
                line.triage().owner() == null ? "" : " · " + line.triage().owner();
        return "*#" + line.id().number() + "* " + Block.quoted(Block.cut(line.subject(), SUBJECT_CHARS_MAX)) + " · "
                + Block.quoted(line.customer()) + " · "
                + line.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + owner;
    }

    private String one(String number) {
        return Cards.ticket(desk.name(), number.replaceFirst("^#", ""))
                .flatMap(tickets::find)
                .map(view ->
                        Cards.text(view) + "\n" + Block.quoted(view.customer().name()) + " · " + Stand.price(view))
                .orElse("There is no such ticket.");
    }

    private static Front.Answer said(String words) {
        JsonObject answer = new JsonObject();
        answer.addProperty("response_type", "ephemeral");
        answer.addProperty("text", words);
        return new Front.Answer.Said(answer.toString());
    }
}
