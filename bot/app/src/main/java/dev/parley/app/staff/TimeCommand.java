package dev.parley.app.staff;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley time …}: what was worked, and what pays for it. */
@Command(
        name = "time",
        mixinStandardHelpOptions = true,
        description = "Time worked on tickets: by stopwatch or by hand.")
public final class TimeCommand extends StaffCommand {
    private static final String TICKET = "The ticket's number.";
    private static final String WORK = "monitoring, security-updates, troubleshooting, design-changes, development, "
            + "project-management, quality-assurance or training.";

    @Command(description = "Start your stopwatch on a ticket.", mixinStandardHelpOptions = true)
    int start(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--work", required = true, description = WORK) String work) {
        return post("tickets/" + ticket + "/time/start", body("work", work), ContractText::running);
    }

    @Command(description = "Stop your stopwatch and enter what it says.", mixinStandardHelpOptions = true)
    int stop() {
        return post("time/stop", body(), ContractText::entry);
    }

    @Command(description = "Enter by hand what you worked.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--work", required = true, description = WORK) String work,
            @Option(names = "--from", required = true, description = "When it began, e.g. 2026-11-02T09:30:00Z.")
                    String from,
            @Option(names = "--minutes", required = true, description = "How long, 1 to 1440.") long minutes) {
        return post(
                "tickets/" + ticket + "/time",
                body("work", work, "start", from, "minutes", minutes),
                ContractText::entry);
    }

    @Command(description = "What was entered on a ticket.", mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return get("tickets/" + ticket + "/time", ContractText::entries);
    }

    @Command(
            description = "Take a wrong entry back, with the reason; then enter what was right.",
            mixinStandardHelpOptions = true)
    int correct(
            @Parameters(paramLabel = "ENTRY", description = "The entry's number, see list.") long entry,
            @Option(names = "--reason", required = true, description = "Why it is wrong.") String reason) {
        return post("time/" + entry + "/correct", body("reason", reason), ContractText::entry);
    }
}
