package dev.parley.app.bot;

import dev.parley.app.command.ExitCode;
import dev.parley.core.port.LedgerChain;
import dev.parley.core.port.Wallets.Violation;
import dev.parley.storage.PostgresSettings;
import dev.parley.storage.PostgresStorage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley check}: are the books right? Silent when they are. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check the ledger's invariants; prints nothing and ends with 0 when all hold.")
public final class CheckCommand implements Callable<Integer> {
    /** The longest that a line of the hash chain goes unseen. */
    private static final Duration WHOLE_EVERY = Duration.ofDays(7);

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--all",
            description = "Verify the whole hash chain. Otherwise what was sealed since the last check, and all of it"
                    + " once in seven days.")
    private boolean all;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (PostgresStorage storage = database.open(PostgresSettings::withoutStatementTime)) {
            List<Violation> chain = storage.ledgerChain().verify(all ? Duration.ZERO : WHOLE_EVERY);
            List<Violation> others = storage.wallets().violations().stream()
                    .filter(violation -> !violation.invariant().equals(LedgerChain.INVARIANT))
                    .toList();
            others.forEach(this::print);
            chain.forEach(this::print);
            return (others.isEmpty() && chain.isEmpty() ? ExitCode.OK : ExitCode.FOUND).number();
        }
    }

    private void print(Violation violation) {
        if (spec != null) {
            spec.commandLine()
                    .getOut()
                    .println(violation.invariant() + " desk " + violation.desk() + ": " + violation.subject() + " ("
                            + violation.count() + ")");
        }
    }
}
