package dev.parley.testkit;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.ClosingTerms;
import dev.parley.core.policy.Delay;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.policy.QuoteTerms;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** Ready-made desk policies. */
public final class Desks {
    /** The desk all contracts use. */
    public static final String SUPPORT = "support";

    /** Another desk on the same database. */
    public static final String SALES = "sales";

    /** Category 1: answered without asking. */
    public static final CategoryKey QUESTION = new CategoryKey(1, "question");

    /** Category 2 at 10. */
    public static final CategoryKey CONSULTATION = new CategoryKey(2, "consultation");

    /** Category 3 from 20. */
    public static final CategoryKey MODIFICATION = new CategoryKey(3, "modification");

    private Desks() {}

    /** Pro support by credits, as desk {@value #SUPPORT}. */
    public static DeskPolicy proSupport() {
        return paidIn(Unit.CREDIT);
    }

    /** The same desk and price list, paid in {@code unit}. */
    public static DeskPolicy paidIn(Unit unit) {
        return paidIn(unit, SUPPORT);
    }

    /** The same as {@code desk}. */
    public static DeskPolicy paidIn(Unit unit, String desk) {
        return new DeskPolicy(
                desk,
                "Pro Support",
                unit,
                ZoneOffset.UTC,
                List.of(
                        new Category(QUESTION, "General question", new PriceRule.Fixed(5), false, false, true),
                        new Category(CONSULTATION, "Consultation", new PriceRule.Fixed(10), true, false, true),
                        new Category(MODIFICATION, "Code modification", new PriceRule.From(20), true, true, false),
                        new Category(
                                new CategoryKey(3, "investigation"),
                                "Investigation",
                                new PriceRule.Fixed(20),
                                true,
                                false,
                                true),
                        new Category(
                                new CategoryKey(3, "upgrade"),
                                "Upgrade",
                                new PriceRule.Upgrade(20, 2, 5),
                                true,
                                false,
                                true)),
                new QuoteTerms(
                        Duration.ofDays(14),
                        List.of(new Delay(2, true), new Delay(7, false), new Delay(12, false)),
                        Duration.ofDays(7),
                        Duration.ofDays(7),
                        Duration.ofDays(30)),
                new ClosingTerms(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(14), Duration.ofDays(14)),
                50,
                "customer-support@vendor.example");
    }
}
