package dev.parley.app.staff;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley paper …}: what customers get in writing, as files. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        description = "Statements, quotes, invoices, receipts and evidence as PDF, CSV or text.")
public final class PaperCommand extends StaffCommand {
    private static final String TICKET = "The ticket's number.";
    private static final String VERSION =
            "The quote's version. Default: the newest that was held, or the newest of all.";
    private static final String OUT = "The file to write; its ending says in which form:";
    private static final String LANGUAGE = "en or de. Default: the customer's.";

    /** Which of the customer's wallets. */
    static final class Wallet {
        @Option(names = "--site", description = "Whose points. Default: the customer's only site.")
        private @Nullable String site;

        @Option(names = "--unit", description = "credit, point, minute or demand. Default: the desk's.")
        private @Nullable String unit;
    }

    /** Of which time. */
    static final class Period {
        @Option(names = "--month", description = "Such as 2026-11, in the desk's time zone.")
        private @Nullable String month;

        @Option(names = "--from", description = "First instant, e.g. 2026-11-01T00:00:00Z.")
        private @Nullable String from;

        @Option(names = "--until", description = "First instant after it. Default: now.")
        private @Nullable String until;
    }

    @Command(description = "The statement of a wallet for a period.", mixinStandardHelpOptions = true)
    int statement(
            @Parameters(paramLabel = "CUSTOMER", description = "The customer's number.") long customer,
            @Mixin Wallet wallet,
            @Mixin Period period,
            @Option(names = "--language", description = LANGUAGE) @Nullable String language,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = OUT + " .pdf or .csv")
                    Path out) {
        String form = form(out, "pdf", "csv");
        return save(
                "customers/" + customer + "/statement." + form
                        + query(
                                "site",
                                wallet.site,
                                "unit",
                                wallet.unit,
                                "month",
                                period.month,
                                "from",
                                period.from,
                                "until",
                                period.until,
                                "language",
                                language),
                out);
    }

    @Command(description = "The invoice of one cycle of a package.", mixinStandardHelpOptions = true)
    int invoice(
            @Parameters(paramLabel = "CONTRACT", description = "The contract's number.") String contract,
            @Parameters(paramLabel = "MONTH", description = "The cycle, such as 2026-11.") String month,
            @Option(names = "--language", description = LANGUAGE) @Nullable String language,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = OUT + " .pdf") Path out) {
        String file = "/invoice." + form(out, "pdf") + query("language", language);
        return save("contracts/" + Text.encoded(contract) + "/invoices/" + Text.encoded(month) + file, out);
    }

    @Command(
            name = "demand-invoice",
            description = "The invoice of a customer's work on demand in one month.",
            mixinStandardHelpOptions = true)
    int demandInvoice(
            @Parameters(paramLabel = "CUSTOMER", description = "The customer's number.") long customer,
            @Parameters(paramLabel = "MONTH", description = "The month, such as 2026-11.") String month,
            @Option(names = "--language", description = LANGUAGE) @Nullable String language,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = OUT + " .pdf") Path out) {
        String file = "/invoice." + form(out, "pdf") + query("language", language);
        return save("customers/" + customer + "/demand-invoices/" + Text.encoded(month) + file, out);
    }

    @Command(description = "A quote, as it was offered.", mixinStandardHelpOptions = true)
    int quote(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--quote-version", description = VERSION) @Nullable Integer version,
            @Option(names = "--language", description = LANGUAGE) @Nullable String language,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = OUT + " .pdf") Path out) {
        return save(path(ticket, "quote." + form(out, "pdf"), version, language), out);
    }

    @Command(description = "The receipt of what was charged for a quote.", mixinStandardHelpOptions = true)
    int receipt(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--quote-version", description = VERSION) @Nullable Integer version,
            @Option(names = "--language", description = LANGUAGE) @Nullable String language,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = OUT + " .pdf") Path out) {
        return save(path(ticket, "receipt." + form(out, "pdf"), version, language), out);
    }

    @Command(
            description = "The evidence of a charge: who agreed to what, by which words, and what was booked.",
            mixinStandardHelpOptions = true)
    int evidence(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--quote-version", description = VERSION) @Nullable Integer version,
            @Option(names = "--language", description = LANGUAGE) @Nullable String language,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = OUT + " .pdf or .txt")
                    Path out) {
        return save(path(ticket, "evidence." + form(out, "pdf", "txt"), version, language), out);
    }

    private static String path(long ticket, String file, @Nullable Integer version, @Nullable String language) {
        String number = version == null ? null : version.toString();
        return "tickets/" + ticket + "/" + file + query("version", number, "language", language);
    }

    private static String query(@Nullable String... pairs) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(pairs[i])
                        .append('=')
                        .append(Text.encoded(value));
            }
        }
        return query.toString();
    }

    private static String form(Path out, String... forms) {
        String name = out.toString().toLowerCase(Locale.ROOT);
        for (String form : forms) {
            if (name.endsWith("." + form)) {
                return form;
            }
        }
        throw new CommandFailure(
                ExitCode.USAGE, "‘" + out + "’ does not end in ." + String.join(" or .", List.of(forms)) + ".");
    }
}
