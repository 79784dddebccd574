package dev.parley.core.desk;

import dev.parley.core.customer.SiteId;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.points.SiteMonth;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Transaction.Period;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet is given by itself, before anything is decided about it: the points of a site's month (P-14), and the
 * minutes on demand that may be agreed to in a month. Each has a key, so that nobody gives it twice.
 */
final class Allowances {
    /** How many minutes on demand a customer may agree to in a calendar month before they are billed: 100 hours. */
    static final long DEMAND_MINUTES_A_MONTH = 6_000;

    private Allowances() {}

    /** Gives {@code wallet} what is due to it at {@code now}. */
    static void grantDue(Transaction tx, WalletKey wallet, DeskPolicy policy, Instant now) {
        Grant due = due(tx, wallet, policy, now);
        if (due != null) {
            tx.grant(due);
        }
    }

    private static @Nullable Grant due(Transaction tx, WalletKey wallet, DeskPolicy policy, Instant now) {
        return switch (wallet.unit()) {
            case CREDIT -> null;
            case MINUTE -> null;
            case POINT -> points(tx, wallet, now);
            case DEMAND -> demand(wallet, policy, now);
        };
    }

    private static @Nullable Grant points(Transaction tx, WalletKey wallet, Instant now) {
        Long number = wallet.site();
        if (number == null) {
            return null;
        }
        SiteId site = new SiteId(wallet.customer(), number);
        return tx.pointsContract(site)
                .flatMap(contract -> contract.monthOf(site, now))
                .filter(month -> month.points() > 0)
                .map(month -> points(month, now))
                .orElse(null);
    }

    /** The points of a month, valid in it alone (P-16). */
    static Grant points(SiteMonth month, Instant now) {
        Period valid = new Period(month.start(), month.end());
        return new Grant(WalletKey.points(month.site()), month.points(), month.key(), 0, valid, new Actor.Desk(), now);
    }

    private static Grant demand(WalletKey wallet, DeskPolicy policy, Instant now) {
        YearMonth month = YearMonth.from(now.atZone(policy.zone()));
        Instant start = month.atDay(1).atStartOfDay(policy.zone()).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(policy.zone()).toInstant();
        String key = "on-demand:" + wallet.customer().number() + ":" + month;
        return new Grant(wallet, DEMAND_MINUTES_A_MONTH, key, 0, new Period(start, end), new Actor.Desk(), now);
    }
}
