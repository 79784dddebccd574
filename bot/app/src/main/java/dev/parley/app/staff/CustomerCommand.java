package dev.parley.app.staff;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley customer …}: who our customers are, and who may agree for them. */
@Command(name = "customer", mixinStandardHelpOptions = true, description = "Customers and who may agree for them.")
public final class CustomerCommand extends StaffCommand {
    private static final String CUSTOMER = "The customer's number.";

    @Command(description = "All customers.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--after", defaultValue = "0", description = "Begin after this number. Default: 0.")
                    long after,
            @Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        return get("customers?after=" + after + "&max=" + max, Text::customers);
    }

    @Command(description = "One customer, their people and credits.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer) {
        return get("customers/" + customer, Text::customer);
    }

    @Command(description = "Make a customer.", mixinStandardHelpOptions = true)
    int add(@Option(names = "--name", required = true, description = "The company's name.") String name) {
        return post("customers", body("name", name), Text::created);
    }

    @Command(description = "Make a person a contact of a customer.", mixinStandardHelpOptions = true)
    int link(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--address", required = true, description = "Mail address.") String address,
            @Option(names = "--name", description = "The person's name.") @Nullable String name,
            @Option(names = "--language", description = "e.g. en or de.") @Nullable String language,
            @Option(names = "--approver", negatable = true, description = "May agree to charges.") @Nullable
                    Boolean approver) {
        return post(
                "customers/" + customer + "/contacts",
                body("address", address, "name", name, "language", language, "approver", approver),
                Text::contact);
    }

    @Command(description = "Give or take the right to agree to charges.", mixinStandardHelpOptions = true)
    int approver(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--contact", required = true, description = "The contact's number.") long contact,
            @Option(names = "--take", description = "Take the right instead of giving it.") boolean take) {
        return post(
                "customers/" + customer + "/contacts/" + contact + "/approver", body("approver", !take), Text::contact);
    }

    @Command(description = "Add a site of a customer, which gets points of its own.", mixinStandardHelpOptions = true)
    int site(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--name", required = true, description = "What they call it, such as its domain.")
                    String name) {
        return post("customers/" + customer + "/sites", body("name", name), Text::site);
    }

    @Command(
            name = "pre-agree",
            description = "New tickets of this customer are agreed in advance up to an amount.",
            mixinStandardHelpOptions = true)
    int preAgree(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--up-to", description = "Credits; without it the standing agreement ends.") @Nullable
                    Long upTo) {
        return post("customers/" + customer + "/pre-agreement", body("upTo", upTo), Text::customer);
    }
}
