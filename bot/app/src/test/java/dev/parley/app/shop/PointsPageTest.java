package dev.parley.app.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.BuyPoints;
import dev.parley.core.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read before points are bought. */
class PointsPageTest {
    private static final Money PRICE = new Money(Currency.getInstance("USD"), 100_00);
    private static final Contact ALICE = contact(1, "Alice", true, Locale.ENGLISH);

    private static Contact contact(long number, String name, boolean approver, Locale language) {
        CustomerId customer = new CustomerId("rayos", 7);
        return new Contact(
                new ContactId("rayos", number), customer, name + "@customer.example", name, approver, language);
    }

    private static PointsPage page(Contact holder, @Nullable Money price, List<Contact> approvers) {
        BuyPoints.View view = new BuyPoints.View(
                holder,
                1001,
                "Q-1001-1",
                "news & <sport>",
                price == null ? 0 : 4,
                price,
                Instant.parse("2026-03-31T22:00:00Z"),
                approvers);
        return new PointsPage("Rayos", ZoneId.of("Europe/Berlin"), view);
    }

    @Test
    void p19ThePageSaysWhatIsMissingWhereForHowMuchAndUntilWhen() {
        assertThat(page(ALICE, PRICE, List.of()).missing(""))
                .contains("4 points are missing for quote Q-1001-1 at news &amp; &lt;sport&gt;", "100.00 USD together")
                .contains("April 1, 2026", "Buy 4 points for 100.00 USD")
                .contains("name=\"units\" value=\"4\"", "name=\"price\" value=\"100.00 USD\"");
    }

    @Test
    void p19WhoMayNotAgreeSeesNoButton() {
        Contact bob = contact(2, "Bob", false, Locale.GERMAN);
        assertThat(page(bob, PRICE, List.of(ALICE)).missing(""))
                .contains("fehlen bei", "Alice")
                .doesNotContain("<button", "<form");
    }

    @Test
    void p19AContractWithoutAPriceSellsNone() {
        assertThat(page(ALICE, null, List.of()).missing(""))
                .contains("your contract sells none")
                .doesNotContain("<button", "<form");
    }

    @Test
    void whatWasRefusedIsSaidAboveTheNewNumbers() {
        assertThat(page(ALICE, PRICE, List.of()).missing("what is missing changed; 4 points"))
                .contains("That is not possible: what is missing changed; 4 points.", "<button");
    }
}
