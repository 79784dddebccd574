package dev.parley.app.staff;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley credits …}: what customers have, and how it came to that. */
@Command(name = "credits", mixinStandardHelpOptions = true, description = "Grant credits, see balances and statements.")
public final class CreditsCommand extends StaffCommand {
    private static final String CUSTOMER = "The customer's number.";
    private static final String SITE = "The site's number, where points are each site's own.";

    @Command(
            description = "Pay credits in; tickets that waited for them go on. The same order never counts twice.",
            mixinStandardHelpOptions = true)
    int grant(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--amount", required = true, description = "Credits, 1 or more.") long amount,
            @Option(names = "--order", required = true, description = "The order they were bought with.") String order,
            @Option(names = "--cost", description = "What was paid, in cents.") @Nullable Long cost,
            @Option(names = "--site", description = SITE) @Nullable Long site) {
        return post(
                "customers/" + customer + "/credits",
                body("amount", amount, "reference", order, "costMinor", cost, "site", site),
                Text::granted);
    }

    @Command(description = "Balance, reserved and available.", mixinStandardHelpOptions = true)
    int balance(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--site", description = SITE) @Nullable Long site) {
        return get("customers/" + customer + "/balance?" + of(site), Text::balance);
    }

    @Command(description = "Every movement with its ticket and quote.", mixinStandardHelpOptions = true)
    int statement(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--site", description = SITE) @Nullable Long site,
            @Option(names = "--from", description = "First instant, e.g. 2026-11-01T00:00:00Z.") @Nullable String from,
            @Option(names = "--until", description = "First instant after it. Default: now.") @Nullable String until) {
        String query = of(site)
                + (from == null ? "" : "&from=" + Text.encoded(from))
                + (until == null ? "" : "&until=" + Text.encoded(until));
        return get("customers/" + customer + "/statement?" + query, Text::statement);
    }

    @Command(
            description = "Automatic purchases: all that are on, a customer's, or to switch them off. Customers switch"
                    + " them on by the link in their mails.",
            mixinStandardHelpOptions = true)
    int auto(
            @Parameters(paramLabel = "CUSTOMER", arity = "0..1", description = CUSTOMER) @Nullable Long customer,
            @Option(names = "--off", description = "Switch them off.") boolean off,
            @Option(names = "--reason", description = "Why, in one clause; for --off.") @Nullable String reason) {
        if (customer == null) {
            return get("automatic", OrderText::automatic);
        }
        String path = "customers/" + customer + "/automatic";
        return off
                ? post(path + "/off", body("reason", reason), OrderText::switchedOff)
                : get(path, OrderText::automaticOf);
    }

    private static String of(@Nullable Long site) {
        return site == null ? "" : "&site=" + site;
    }
}
