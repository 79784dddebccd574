package dev.parley.core.policy;

import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the rules need to know of one desk.
 *
 * @param desk its short name, the leading key of every table
 * @param name what customers read
 * @param unit what its prices are in
 * @param zone where its business days are counted
 * @param categories the price list
 * @param preAgreementCap up to how much "I agree in advance" goes unless the customer says otherwise (C-14a)
 * @param customerSupport who answers questions about prices (P-21)
 * @param releases the published releases upgrades are counted in (C-12b)
 */
public record DeskPolicy(
        String desk,
        String name,
        Unit unit,
        ZoneId zone,
        List<Category> categories,
        QuoteTerms quotes,
        ClosingTerms closing,
        long preAgreementCap,
        String customerSupport,
        ReleaseCatalogue releases) {

    public DeskPolicy {
        categories = List.copyOf(categories);
    }

    /** A desk without a list of releases. */
    public DeskPolicy(
            String desk,
            String name,
            Unit unit,
            ZoneId zone,
            List<Category> categories,
            QuoteTerms quotes,
            ClosingTerms closing,
            long preAgreementCap,
            String customerSupport) {
        this(
                desk,
                name,
                unit,
                zone,
                categories,
                quotes,
                closing,
                preAgreementCap,
                customerSupport,
                ReleaseCatalogue.NONE);
    }

    /** What prices come from. */
    public PriceList prices() {
        return new PriceList(unit, categories, releases);
    }

    /** What a ticket's price is paid with: where a package covers no work, what is quoted is on demand (H-05). */
    public Payer payer() {
        return Payer.of(unit == Unit.MINUTE ? Unit.DEMAND : unit);
    }

    /** The category staff call {@code key}. */
    public Optional<Category> category(String key) {
        return categories.stream().filter(c -> c.key().key().equals(key)).findFirst();
    }
}
