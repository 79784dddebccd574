package dev.parley.testkit.simulate;

import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three desks with their customers and staff, to which moves happen. */
final class World {
    private static final int DUE_AT_ONCE = 50;

    private final Town town = new Town();
    private final CustomerMoves customers = new CustomerMoves(town);
    private final StaffMoves staff = new StaffMoves(town);
    private final List<String> told = new ArrayList<>();

    /** Lets {@code move} happen; what cannot happen now does nothing. */
    void happen(Move move) {
        told.add("");
        told(
                switch (move.kind() % 20) {
                    case 0, 1 -> customers.writes(move);
                    case 2, 3, 4, 5, 6 -> customers.replies(move);
                    case 7 -> customers.again(move);
                    case 8 -> customers.pays(move);
                    case 9, 10, 11, 12 -> staff.assesses(move);
                    case 13, 14, 15, 16 -> staff.acts(move);
                    case 17 -> faults(move);
                    default -> timePasses(move);
                });
    }

    private void told(String what) {
        told.set(told.size() - 1, town.clock.instant() + " " + what);
    }

    /** The database goes away before anything is kept, and what was tried is tried again. */
    private String faults(Move move) {
        town.store.failNext();
        try {
            String what = staff.assesses(move);
            town.store.works();
            return what + " (nothing to fail)";
        } catch (StoreUnavailable _) {
            town.store.works();
            return staff.assesses(move) + " (after a fault)";
        }
    }

    /** Time goes on, and the clock may look at what is due never, once or several times. */
    private String timePasses(Move move) {
        Duration passed = move.how() % 3 == 0 ? Duration.ofDays(1 + move.which() % 20) : Duration.ofMinutes(7);
        town.clock.advance(passed);
        int looks = move.how() % 4;
        for (int look = 0; look < looks; look++) {
            List<TicketId> due = town.store
                    .inMemory()
                    .dueWork()
                    .claim("clock", DUE_AT_ONCE, Duration.ofSeconds(1), town.clock.instant());
            due.forEach(staff::deadline);
            town.clock.advance(Duration.ofSeconds(2));
        }
        return passed + " pass, the clock looks " + looks + " times";
    }

    /** What is not as it must be. */
    List<String> broken() {
        List<View> views = town.tickets().stream()
                .map(id -> town.store.inMemory().tickets().find(id).orElseThrow())
                .toList();
        Map<WalletKey, Funds> wallets = new LinkedHashMap<>();
        for (View view : views) {
            view.ticket()
                    .wallet()
                    .ifPresent(wallet -> wallets.computeIfAbsent(
                            wallet, key -> town.store.inMemory().wallets().funds(key, town.clock.instant())));
        }
        return Invariants.broken(views, wallets, town.clock.instant());
    }

    /** How often each row decided. */
    Map<String, Integer> rows() {
        Map<String, Integer> rows = new HashMap<>();
        for (TicketId id : town.tickets()) {
            for (TicketReads.Step step :
                    town.store.inMemory().tickets().find(id).orElseThrow().history()) {
                rows.merge(step.row().name(), 1, Integer::sum);
            }
        }
        return rows;
    }

    /** What the last move was. */
    String last() {
        return told.isEmpty() ? "the beginning" : told.getLast();
    }

    /** All moves in words. */
    List<String> told() {
        return List.copyOf(told);
    }
}
