package dev.parley.app.staff;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.papers.LedgerFile;
import dev.parley.app.papers.LedgerFile.Checked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley ledger …}: the journal for auditors. The format: docs/papers.md. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "The journal for auditors: export it, and prove that nothing was changed.")
public final class LedgerCommand extends StaffCommand {
    private static final String FILE = "A file that ./parley ledger export wrote.";

    @Command(
            description = "Seal what is new, and write the desk's journal with its hash chain.",
            mixinStandardHelpOptions = true)
    int export(
            @Option(names = "--after", defaultValue = "0", description = "Begin after this position. Default: 0.")
                    long after,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
                    Path out) {
        post("ledger/seals", Map.of(), _ -> "Sealed.");
        int code = save("ledger/export?after=" + after, out);
        return code + verify(out, null);
    }

    @Command(
            description = "Check a file without any database: which line was changed, left out or moved.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "FILE", description = FILE) Path file,
            @Option(names = "--head", paramLabel = "HASH", description = "The hash of the last line, noted elsewhere.")
                    @Nullable
                    String head) {
        Checked checked = checked(file);
        List<String> problems = new ArrayList<>(checked.problems());
        if (head != null && !head.strip().equalsIgnoreCase(checked.head())) {
            problems.add("the last line's hash is " + checked.head() + ", not the one given");
        }
        if (problems.isEmpty()) {
            say(fine(checked));
        }
        return told(problems);
    }

    @Command(
            description = "Compare a file with the bot's database: was history changed since?",
            mixinStandardHelpOptions = true)
    int compare(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        Checked checked = checked(file);
        List<String> problems = new ArrayList<>(checked.problems());
        if (problems.isEmpty()) {
            String range = "after=" + (Math.max(1, checked.first()) - 1) + "&until=" + checked.last();
            try (InputStream then = Files.newInputStream(file);
                    InputStream now = open("ledger/export?" + range)) {
                problems.addAll(LedgerFile.differences(then, now));
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.UNREACHABLE, "The comparison broke off: " + e.getMessage(), e);
            }
        }
        if (problems.isEmpty()) {
            say("The database holds the same history.\n" + fine(checked));
        }
        return told(problems);
    }

    private int told(List<String> problems) {
        problems.forEach(this::say);
        return (problems.isEmpty() ? ExitCode.OK : ExitCode.FOUND).number();
    }

    private static String fine(Checked checked) {
        if (checked.first() == 0) {
            return "No events of desk " + checked.desk() + " after position " + checked.last() + ".";
        }
        return "Desk " + checked.desk() + ", positions " + checked.first() + " to " + checked.last()
                + ": nothing was changed, left out or moved."
                + (checked.first() == 1 ? "" : "\nBefore it: " + checked.before())
                + "\nHead: " + checked.head();
    }

    private static Checked checked(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return LedgerFile.check(in);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, "There is no file ‘" + file + "’.", e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, "Cannot read the file ‘" + file + "’: " + e.getMessage(), e);
        }
    }
}
