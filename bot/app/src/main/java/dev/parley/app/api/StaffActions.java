package dev.parley.app.api;

import dev.parley.core.contract.Ruling;
import dev.parley.core.customer.Site;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.port.TicketReads;
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

    /** What it comes to at {@code desk}; a problem if it does not fit it. */
    static AssessRequest.Understood understood(AssessRequest requests, String desk, AssessmentAsked asked) {
        String as = required("as", asked.as, "incident, feature, on-us, or one of the desk's categories");
        var words = new AssessRequest.Asked(
                as, asked.amount, asked.from, asked.to, text(asked.scope), text(asked.severity), text(asked.reason));
        return switch (requests.understand(desk, words)) {
            case Ruling.Allowed<AssessRequest.Understood>(var understood) -> understood;
            case Ruling.Refused<AssessRequest.Understood>(var wrong, var right) ->
                throw ApiProblem.bad(wrong + "; " + right + ".");
        };
    }

    /** The sites by number and name, as the end of a sentence. */
    static String named(List<Site> sites) {
        return sites.isEmpty()
                ? "there is none yet."
                : sites.stream()
                        .map(site -> site.id().number() + " (" + site.name() + ")")
                        .collect(Collectors.joining(", ", "", "."));
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
