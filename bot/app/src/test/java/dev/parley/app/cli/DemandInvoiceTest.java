package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.DemoDesk;
import dev.parley.core.desk.BillDemand;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.money.Money;
import dev.parley.core.port.Checkpoints;
import dev.parley.core.port.Store;
import dev.parley.core.ticket.StateName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Work on demand of a customer without a contract, from the quote to the paper of its monthly invoice. */
@ExtendWith(LiveDesk.Shared.class)
class DemandInvoiceTest {
    private final Shell shell = new Shell();

    @Test
    void h05WorkWithoutAContractIsListedAndPrintedOnceItsMonthIsOver(
            @LiveDesk.Hours LiveDesk desk, @TempDir Path folder) throws IOException {
        LiveDesk.Client client = desk.client("demanding", 0);
        String customer = Long.toString(client.number());
        long ticket = desk.asked(client, "A banner", "Please make us a banner.");
        desk.done(
                "/tickets/" + ticket + "/assess", "{\"as\": \"development\", \"amount\": 50, \"scope\": \"A banner\"}");
        desk.decided(client, ticket, 1, true);
        desk.done("/tickets/" + ticket + "/answer", "{\"text\": \"It is there.\"}");
        assertThat(desk.state(ticket)).isEqualTo(StateName.ANSWERED);
        assertThat(run(desk, "customer demand-invoices " + customer)).isEqualTo("No invoices.\n");

        Instant now = Clock.systemUTC().instant();
        YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        bill(desk, now.plus(Duration.ofDays(40)));
        bill(desk, now.plus(Duration.ofDays(40)));
        String number = "D-" + customer + "-" + month;
        assertThat(run(desk, "customer demand-invoices " + customer))
                .as("at the rate its quote named, not the desk's of today")
                .isEqualTo(number + "  ON_DEMAND 60 min 75.00 USD; total 75.00 USD\n");
        assertThat(run(desk, "customer demand-invoices")).contains(number);
        Path file = folder.resolve("invoice.pdf");
        assertThat(run(desk, "paper demand-invoice " + customer + " " + month + " --out " + file))
                .contains("Written: ");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(shell.ask(
                        desk.demo().url(),
                        desk.token("billing"),
                        ("paper demand-invoice " + customer + " 2020-01 --out " + file).split(" ")))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(shell.err()).contains("There is no invoice D-" + customer + "-2020-01.");
    }

    /** What the bot's chore will do then; the months it has done are forgotten again. */
    private static void bill(LiveDesk desk, Instant then) {
        Map<String, String> kept = new HashMap<>();
        Checkpoints checkpoints = new Checkpoints() {
            @Override
            public Optional<String> read(String name) {
                return Optional.ofNullable(kept.get(name));
            }

            @Override
            public void write(String name, String value) {
                kept.put(name, value);
            }

            @Override
            public void retain(String prefix, Collection<String> names) {
                throw new UnsupportedOperationException("invoices are never forgotten");
            }
        };
        HourlyRate rate = new HourlyRate(new Money(Currency.getInstance("USD"), 150_00), 15);
        BillDemand.Terms terms = new BillDemand.Terms(ZoneOffset.UTC, rate);
        int _ = new BillDemand(
                        desk.demo().bot().part(Store.class),
                        checkpoints,
                        Map.of(DemoDesk.SUPPORT_PACKAGES.name(), terms))
                .billDue(then);
    }

    private String run(LiveDesk desk, String line) {
        ExitCode code = shell.ask(desk.demo().url(), desk.token("billing"), line.split(" "));
        assertThat(code).as("%s: %s", line, shell.err()).isEqualTo(ExitCode.OK);
        return shell.out();
    }
}
