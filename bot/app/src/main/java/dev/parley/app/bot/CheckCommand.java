package dev.parley.app.bot;

import dev.parley.app.command.ExitCode;
import dev.parley.core.port.Wallets.Violation;
import dev.parley.storage.PostgresStorage;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./parley check}: are the books right? Silent when they are. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check the ledger's invariants; prints nothing and ends with 0 when all hold.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (PostgresStorage storage = database.open()) {
            List<Violation> violations = storage.wallets().violations();
            violations.forEach(violation -> print(violation));
            return (violations.isEmpty() ? ExitCode.OK : ExitCode.FOUND).number();
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
