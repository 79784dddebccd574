package dev.parley.app.desk;

import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.purchase.LowBalance;
import dev.parley.core.purchase.OfferList;
import dev.parley.core.severity.SeverityGuide;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A desk as its file describes it.
 *
 * @param policy what the rules need of it
 * @param languages the languages it writes; the first is for customers whose language is not known
 * @param requests what a request can be
 * @param funding what pays for work
 * @param promises open hours and service levels
 * @param staffMailbox where staff get notices by mail; null if they only look at the list
 */
public record Desk(
        DeskPolicy policy,
        Addresses addresses,
        List<Locale> languages,
        Requests requests,
        Funding funding,
        Promises promises,
        Acknowledgements acknowledgements,
        @Nullable String staffMailbox,
        Texts texts) {

    public Desk {
        languages = List.copyOf(languages);
    }

    /** The levels of urgency, the most urgent first; may be empty. */
    public List<Severity> severities() {
        return requests.severities();
    }

    /** The levels with the vendor's examples, in the desk's first language; empty if it has no levels. */
    public Optional<SeverityGuide> severityGuide() {
        return requests.severityGuide(languages.getFirst());
    }

    /** The packages on sale; empty unless the desk works for credits. */
    public Optional<OfferList> offers() {
        return packages().map(Packages::offers);
    }

    /** When customers hear that credits run low; empty if never. */
    public Optional<LowBalance> lowBalance() {
        return packages().flatMap(packages -> Optional.ofNullable(packages.lowBalance()));
    }

    /** What is on sale; empty unless the desk works for credits. */
    public Optional<Packages> packages() {
        return funding instanceof Funding.Credits(var packages) ? Optional.of(packages) : Optional.empty();
    }

    /** What contracts on points begin with; empty unless the desk works for points. */
    public Optional<PointDefaults> points() {
        return funding instanceof Funding.Points(var defaults) ? Optional.of(defaults) : Optional.empty();
    }

    /** What contracts on hours begin with; empty unless the desk works by time. */
    public Optional<HourDefaults> hours() {
        return funding instanceof Funding.Hours(var defaults) ? Optional.of(defaults) : Optional.empty();
    }
}
