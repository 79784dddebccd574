package dev.parley.app.desk;

import dev.parley.core.money.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** How money and large numbers read in the languages Parley writes. */
public final class MoneyWords {
    private MoneyWords() {}

    /** With all its digits, such as {@code 1,234.50 USD} or {@code 1.234,50 €}. */
    public static String in(Locale language, Money money) {
        var digits = Math.max(0, money.currency().getDefaultFractionDigits());
        var code = money.currency().getCurrencyCode();
        return numbers(language, digits).format(BigDecimal.valueOf(money.minor(), digits)) + " "
                + (code.equals("EUR") ? "€" : code);
    }

    /** Numbers with {@code digits} after the point. */
    public static NumberFormat numbers(Locale language, int digits) {
        var german = language.getLanguage().equals("de");
        var numbers = NumberFormat.getNumberInstance(german ? Locale.GERMANY : Locale.US);
        numbers.setMinimumFractionDigits(digits);
        numbers.setMaximumFractionDigits(digits);
        return numbers;
    }
}
