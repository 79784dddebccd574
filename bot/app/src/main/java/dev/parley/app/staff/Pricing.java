package dev.parley.app.staff;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What prices an assessment needs besides the category. */
final class Pricing {
    @Option(names = "--amount", description = "The specialist's price, where the list leaves it to them.")
    private @Nullable Long amount;

    @Option(names = "--from", description = "The version an upgrade starts at.")
    private @Nullable String from;

    @Option(names = "--to", description = "The version an upgrade ends at.")
    private @Nullable String to;

    @Option(names = "--scope", description = "What the customer gets. Default: the category's title, and the versions.")
    private @Nullable String scope;

    @Option(names = "--severity", description = "Of an incident.")
    private @Nullable String severity;

    @Option(names = "--reason", description = "Shown to the customer when the price changes.")
    private @Nullable String reason;

    Map<String, Object> body(String as) {
        return StaffCommand.body(
                "as",
                as,
                "amount",
                amount,
                "from",
                from,
                "to",
                to,
                "scope",
                scope,
                "severity",
                severity,
                "reason",
                reason);
    }
}
