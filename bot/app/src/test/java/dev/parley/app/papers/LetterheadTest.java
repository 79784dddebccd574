package dev.parley.app.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Unit;
import dev.parley.core.money.Money;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterheadTest {
    private static final HourlyRate RATE = new HourlyRate(new Money(Currency.getInstance("EUR"), 7_500), 15);

    private static Letterhead head(Locale language, @Nullable HourlyRate onDemand) {
        return new Letterhead("Support Packages", "Müller GmbH", language, ZoneId.of("Europe/Kyiv"), onDemand);
    }

    @Test
    void h05TimeWithoutAPackageIsShownWithWhatItCosts() {
        assertThat(head(Locale.ENGLISH, RATE).counted(Unit.DEMAND, 100)).isEqualTo("1:40 hours (131.25 €)");
        assertThat(head(Locale.GERMAN, RATE).counted(Unit.DEMAND, 90)).isEqualTo("1:30 Stunden (112,50 €)");
        assertThat(head(Locale.ENGLISH, null).counted(Unit.DEMAND, 90)).isEqualTo("1:30 hours");
        assertThat(head(Locale.ENGLISH, RATE).counted(Unit.MINUTE, 90))
                .as("minutes over a package")
                .isEqualTo("1:30 hours (112.50 €)");
    }
}
