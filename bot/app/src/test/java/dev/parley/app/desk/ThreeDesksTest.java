package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.ledger.Unit;
import dev.parley.core.ticket.Template;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One set of texts for three desks: each speaks of its own unit, and of no other. */
class ThreeDesksTest {
    private static final List<Desk> DESKS =
            List.of(ProSupportTest.load(ProSupportTest.FILE), RayosTest.DESK, SupportPackagesTest.DESK);
    private static final Map<Unit, String> CATEGORY =
            Map.of(Unit.CREDIT, "settings", Unit.POINT, "build", Unit.MINUTE, "design");
    private static final Map<Unit, List<String>> NAMES = Map.of(
            Unit.CREDIT, List.of("credit"),
            Unit.POINT, List.of("points", "punkt"),
            Unit.MINUTE, List.of("hours", "stunde", "std."));

    /** Texts only one way to pay has use for: they may name what it counts in. */
    private static final Pattern OF_ONE_UNIT = Pattern.compile(
            "(STAFF_)?(ORDER|PAYMENT|PURCHASE|LOW_BALANCE|TOP_UP|CREDITS?_|COVERED|ANSWER_COVERED|PACKAGE|HOURS?(_|$)"
                    + "|OVERAGE|CONTRACT|PLAN_|GROUP|POINTS?_).*");

    private static Stream<Arguments> everyTextOfEveryDesk() {
        return DESKS.stream()
                .map(desk -> desk.policy().unit())
                .flatMap(unit -> Arrays.stream(Template.values())
                        .flatMap(template -> Stream.of(Locale.ENGLISH, Locale.GERMAN)
                                .map(language -> Arguments.of(unit, template, language))));
    }

    @ParameterizedTest
    @MethodSource("everyTextOfEveryDesk")
    void noTextNamesTheUnitOfAnotherDesk(Unit unit, Template template, Locale language) {
        var rendered = desk(unit).texts().render(template, language, fields(template, unit));
        var shown = (rendered.subject() + "\n" + rendered.text()).toLowerCase(language);
        var ofOneUnit = OF_ONE_UNIT.matcher(template.name()).matches();
        NAMES.forEach((other, names) -> {
            if (other != unit && !ofOneUnit) {
                assertThat(shown).doesNotContain(names);
            }
        });
        assertThat(shown).doesNotContain("{{", "null", ".. ", " .", "\n\n\n", "  \n");
    }

    private static Desk desk(Unit unit) {
        return DESKS.stream()
                .filter(desk -> desk.policy().unit() == unit)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> fields(Template template, Unit unit) {
        var fields = new HashMap<>(TextsTest.fields(template));
        fields.computeIfPresent("category", (_, _) -> CATEGORY.get(unit));
        fields.computeIfPresent(
                "severity", (_, key) -> desk(unit).severities().getFirst().key());
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        "CREDIT, en, 20, 20 credits",
        "CREDIT, en, 1, 1 credit",
        "CREDIT, en, 0, 0 credits",
        "CREDIT, de, 20, 20 Credits",
        "CREDIT, de, 1, 1 Credit",
        "POINT, en, 3, 3 points",
        "POINT, en, 1, 1 point",
        "POINT, de, 3, 3 Punkte",
        "POINT, de, 1, 1 Punkt",
        "MINUTE, en, 150, 2 h 30 min (187.50 USD)",
        "MINUTE, en, 120, 2 h (150.00 USD)",
        "MINUTE, en, 45, 45 min (56.25 USD)",
        "MINUTE, en, 60, 1 h (75.00 USD)",
        "MINUTE, en, 0, 0 min (0.00 USD)",
        "MINUTE, de, 150, '2 Std. 30 Min. (187,50 USD)'",
        "MINUTE, de, 1, '1 Min. (18,75 USD)'"
    })
    void amountsReadRight(Unit unit, String language, String amount, String read) {
        var fields = fields(Template.SHORT_FOR_ANSWER, unit);
        fields.put("amount", amount);
        var rendered = desk(unit).texts().render(Template.SHORT_FOR_ANSWER, Locale.of(language), fields);
        assertThat(rendered.subject()).contains(": " + read + " f");
        assertThat(rendered.text()).contains("  " + read);
    }

