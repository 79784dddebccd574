package dev.parley.app.staff;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ./parley customer …}: who our customers are, who may agree for them, what they ordered. */
@Command(
        name = "customer",
        mixinStandardHelpOptions = true,
        description = "Customers, who may agree for them, and their orders.")
public final class CustomerCommand extends StaffCommand {
    private static final String CUSTOMER = "The customer's number.";
    private static final String ORDER = "The order's number.";
    private static final String WHY = "Why, in one clause.";

    @Command(
            description = "Whose open hours count for the deadlines of new tickets; without an option: show it.",
            mixinStandardHelpOptions = true)
    int calendar(
            @Parameters(paramLabel = "CUSTOMER", description = "The customer's number.") long customer,
            @Option(names = "--name", description = "A calendar of the desk file; desk for the desk's own hours.")
                    @Nullable
                    String name) {
        String path = "customers/" + customer + "/calendar";
        return name == null
                ? get(path, CustomerCommand::calendar)
                : post(path, body("calendar", name.equals("desk") ? "" : name), CustomerCommand::calendar);
    }

    private static String calendar(JsonNode view) {
        String own = view.path("calendar").asString();
        return "Customer " + view.path("customer").asString() + ": "
                + (own.isEmpty() ? "the desk's open hours" : "calendar " + own);
    }

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

    @Command(description = "The packages on sale.", mixinStandardHelpOptions = true)
    int packages() {
        return get("packages", OrderText::packages);
    }

    @Command(
            description = "Order a package for a customer, on invoice, at today's price.",
            mixinStandardHelpOptions = true)
    int order(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--units", required = true, description = "The size of the package.") long units,
            @Option(names = "--reference", description = "Yours; the same one orders once.") @Nullable
                    String reference) {
        return post(
                "customers/" + customer + "/orders", body("units", units, "reference", reference), OrderText::order);
    }

    @Command(description = "Orders, newest first.", mixinStandardHelpOptions = true)
    int orders(
            @Option(names = "--customer", description = "Only of this customer.") @Nullable Long customer,
            @Option(names = "--open", description = "Only those that are not paid.") boolean open,
            @Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        return get(
                "orders?open=" + open + "&max=" + max + (customer == null ? "" : "&customer=" + customer),
                OrderText::orders);
    }

    @Command(name = "show-order", description = "One order and its history.", mixinStandardHelpOptions = true)
    int showOrder(@Parameters(paramLabel = "ORDER", description = ORDER) long order) {
        return get("orders/" + order, OrderText::shown);
    }

    @Command(
            description = "The money for an order on invoice is here: its credits are granted, once, and tickets that"
                    + " waited for them go on.",
            mixinStandardHelpOptions = true)
    int paid(
            @Parameters(paramLabel = "ORDER", description = ORDER) long order,
            @Option(names = "--reference", required = true, description = "What finds the money again.")
                    String reference) {
        return post("orders/" + order + "/paid", body("reference", reference), OrderText::paid);
    }

    @Command(
            name = "cancel-order",
            description = "Take back an order that is not paid.",
            mixinStandardHelpOptions = true)
    int cancelOrder(@Parameters(paramLabel = "ORDER", description = ORDER) long order) {
        return post("orders/" + order + "/cancel", body(), OrderText::order);
    }

    @Command(
            description = "Take unspent credits of an order back for their share of its price; what was paid online is"
                    + " given back there.",
            mixinStandardHelpOptions = true)
    int refund(
            @Parameters(paramLabel = "ORDER", description = ORDER) long order,
            @Option(names = "--units", required = true, description = "How many credits.") long units,
            @Option(names = "--reason", required = true, description = WHY) String reason) {
        return post("orders/" + order + "/refund", body("units", units, "reason", reason), OrderText::refunded);
    }

    @Command(
            name = "charged-back",
            description = "An order's payment was taken back: what is unspent is void, the wallet takes no new work.",
            mixinStandardHelpOptions = true)
    int chargedBack(
            @Parameters(paramLabel = "ORDER", description = ORDER) long order,
            @Option(names = "--reason", required = true, description = WHY) String reason) {
        return post("orders/" + order + "/charge-back", body("reason", reason), OrderText::order);
    }

    @Command(
            description = "After a charge-back was settled: the wallet takes new work again, and what waited goes on.",
            mixinStandardHelpOptions = true)
    int unblock(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER) long customer,
            @Option(names = "--reason", required = true, description = WHY) String reason) {
        return post("customers/" + customer + "/unblock", body("reason", reason), _ -> "Open again.");
    }

    @Command(
            name = "demand-invoices",
            description = "Monthly invoices of work on demand that no contract bills, the newest first.",
            mixinStandardHelpOptions = true)
    int demandInvoices(
            @Parameters(paramLabel = "CUSTOMER", arity = "0..1", description = CUSTOMER) @Nullable Long customer,
            @Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        return get(
                "demand-invoices?max=" + max + (customer == null ? "" : "&customer=" + customer),
                ContractText::invoices);
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
