package dev.parley.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.Filter;
import dev.parley.core.port.TicketReads.Line;
import dev.parley.core.ticket.StateName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The app's home: what somebody has, what nobody has, and what waits for customers. */
final class Home {
    private static final int LINES_MAX = 12;
    private static final Set<StateName> OURS = Arrays.stream(StateName.values())
            .filter(StateName::open)
            .filter(state -> !Commands.CUSTOMERS_TURN.contains(state) && state != StateName.ANSWERED)
            .collect(Collectors.toUnmodifiableSet());

    private final SlackDesk desk;
    private final TicketReads tickets;

    Home(SlackDesk desk, TicketReads tickets) {
        this.desk = desk;
        this.tickets = tickets;
    }

    /** For somebody at the desk. */
    String of(String login) {
        List<JsonObject> blocks = new ArrayList<>();
        add(blocks, "Yours", OURS, login);
        add(blocks, "Nobody has", OURS, "");
        add(blocks, "Waiting for a customer's yes or money", Commands.CUSTOMERS_TURN, null);
        blocks.add(Block.divider());
        blocks.add(Block.context(Commands.HELP));
        return view(blocks);
    }

    /** For somebody the desk does not know. */
    static String told(String words) {
        return view(List.of(Block.section(words)));
    }

    private void add(List<JsonObject> blocks, String title, Set<StateName> states, @Nullable String owner) {
        List<Line> lines = tickets.list(new Filter(desk.name(), states, null, false, owner, Long.MAX_VALUE, LINES_MAX));
        blocks.add(Block.header(title));
        if (lines.isEmpty()) {
            blocks.add(Block.context("None."));
        }
        for (Line line : lines) {
            JsonObject section = Block.section(Commands.line(line));
            section.add(
                    "accessory",
                    Block.button(
                            Cards.OPEN + Forms.ALL,
                            "Show",
                            String.valueOf(line.id().number())));
            blocks.add(section);
        }
    }

    private static String view(List<JsonObject> blocks) {
        JsonArray all = new JsonArray();
        blocks.stream().limit(Block.VIEW_BLOCKS_MAX).forEach(all::add);
        JsonObject view = new JsonObject();
        view.addProperty("type", "home");
        view.add("blocks", all);
        return view.toString();
    }
}
