package dev.parley.testkit.simulate;

import dev.parley.core.contract.Contract;
import dev.parley.core.customer.Contact;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Contracts.Kept;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.port.Wallets.Statement;
import dev.parley.core.port.Wallets.Violation;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of wallets, packages and invoices; counted from tickets and from what was seen to come in. */
final class Books {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final Town town;
    private final Incomes incomes;
    private final Findings findings;
    private final Map<String, List<Invoice>> invoiced = new HashMap<>();

    /** Those who see to it that something comes in. */
    record Incomes(MoneyMoves money, StandingMoves standing, ExtraMoves extras) {}

    Books(Town town, Incomes incomes, Findings findings) {
        this.town = town;
        this.incomes = incomes;
        this.findings = findings;
    }

    void check(Collection<View> tickets) {
        Map<WalletKey, Long> held = new HashMap<>();
        Map<WalletKey, Long> charged = new HashMap<>();
        tickets.forEach(view -> view.ticket().wallet().ifPresent(wallet -> {
            held.merge(wallet, view.money().held(), Long::sum);
            charged.merge(wallet, view.money().charged(), Long::sum);
        }));
        for (WalletKey wallet : wallets(tickets)) {
            wallet(wallet, held.getOrDefault(wallet, 0L), charged.getOrDefault(wallet, 0L));
        }
        incomes.standing.check(findings);
        List<Violation> violations = town.ports.wallets().violations();
        findings.require(violations.isEmpty(), violations::toString);
        for (Vendor vendor : town.vendors) {
            if (vendor == Vendor.SUPPORT_PACKAGES) {
                packages(vendor, tickets);
            }
        }
    }

    private Set<WalletKey> wallets(Collection<View> tickets) {
        Set<WalletKey> all = new LinkedHashSet<>();
        tickets.forEach(view -> view.ticket().wallet().ifPresent(all::add));
        town.sites.forEach(site -> all.add(WalletKey.points(site)));
        for (Contact who : town.people) {
            switch (Vendor.of(who.id().desk()).orElseThrow()) {
                case PRO_SUPPORT -> all.add(WalletKey.of(who.customer(), Unit.CREDIT));
                case RAYOS -> {}
                case SUPPORT_PACKAGES -> {
                    all.add(WalletKey.of(who.customer(), Unit.MINUTE));
                    all.add(WalletKey.of(who.customer(), Unit.DEMAND));
                }
            }
        }
        return all;
    }

    // ---- wallets

    private void wallet(WalletKey wallet, long held, long charged) {
        Funds funds = town.ports.wallets().funds(wallet, town.now());
        Statement all = town.ports.wallets().statement(wallet, FIRST, LAST);
        String name = "wallet " + wallet + " ";
        findings.same(name + "has reserved, its tickets hold", funds.reserved(), held);
        findings.same(name + "has reserved, by its statement", funds.reserved(), all.reserved());
        findings.require(
                funds.balance() >= funds.reserved() && funds.reserved() >= 0,
                () -> name + "has " + funds.balance() + ", reserved " + funds.reserved());
        findings.require(
                all.closing() >= funds.balance(),
                () -> name + "has " + funds.balance() + ", its statement closes with " + all.closing());
        if (wallet.unit() != Unit.MINUTE) {
            long taken = -sum(all.movements(), "HOLD", "POST", "VOID", "REFUND");
            // What a ticket gives back to a purchase that was charged back is gone at once.
            boolean lost = incomes.money.lost(wallet.customer());
            findings.require(
                    lost ? taken >= charged : taken == charged,
                    () -> name + "was charged, its tickets say: " + taken + " and " + charged);
        }
        findings.require(!repeats(all.movements()), () -> name + "was granted one thing twice: " + all.movements());
        if (wallet.unit() == Unit.POINT) {
            findings.same(
                    name + "has extra points, and were bought", extra(all.movements()), incomes.extras.bought(wallet));
        }
        if (wallet.unit() == Unit.CREDIT) {
            findings.same(name + "has, by its statement", funds.balance(), all.closing());
            findings.same(
                    name + "was granted less what was paid back, and was seen to get",
                    sum(all.movements(), "GRANT", "REFUND_MONEY"),
                    incomes.money.paidIn(wallet.customer()) + incomes.standing.bought(wallet.customer()));
        }
    }

