package dev.parley.app.staff;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley contract …}: what customers and we agreed on. */
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        description = "Contracts on points and hours: make, amend, end, group, plan.")
public final class ContractCommand extends StaffCommand {
    private static final String CONTRACT = "The contract's number.";

    /** When a contract begins and ends. */
    static final class Terms {
        @Option(names = "--customer", required = true, description = "The customer's number.")
        private long customer;

        @Option(names = "--from", required = true, description = "The first day, e.g. 2026-05-01.")
        private String from = "";

        @Option(names = "--months", description = "For how many months; without it until it is ended.")
        private @Nullable Integer months;

        @Option(names = "--zone", required = true, description = "Where its days begin, e.g. Europe/Berlin.")
        private String zone = "";
    }

    /** What points are agreed on. */
    static final class Points {
        @Option(names = "--site", description = "SITE=POINTS a month, once for each site.")
        private @Nullable Map<Long, Long> sites;

        @Option(names = "--extra-point", description = "What an extra point costs, in cents; 0 sells none.")
        private @Nullable Long extraPoint;

        @Option(names = "--accepted-up-to", description = "Points charged without asking. Default: 0.")
        private @Nullable Long acceptedUpTo;
    }

    /** What hours are agreed on. */
    static final class Hours {
        @Option(names = "--minutes", description = "What a cycle holds.")
        private @Nullable Long minutes;

        @Option(names = "--fee", description = "What a cycle costs, in cents.")
        private @Nullable Long fee;

        @Option(names = "--per-hour", description = "What an hour beyond costs, in cents.")
        private @Nullable Long perHour;

        @Option(names = "--step", description = "Bills are rounded up to so many minutes. Default: 15.")
        private @Nullable Integer step;

        @Option(names = "--cap", description = "The most minutes over in a cycle; -1 for no cap.")
        private @Nullable Long cap;

        @Option(names = "--ask-first", negatable = true, description = "Ask before any minute over.")
        private @Nullable Boolean askFirst;

        @Option(names = "--work", split = ",", description = "Kinds of work included. Default: all.")
        private @Nullable List<String> work;
    }

    /** What either is paid in. */
    static final class Paid {
        @Option(names = "--currency", description = "Of all amounts, e.g. USD.")
        private @Nullable String currency;
    }

