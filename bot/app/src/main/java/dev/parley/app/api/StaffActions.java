package dev.parley.app.api;

import dev.parley.core.customer.Site;
import dev.parley.core.desk.AssessWork;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.policy.PriceInput;
import dev.parley.core.policy.Pricing;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.Assessment;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What staff say of a request, checked against the desk's price list: prices never come from elsewhere. */
final class StaffActions {
    private StaffActions() {}

    /**
     * An assessment as staff write it.
     *
     * @param as incident, feature, on-us, or a category of the price list
     * @param severity of an incident, a level of the desk file
     */
    record AssessmentAsked(
            @Nullable String as,
            @Nullable Long amount,
            @Nullable String from,
            @Nullable String to,
            @Nullable String scope,
            @Nullable String severity,
            @Nullable String reason) {}

    static Assessment assessment(DeskPolicy policy, RequestKinds.Kinds kinds, AssessmentAsked asked) {
        String as = required("as", asked.as, "incident, feature, on-us, or one of the desk's categories");
        return switch (as) {
            case "incident" -> {
                known(policy, kinds, as);
                yield new Assessment.Incident(severity(kinds.severities(), asked));
            }
            case "feature" -> {
                known(policy, kinds, as);
                yield new Assessment.Feature();
            }
            case "on-us" -> new Assessment.OnUs();
            default -> priced(policy, as, asked);
        };
    }

    /** Refuses a kind of request that the desk file does not name. */
    private static void known(DeskPolicy policy, RequestKinds.Kinds kinds, String as) {
        if (!kinds.types().contains(as)) {
            String right = policy.categories().stream()
                    .map(category -> category.key().key())
                    .collect(Collectors.joining(", "));
            throw ApiProblem.bad("This desk knows no ‘" + as
                    + "’ (its request-types do not name it); give on-us, or one" + " of " + right + ".");
        }
    }

    /** Work that a package may cover; its price counts if none does. */
    static AssessWork.Work work(DeskPolicy policy, WorkKind service, AssessmentAsked asked) {
        String category = required("as", asked.as, "one of the desk's categories");
        PriceInput input = new PriceInput(asked.amount, asked.from, asked.to, text(asked.scope));
        CategoryKey key = policy.category(category).orElseThrow().key();
        return new AssessWork.Work(key, service, policy.prices().price(category, input), text(asked.reason));
    }

    /** The sites by number and name, as the end of a sentence. */
    static String named(List<Site> sites) {
        return sites.isEmpty()
                ? "there is none yet."
                : sites.stream()
                        .map(site -> site.id().number() + " (" + site.name() + ")")
                        .collect(Collectors.joining(", ", "", "."));
    }

    private static String severity(List<String> severities, AssessmentAsked asked) {
        String right = "one of " + String.join(", ", severities);
        String severity = required("severity", asked.severity, right);
        if (!severities.contains(severity)) {
            throw ApiProblem.bad("There is no severity ‘" + severity + "’; give " + right + ".");
        }
        return severity;
    }

    private static Assessment priced(DeskPolicy policy, String category, AssessmentAsked asked) {
        PriceInput input = new PriceInput(asked.amount, asked.from, asked.to, text(asked.scope));
        return switch (policy.prices().price(category, input)) {
            case Pricing.Priced priced -> Assessment.Priced.of(priced);
            case Pricing.Refused refused -> throw ApiProblem.bad(refused.wrong() + "; " + refused.right() + ".");
        };
    }

    static String required(String name, @Nullable String value, String right) {
        if (value == null || value.isBlank()) {
            throw ApiProblem.bad("‘" + name + "’ is missing; give " + right + ".");
        }
        return text(value);
    }

    static String text(@Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw ApiProblem.bad("A text holds a NUL character (U+0000); leave it out.");
        }
        return value == null ? "" : value.strip();
    }

    /** How many lines are asked for. */
    static int lines(int max) {
        return Math.toIntExact(within("max", max, 1, TicketReads.PAGE_MAX));
    }

    /** {@code value} if it lies from {@code least} to {@code most}. */
    static long within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw ApiProblem.bad("‘" + name + "’ is " + value + "; give " + least + " to " + most + ".");
        }
        return value;
    }
}