    @Test
    void h05WhatIsFreeOfTheMonthIsTimeAndNoMoney() {
        var fields = fields(Template.SHORT_FOR_ANSWER, Unit.MINUTE);
        fields.put("shortfall", "120");
        var rendered = desk(Unit.MINUTE).texts().render(Template.SHORT_FOR_ANSWER, Locale.ENGLISH, fields);
        assertThat(rendered.subject()).endsWith(", 2 h short");
        assertThat(rendered.text()).contains("It is 2 h too much.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order mails", "design", "Design changes", "Änderungen der Gestaltung"})
    void aScopeThatSaysNoMoreThanTheRequestOrItsCategoryIsLeftOut(String scope) {
        var fields = fields(Template.QUOTE_SENT, Unit.MINUTE);
        fields.put("subject", "Order mails");
        fields.put("scope", scope);
        var text = desk(Unit.MINUTE)
                .texts()
                .render(Template.QUOTE_SENT, Locale.ENGLISH, fields)
                .text();
        assertThat(text).doesNotContain("What for:").contains("Order mails\nKind of work:");
        fields.put("scope", "A new banner");
        assertThat(desk(Unit.MINUTE)
                        .texts()
                        .render(Template.QUOTE_SENT, Locale.ENGLISH, fields)
                        .text())
                .contains("Order mails\nWhat for:         A new banner\nKind of work:");
    }

    @Test
    void p11WhatCustomersCouldDoThemselvesIsOfferedBeforeTheyAreCharged() {
        var quote = RayosTest.DESK
                .texts()
                .render(Template.QUOTE_SENT, Locale.ENGLISH, fields(Template.QUOTE_SENT, Unit.POINT));
        assertThat(quote.text())
                .contains("You can also do this yourself; here is how: https://desk.example/rayos/how-to\n");
        var fields = fields(Template.QUOTE_SENT, Unit.POINT);
        fields.put("category", "training");
        assertThat(RayosTest.DESK
                        .texts()
                        .render(Template.QUOTE_SENT, Locale.ENGLISH, fields)
                        .text())
                .doesNotContain("yourself");
    }

    @Test
    void c13OnlyCreditsHaveCategoriesOneToThree() {
        assertThat(quote(Unit.CREDIT)).contains("Category:         2 – Wrong settings");
        assertThat(quote(Unit.POINT)).contains("Kind of work:     Building things");
        assertThat(RayosTest.DESK
                        .texts()
                        .render(Template.AGREED_RECEIPT, Locale.ENGLISH, fields(Template.AGREED_RECEIPT, Unit.POINT))
                        .text())
                .contains("Kind of work:     Building things");
        assertThat(quote(Unit.MINUTE))
                .contains("Kind of work:     Design changes")
                .contains("Price:            10 min (18.75 USD), at 75.00 USD an hour");
    }

    private static String quote(Unit unit) {
        return desk(unit)
                .texts()
                .render(Template.QUOTE_SENT, Locale.ENGLISH, fields(Template.QUOTE_SENT, unit))
                .text();
    }

    @Test
    void p21CustomersAreSentToCustomerSupportForPricesAndPoints() {
        for (var desk : DESKS) {
            assertThat(desk.policy().customerSupport())
                    .isEqualTo(desk.addresses().customerSupport())
                    .isNotEqualTo(desk.addresses().desk());
        }
    }

    @ParameterizedTest
    @MethodSource("everyTextOfEveryDesk")
    void p08NoTextAboutAWishNamesATime(Unit unit, Template template, Locale language) {
        if (!Timeless.concerns(template)) {
            return;
        }
        var fields = fields(template, unit);
        fields.keySet()
                .removeIf(name -> !List.of("reason", "old_amount", "ticket").contains(name));
        fields.replaceAll((name, _) -> name.equals("ticket") ? "«ticket»" : "");
        template.fields().forEach(name -> fields.putIfAbsent(name, "«" + name + "»"));
        var rendered = desk(unit).texts().render(template, language, fields);
        assertThat(Timeless.broken(rendered.subject())).isEmpty();
        assertThat(Timeless.broken(rendered.text().replace("Guten Tag", ""))).isEmpty();
        assertThat(template.fields()).noneMatch(name -> name.endsWith("_at") || name.equals("until"));
    }
}
