package dev.parley.app.staff;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley quarantine …}: messages that failed every try. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = "Messages that failed every try; nothing of them is lost.")
public final class QuarantineCommand extends StaffCommand {

    @Command(description = "The newest, and why each failed.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        return get("quarantine?max=" + max, Text::quarantined);
    }

    @Command(description = "Have one tried again, after the cause is mended.", mixinStandardHelpOptions = true)
    int retry(@Parameters(paramLabel = "MESSAGE", description = "The message's number in the list.") long message) {
        return post("quarantine/" + message + "/retry", body(), _ -> "message " + message + " is tried again");
    }

    @Command(
            description = "Let a mail out without being understood: staff see its beginning, on no ticket.",
            mixinStandardHelpOptions = true)
    int release(@Parameters(paramLabel = "MESSAGE", description = "The message's number in the list.") long message) {
        return post("quarantine/" + message + "/release", body(), _ -> "message " + message + " is released");
    }

    @Command(description = "The whole message as it came, as a file.", mixinStandardHelpOptions = true)
    int raw(
            @Parameters(paramLabel = "MESSAGE", description = "The message's number in the list.") long message,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
                    Path out) {
        return save("quarantine/" + message + "/raw", out);
    }
}
