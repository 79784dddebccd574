package dev.parley.app.staff;

import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ./parley feature …}: wishes for the product, and how they stand. */
@Command(
        name = "feature",
        mixinStandardHelpOptions = true,
        description = "Wishes for the product, and how they stand with the product team.")
public final class FeatureCommand extends StaffCommand {
    private static final String TICKET = "The number of the wish's ticket.";

    @Command(description = "Wishes, the newest first; without those withdrawn.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--status", defaultValue = "", description = "Only these, e.g. received,under-review.")
                    String status,
            @Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        return get("features?max=" + max + "&status=" + Text.encoded(status), FeatureCommand::lines);
    }

    @Command(description = "One wish and what became of it.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return get("features/" + ticket, FeatureCommand::view);
    }

    @Command(
            description = "Say how a wish stands, and why; the customer is told. Dates are refused: none is promised.",
            mixinStandardHelpOptions = true)
    int status(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--to", required = true, description = "under-review, planned, not-planned or delivered.")
                    String status,
            @Option(names = "--reason", required = true, description = "Shown to the customer.") String reason) {
        return post(
                "features/" + ticket + "/status",
                body("status", status, "reason", reason),
                done -> "ticket " + done.path("ticket").asString() + ": " + word(done));
    }

    private static String lines(JsonNode lines) {
        return lines.isEmpty()
                ? "No wishes."
                : lines.valueStream().map(FeatureCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode line) {
        return String.format(
                Locale.ROOT,
                "%6s  %-12s %-20.20s %s",
                line.path("ticket").path("number").asString(),
                word(line),
                line.path("customer").asString(),
                line.path("subject").asString());
    }

    private static String view(JsonNode view) {
        return line(view.path("line"))
                + view.path("steps")
                        .valueStream()
                        .map(step -> "\n  " + step.path("at").asString() + "  " + word(step) + "  "
                                + step.path("reason").asString())
                        .map(String::stripTrailing)
                        .collect(Collectors.joining());
    }

    private static String word(JsonNode wish) {
        return wish.path("status").asString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