    private static long extra(List<Movement> movements) {
        return movements.stream()
                .filter(move -> move.kind().equals("GRANT") && move.reference().startsWith("extra:"))
                .mapToLong(Movement::amount)
                .sum();
    }

    private static boolean repeats(List<Movement> movements) {
        Set<String> seen = new HashSet<>();
        return movements.stream()
                .filter(move -> move.kind().equals("GRANT"))
                .anyMatch(move -> !seen.add(move.reference()));
    }

    private static long sum(List<Movement> movements, String... kinds) {
        Set<String> wanted = Set.of(kinds);
        return movements.stream()
                .filter(move -> wanted.contains(move.kind()))
                .mapToLong(Movement::amount)
                .sum();
    }

    // ---- hours

    private void packages(Vendor vendor, Collection<View> tickets) {
        Map<View, List<TimeBook.Line>> worked = new LinkedHashMap<>();
        tickets.stream()
                .filter(view -> view.ticket().id().desk().equals(vendor.desk))
                .forEach(view -> worked.put(
                        view,
                        town.ports
                                .store()
                                .transact(tx -> tx.time().entries(view.ticket().id()))));
        List<TimeBook.Line> lines =
                worked.values().stream().flatMap(List::stream).toList();
        lines.forEach(this::tiles);
        List<TimeBook.Part> parts = lines.stream()
                .filter(line -> line.corrected() == null)
                .flatMap(line -> line.parts().stream())
                .toList();
        for (Kept kept : town.ports.contracts().list(vendor.desk, "", Contracts.PAGE_MAX)) {
            switch (kept) {
                case Kept.Points _ -> {}
                case Kept.Hours(var hours) -> {
                    hours(hours, parts);
                    new OverageBooks(hours, findings).check(worked);
                }
            }
        }
    }

    /** The parts of an entry follow each other and are all of it; each minute is paid by one of the three. */
    private void tiles(TimeBook.Line line) {
        Instant at = line.time().start();
        for (TimeBook.Part part : line.parts()) {
            Instant start = at;
            findings.require(
                    part.start().equals(start), () -> line + " has a part at " + part.start() + ", not at " + start);
            findings.same(
                    "minutes of a part, and what pays for them",
                    part.minutes(),
                    part.inPackage() + part.over() + part.open());
            at = at.plusSeconds(60 * part.minutes());
        }
        findings.require(
                at.equals(line.time().end()),
                () -> line + " ends at " + line.time().end());
    }

    private void hours(HoursContract contract, List<TimeBook.Part> parts) {
        Contract<?> terms = contract.contract();
        List<TimeBook.Part> own = parts.stream()
                .filter(part -> terms.number().equals(part.contract()))
                .toList();
        long inPackage = own.stream().mapToLong(TimeBook.Part::inPackage).sum();
        WalletKey wallet = WalletKey.of(terms.customer(), Unit.MINUTE);
        List<Movement> moved =
                town.ports.wallets().statement(wallet, FIRST, LAST).movements();
        findings.same("minutes taken out of packages, and entered", -sum(moved, "TIME", "REFUND"), inPackage);
        List<Invoice> now = town.ports.store().transact(tx -> tx.time().invoices(terms.id()));
        List<Invoice> before = invoiced.getOrDefault(terms.number(), List.of());
        findings.require(
                now.size() >= before.size() && now.subList(0, before.size()).equals(before),
                () -> "invoices changed from " + before + " to " + now);
        List<YearMonth> corrected = town.ports.store().transact(tx -> tx.time().corrected(terms.id()));
        now.stream()
                .filter(invoice -> !corrected.contains(invoice.month()))
                .forEach(invoice -> overage(invoice, contract, own));
        invoiced.put(terms.number(), now);
    }

    private void overage(Invoice invoice, HoursContract contract, List<TimeBook.Part> parts) {
        long over = parts.stream()
                .filter(part -> invoice.month().equals(part.month()))
                .mapToLong(TimeBook.Part::over)
                .sum();
        findings.require(
                packageAlone(invoice)
                                .equals(Invoice.of(contract, invoice.month(), over)
                                        .lines())
                        || contract.discount() != null,
                () -> invoice + " is about " + over + " minutes over");
    }

    private static List<Invoice.Line> packageAlone(Invoice invoice) {
        return invoice.lines().stream()
                .filter(line -> line.kind() != Invoice.Kind.ON_DEMAND && line.kind() != Invoice.Kind.ADJUSTMENT)
                .toList();
    }
}
