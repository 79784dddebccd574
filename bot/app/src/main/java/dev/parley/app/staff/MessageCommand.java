package dev.parley.app.staff;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley message …}: messages as they came, and their files. */
@Command(
        name = "message",
        mixinStandardHelpOptions = true,
        description = "Messages as they came: their HTML made safe, and their files.")
public final class MessageCommand extends StaffCommand {
    private static final String TICKET = "The ticket's number; 0 for a message of no ticket.";
    private static final String MESSAGE = "The message's number, as ticket show tells it.";

    @Command(
            description = "A message as a mail program shows it, without what could run, call out or cover the page.",
            mixinStandardHelpOptions = true)
    int html(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Parameters(paramLabel = "MESSAGE", description = MESSAGE) long message,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
                    Path out) {
        return save(path(ticket, message) + "/html", out);
    }

    @Command(description = "A file that came with a message, byte for byte.", mixinStandardHelpOptions = true)
    int file(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Parameters(paramLabel = "MESSAGE", description = MESSAGE) long message,
            @Parameters(paramLabel = "FILE", description = "Its number, as ticket show tells it, from 0.") int file,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
                    Path out) {
        return save(path(ticket, message) + "/files/" + file, out);
    }

    private static String path(long ticket, long message) {
        return "tickets/" + ticket + "/messages/" + message;
    }
}
