package dev.parley.app.desk;

import dev.parley.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Reads amounts of one currency. */
record Till(Currency currency) {

    /** Reads the currency itself. */
    static Till of(Section section) {
        return new Till(section.get("currency", Kind.CURRENCY));
    }

    /** The amount at {@code key}, which must be there. */
    Money get(Section section, String key) {
        var amount = section.get(key, Kind.MONEY_AMOUNT);
        if (amount.stripTrailingZeros().scale() > digits()) {
            section.problem(key, currency + " has no part of " + amount, "write a whole amount of " + currency);
        }
        return new Money(currency, amount.movePointRight(digits()).longValue());
    }

    /** The amount at {@code key}, which must be there and not nothing. */
    Money positive(Section section, String key) {
        var money = get(section, key);
        if (money.minor() == 0) {
            section.problem(key, "a price of nothing", "write an amount above 0");
            return new Money(currency, 1);
        }
        return money;
    }

    /** How people write {@code money} in a file, without its currency. */
    String shown(Money money) {
        return BigDecimal.valueOf(money.minor(), digits()).toPlainString();
    }

    private int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
