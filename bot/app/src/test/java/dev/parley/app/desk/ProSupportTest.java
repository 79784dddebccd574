package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.Delay;
import dev.parley.core.policy.PriceInput;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.policy.Pricing;
import dev.parley.core.purchase.Offer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code desks/pro-support.yaml} is all of the vendor's policy. */
class ProSupportTest {
    static final Path FILE = root().resolve("desks/pro-support.yaml");
    private final Desk desk = load(FILE);

    /** The repository's root, from whichever module the tests run in. */
    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("desks/pro-support.yaml")))
                .findFirst()
                .orElseThrow();
    }

    static Desk load(Path file) {
        return switch (DeskFile.load(file)) {
            case DeskFile.Loaded.Good(var desk) -> desk;
            case DeskFile.Loaded.Bad(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void c08c09c10c11c13ThePriceListHasFiveLinesInThreeCategories() {
        assertThat(desk.policy().categories())
                .extracting(Category::key, Category::price)
                .containsExactly(
                        tuple(new CategoryKey(1, "question"), new PriceRule.Fixed(5)),
                        tuple(new CategoryKey(2, "settings"), new PriceRule.Fixed(10)),
                        tuple(new CategoryKey(3, "modification"), new PriceRule.From(20)),
                        tuple(new CategoryKey(3, "investigation"), new PriceRule.Fixed(20)),
                        tuple(new CategoryKey(3, "upgrade"), new PriceRule.Upgrade(20, 2, 5)));
    }

    @Test
    void c12TheExampleOfTheVendorCostsFifty() {
        assertThat(desk.policy().prices().price("upgrade", PriceInput.upgrade("4.3.1", "4.3.9", "")))
                .isInstanceOfSatisfying(
                        Pricing.Priced.class,
                        priced -> assertThat(priced.amount()).isEqualTo(50));
    }

    @Test
    void c12bBeyondOneMinorVersionTheListedReleasesAreSuggested() {
        assertThat(desk.policy().prices().price("upgrade", PriceInput.upgrade("4.2.3", "4.3.2", "")))
                .isInstanceOfSatisfying(
                        Pricing.Refused.class,
                        refused -> assertThat(refused.wrong())
                                .contains("there are 3 releases, for which 25 credits are suggested"));
    }

    @Test
    void c12dAReleaseThatIsNotListedHasNoAutomaticPrice() {
        assertThat(desk.policy().prices().price("upgrade", PriceInput.upgrade("4.3.1", "4.3.10", "")))
                .isInstanceOfSatisfying(
                        Pricing.Refused.class,
                        refused -> assertThat(refused.wrong()).contains("4.3.10 is not in the list of releases"));
    }

    @Test
    void c16OnlyTheFirstCategoryIsAnsweredWithoutAsking() {
        assertThat(desk.policy().categories())
                .filteredOn(c -> !c.confirm())
                .extracting(c -> c.key().tier())
                .containsExactly(1);
    }

    @Test
    void c14ac29OnlyModificationsAreNegotiableAndNeverAgreedInAdvance() {
        assertThat(desk.policy().categories())
                .filteredOn(Category::negotiable)
                .extracting(c -> c.key().key())
                .containsExactly("modification");
        assertThat(desk.policy().categories())
                .filteredOn(c -> !c.preAgreeable())
                .extracting(c -> c.key().key())
                .containsExactly("modification");
    }

    @Test
    void thingsLastAsLongAsTheConversationSays() {
        var quotes = desk.policy().quotes();
        assertThat(quotes.validity()).isEqualTo(Duration.ofDays(14));
        assertThat(quotes.reminders()).containsExactly(new Delay(2, true), new Delay(7, false), new Delay(12, false));
        assertThat(quotes.fundingWindow()).isEqualTo(Duration.ofDays(7));
        assertThat(quotes.questionPause()).isEqualTo(Duration.ofDays(7));
        assertThat(quotes.lateYes()).isEqualTo(Duration.ofDays(30));
        var closing = desk.policy().closing();
        assertThat(closing.afterAnswer()).isEqualTo(Duration.ofDays(7));
        assertThat(closing.reopenWithin()).isEqualTo(Duration.ofDays(30));
        assertThat(closing.silence()).isEqualTo(Duration.ofDays(14));
        assertThat(closing.holdAlert()).isEqualTo(Duration.ofDays(14));
        assertThat(desk.policy().preAgreementCap()).isEqualTo(20);
    }

    @Test
    void c01c02PackagesAreThoseOnSaleWithinThePublishedPrices() {
        assertThat(desk.offers().orElseThrow().offers())
                .extracting(Offer::units)
                .containsExactly(25L, 50L, 100L, 200L, 300L, 400L, 500L);
        assertThat(desk.offers().orElseThrow().offers())
                .allSatisfy(offer -> assertThat(offer.price().minor()).isBetween(10_000L, 50_000L))
                .allSatisfy(offer ->
                        assertThat(offer.price().currency().getCurrencyCode()).isEqualTo("USD"));
        assertThat(desk.packages().map(Packages::provisional)).contains(true);
    }

    @Test
    void c25MailToPersonsAndTheContactFormMakesNoTicket() {
        assertThat(desk.addresses().makesTickets("Support@Desk.example")).isTrue();
        assertThat(desk.addresses().makesTickets("pro@desk.example")).isTrue();
        assertThat(desk.addresses().getsPointer("engineer@desk.example")).isTrue();
        assertThat(desk.addresses().getsPointer("CONTACT@desk.example")).isTrue();
        assertThat(desk.addresses().makesTickets("engineer@desk.example")).isFalse();
        assertThat(desk.addresses().getsPointer("support@desk.example")).isFalse();
        assertThat(desk.policy().customerSupport()).isEqualTo("customers@desk.example");
    }

    @Test
    void theDeskIsNamedAndSpeaksTwoLanguages() {
        assertThat(desk.policy().desk()).isEqualTo("pro-support");
        assertThat(desk.policy().name()).isEqualTo("Pro Support");
        assertThat(desk.policy().unit()).isEqualTo(Unit.CREDIT);
        assertThat(desk.policy().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(desk.languages()).containsExactly(Locale.ENGLISH, Locale.GERMAN);
        assertThat(desk.severities())
                .extracting(Severity::key)
                .containsExactly("emergency", "partial", "annoying", "minor");
        assertThat(desk.acknowledgements().perAddress()).isEqualTo(new Rate(1, Duration.ofHours(1)));
    }
}
