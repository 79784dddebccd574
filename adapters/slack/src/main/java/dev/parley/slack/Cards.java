package dev.parley.slack;

import com.google.gson.JsonObject;
import dev.parley.core.desk.ReadCard.Card;
import dev.parley.core.port.TicketReads.Delivery;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import dev.parley.slack.Block.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A ticket as a card: who asks, what for, how it stands, and what can be done. */
final class Cards {
    static final String CLAIM = "parley:claim";
    static final String RELEASE = "parley:release";
    static final String UNDO = "parley:undo";

    /** Begins the ids of buttons that open a form, whose name follows. */
    static final String OPEN = "parley:open:";

    static final String MORE = "parley:more";

    private static final int SUBJECT_CHARS_MAX = 250;
    private static final int LINE_CHARS_MAX = 80;
    private static final int LINES_A_SECTION = 10;
    private static final int NEWEST_CHARS_MAX = 700;
    private static final int FACT_CHARS_MAX = 300;

    private Cards() {}

    /** The ticket a button's or option's value begins with. */
    static Optional<TicketId> ticket(String desk, String value) {
        int space = value.indexOf(' ');
        try {
            long number = Long.parseLong(space < 0 ? value : value.substring(0, space));
            return number < 1 ? Optional.empty() : Optional.of(new TicketId(desk, number));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** What follows the ticket in a value, "" if nothing does. */
    static String rest(String value) {
        int space = value.indexOf(' ');
        return space < 0 ? "" : value.substring(space + 1);
    }

    /** The words for notifications and for programs without blocks. */
    static String text(View view) {
        return "#" + view.ticket().id().number() + " "
                + Block.quoted(Block.cut(view.ticket().subject(), SUBJECT_CHARS_MAX)) + " – " + Stand.words(view);
    }

    static List<JsonObject> blocks(Card card) {
        View view = card.view();
        List<JsonObject> blocks = new ArrayList<>();
        blocks.add(Block.section("*#" + view.ticket().id().number() + "  "
                + Block.quoted(Block.cut(view.ticket().subject(), SUBJECT_CHARS_MAX)) + "*"));
        blocks.add(Block.fields(facts(card)));
        newest(view).ifPresent(said -> blocks.add(Block.section(quote(said))));
        waiting(view).ifPresent(blocks::add);
        blocks.add(Block.actions("parley:actions", buttons(view)));
        return blocks;
    }

    /** Many new tickets, a line each; whoever takes one gets its card. */
    static List<JsonObject> list(List<View> views) {
        List<JsonObject> blocks = new ArrayList<>();
        blocks.add(Block.section("*" + views.size() + " new tickets*"));
        for (int from = 0; from < views.size(); from += LINES_A_SECTION) {
            blocks.add(Block.section(views.subList(from, Math.min(views.size(), from + LINES_A_SECTION)).stream()
                    .map(Cards::line)
                    .collect(Collectors.joining("\n"))));
        }
        List<Option> options = views.stream()
                .map(view -> new Option(
                        String.valueOf(view.ticket().id().number()),
                        "#" + view.ticket().id().number() + " " + view.ticket().subject()))
                .toList();
        blocks.add(Block.actions("parley:actions", List.of(Block.select(CLAIM, "Claim one…", options, null))));
        return blocks;
    }

    private static String line(View view) {
        return "*#" + view.ticket().id().number() + "* "
                + Block.quoted(Block.cut(view.ticket().subject(), LINE_CHARS_MAX)) + " · "
                + Block.quoted(Block.cut(view.customer().name(), LINE_CHARS_MAX));
    }

    /** True once somebody has begun with it, or the customer wrote again: then it stands by itself. */
    static boolean isTakenUp(View view) {
        return view.triage().owner() != null
                || view.waiting() != null
                || Stand.isAssessed(view)
                || view.messages().stream().filter(Cards::isCustomers).count() > 1;
    }

    private static List<String> facts(Card card) {
        View view = card.view();
        List<String> lines = new ArrayList<>();
        lines.add(fact(
                "From",
                view.requester().name() + ", " + view.customer().name()
                        + (view.customer().provisional() ? " (nobody has vouched for them)" : "")));
        lines.add(fact("State", Stand.words(view)));
        lines.add(fact("Has it", owner(view)));
        lines.add(fact("Price", Stand.price(view)));
        lines.add(fact("Left", Stand.left(card)));
        lines.add(fact("Type", Stand.type(card)));
        Stand.clock(card.standing()).ifPresent(words -> lines.add(fact("Clock", words)));
        lastMail(view).ifPresent(words -> lines.add(fact("Last mail", words)));
        return lines;
    }

    private static String fact(String name, String words) {
        return "*" + name + "*\n" + Block.quoted(Block.cut(words, FACT_CHARS_MAX));
    }

    private static String owner(View view) {
        String owner = view.triage().owner();
        String words = owner == null ? "nobody yet" : owner;
        return view.triage().snoozedUntil() == null
                ? words
                : words + ", asleep until " + Stand.day(view.triage().snoozedUntil());
    }

    private static Optional<String> lastMail(View view) {
        return view.messages().stream()
                .filter(said -> said.direction() == Direction.OUT && said.delivery() != null)
                .reduce((_, last) -> last)
                .map(said -> said.delivery() == null ? "" : delivery(said.delivery()));
    }

    private static String delivery(Delivery delivery) {
        return switch (delivery.progress()) {
            case SENT -> "sent";
            case PENDING -> delivery.tries() == 0 ? "on its way" : "not sent yet, try " + delivery.tries();
            case DEAD -> "could not be sent: " + delivery.why();
        };
    }

    /** The newest message of the customer. */
    static Optional<Said> newest(View view) {
        return view.messages().stream().filter(Cards::isCustomers).reduce((_, last) -> last);
    }

    static boolean isCustomers(Said said) {
        return said.visibility() == Visibility.PUBLIC && said.direction() != Direction.OUT;
    }

    private static String quote(Said said) {
        String words = said.content().reply().isBlank()
                ? said.content().text()
                : said.content().reply();
        String shown = Block.quoted(Block.cut(words.strip(), NEWEST_CHARS_MAX));
        return shown.isEmpty() ? "_(a message without words)_" : ">" + shown.replace("\n", "\n>");
    }

    private static Optional<JsonObject> waiting(View view) {
        var held = view.waiting();
        if (held == null) {
            return Optional.empty();
        }
        JsonObject block = Block.section(":hourglass_flowing_sand: A reply by " + Block.quoted(held.author())
                + " goes out in a moment. It can still be called back.");
        block.add(
                "accessory",
                Block.button(UNDO, "Call it back", view.ticket().id().number() + " " + held.id()));
        return Optional.of(block);
    }

    private static List<JsonObject> buttons(View view) {
        String number = String.valueOf(view.ticket().id().number());
        StateName state = StateName.of(view.ticket().state());
        List<JsonObject> buttons = new ArrayList<>();
        if (state.open()) {
            buttons.add(
                    view.triage().owner() == null
                            ? Block.primary(Block.button(CLAIM, "Claim", number))
                            : Block.button(RELEASE, "Release", number));
            buttons.add(Block.button(OPEN + Forms.ASSESS, Stand.isAssessed(view) ? "Re-assess" : "Assess", number));
            buttons.add(Block.button(OPEN + Forms.REPLY, "Reply to customer", number));
        }
        buttons.add(Block.button(OPEN + Forms.ALL, "Show all", number));
        buttons.add(Block.select(MORE, "More…", options(view, number), null));
        return buttons;
    }

    private static List<Option> options(View view, String number) {
        List<Option> options = new ArrayList<>();
        if (StateName.of(view.ticket().state()).open()) {
            options.add(new Option(number + " " + Forms.ASSIGN, "Assign to somebody"));
            options.add(new Option(number + " " + Forms.SEVERITY, "Set how urgent it is"));
            options.add(new Option(number + " " + Forms.SNOOZE, "Snooze"));
            options.add(new Option(number + " " + Forms.SPLIT, "Split something off"));
            options.add(new Option(number + " " + Forms.MERGE, "Merge into another ticket"));
            options.add(new Option(number + " " + Forms.CANCEL, "Cancel for the customer"));
            options.add(new Option(number + " " + Forms.CLOSE, "Close"));
        } else {
            options.add(new Option(number + " " + Forms.REOPEN, "Open it again"));
        }
        options.add(new Option(number + " " + Forms.NOTE, "Write a note"));
        return options;
    }
}