    @Command(description = "All contracts.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--after", defaultValue = "", description = "Begin after this number.") String after,
            @Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        return get("contracts?after=" + Text.encoded(after) + "&max=" + max, ContractText::contracts);
    }

    @Command(description = "One contract with all its versions.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract) {
        return get(path(contract), ContractText::contract);
    }

    @Command(name = "new-points", description = "Make a contract on points of sites.", mixinStandardHelpOptions = true)
    int newPoints(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @ArgGroup(exclusive = false, multiplicity = "1") Terms terms,
            @ArgGroup(exclusive = false) @Nullable Points points,
            @ArgGroup(exclusive = false) @Nullable Paid paid) {
        return post("contracts/points", made(contract, terms, terms(points, null, paid)), ContractText::contract);
    }

    @Command(
            name = "new-hours",
            description = "Make a contract on a package of hours.",
            mixinStandardHelpOptions = true)
    int newHours(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @ArgGroup(exclusive = false, multiplicity = "1") Terms terms,
            @ArgGroup(exclusive = false) @Nullable Hours hours,
            @ArgGroup(exclusive = false) @Nullable Paid paid,
            @ArgGroup(exclusive = false) @Nullable Managed managed) {
        Map<String, Object> body = made(contract, terms, terms(null, hours, paid));
        if (managed != null) {
            body.putAll(body("manager", managed.manager, "anchorDay", managed.anchor));
        }
        return post("contracts/hours", body, ContractText::contract);
    }

    /** Who looks after a package, and where its cycles begin. */
    static final class Managed {
        @Option(names = "--manager", description = "The account manager's log-in; none, no contract.")
        private @Nullable String manager;

        @Option(names = "--anchor", description = "Day of the month cycles begin on. Default: that of --from.")
        private @Nullable Integer anchor;
    }

    @Command(
            description = "New terms from a month on; what is not given stays as it is.",
            mixinStandardHelpOptions = true)
    int amend(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @Option(names = "--from", required = true, description = "The first month, e.g. 2026-05.") String from,
            @ArgGroup(exclusive = false) @Nullable Points points,
            @ArgGroup(exclusive = false) @Nullable Hours hours,
            @ArgGroup(exclusive = false) @Nullable Paid paid) {
        return post(
                path(contract) + "/amend",
                body("from", from, "terms", terms(points, hours, paid)),
                ContractText::contract);
    }

    @Command(description = "Let a contract end after so many months in all.", mixinStandardHelpOptions = true)
    int end(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @Option(names = "--months", required = true, description = "Months from its first day on.") int months) {
        return post(path(contract) + "/end", body("months", months), ContractText::contract);
    }

    @Command(description = "Give a package another account manager.", mixinStandardHelpOptions = true)
    int manager(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @Option(names = "--login", required = true, description = "Their log-in.") String login) {
        return post(path(contract) + "/manager", body("login", login), ContractText::contract);
    }

    @Command(description = "Take percent off the package fee, as its account manager.", mixinStandardHelpOptions = true)
    int discount(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @Option(names = "--percent", defaultValue = "10", description = "Default: 10.") int percent,
            @Option(names = "--from-months", defaultValue = "12", description = "Shortest term. Default: 12.")
                    int fromMonths,
            @Option(names = "--note", required = true, description = "What it was agreed by.") String note) {
        return post(
                path(contract) + "/discount",
                body("percent", percent, "fromMonths", fromMonths, "message", note),
                ContractText::contract);
    }

    @Command(
            description = "Make two months' hours one package, as its account manager.",
            mixinStandardHelpOptions = true)
    int group(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @Option(names = "--first", required = true, description = "The earlier month, e.g. 2026-05.") String first,
            @Option(names = "--requested-by", required = true, description = "Who of the customer asked for it.")
                    String by,
            @Option(names = "--request", required = true, description = "The message they asked for it in.")
                    String request,
            @Option(names = "--note", required = true, description = "What you agree by.") String note) {
        return post(
                path(contract) + "/group",
                body("first", first, "requestedBy", by, "requestedMessage", request, "message", note),
                ContractText::contract);
    }

    @Command(description = "The invoices of a package's cycles.", mixinStandardHelpOptions = true)
    int invoices(@Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract) {
        return get(path(contract) + "/invoices", ContractText::invoices);
    }

    @Command(description = "Enter the customer's yes to minutes over.", mixinStandardHelpOptions = true)
    int overage(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @Option(names = "--month", required = true, description = "The cycle, e.g. 2026-05.") String month,
            @Option(names = "--minutes", required = true, description = "How many minutes more.") long minutes,
            @Option(names = "--by", required = true, description = "Who of the customer said yes.") String by,
            @Option(names = "--message", required = true, description = "The message they said it in.")
                    String message) {
        return post(
                path(contract) + "/overage",
                body("month", month, "minutes", minutes, "by", by, "message", message),
                ContractText::contract);
    }

    @Command(
            description = "Plan a month, as its account manager; the customer gets it by mail.",
            mixinStandardHelpOptions = true)
    int plan(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @Option(names = "--month", required = true, description = "The cycle, e.g. 2026-05.") String month,
            @Option(
                            names = "--task",
                            paramLabel = "AS:MINUTES[@TICKET]:TITLE",
                            description = "A task, in order, e.g. development:120:Sitemap. None: show the plan.")
                    @Nullable
                    List<String> tasks) {
        String path = path(contract) + "/plans/" + Text.encoded(month);
        return tasks == null
                ? get(path, ContractText::plan)
                : post(
                        path,
                        body("tasks", tasks.stream().map(ContractText::task).toList()),
                        ContractText::plan);
    }

    @Command(
            name = "plan-agreed",
            description = "Enter the customer's yes to a month's plan.",
            mixinStandardHelpOptions = true)
    int planAgreed(
            @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
            @Option(names = "--month", required = true, description = "The cycle, e.g. 2026-05.") String month,
            @Option(names = "--plan-version", required = true, description = "The version they agreed to.") int version,
            @Option(names = "--by", required = true, description = "Who of the customer said yes.") String by,
            @Option(names = "--message", required = true, description = "The message they said it in.")
                    String message) {
        return post(
                path(contract) + "/plans/" + Text.encoded(month) + "/agreed",
                body("version", version, "by", by, "message", message),
                ContractText::plan);
    }

    private static String path(String contract) {
        return "contracts/" + Text.encoded(contract);
    }

    private static Map<String, Object> made(String contract, Terms terms, Map<String, Object> agreed) {
        return body(
                "number",
                contract,
                "customer",
                terms.customer,
                "firstDay",
                terms.from,
                "months",
                terms.months,
                "zone",
                terms.zone,
                "terms",
                agreed);
    }

    private static Map<String, Object> terms(@Nullable Points points, @Nullable Hours hours, @Nullable Paid paid) {
        Map<String, Object> terms = body("currency", paid == null ? null : paid.currency);
        if (points != null) {
            terms.putAll(body(
                    "sites", points.sites, "extraPointMinor", points.extraPoint, "acceptedUpTo", points.acceptedUpTo));
        }
        if (hours != null) {
            terms.putAll(body("minutes", hours.minutes, "feeMinor", hours.fee, "perHourMinor", hours.perHour));
            terms.putAll(body("stepMinutes", hours.step, "capMinutes", hours.cap, "askFirst", hours.askFirst));
            terms.putAll(body("work", hours.work));
        }
        return terms;
    }
}
