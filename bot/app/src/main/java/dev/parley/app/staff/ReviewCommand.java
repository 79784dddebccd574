package dev.parley.app.staff;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ./parley review …}: what customers say of the product. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = "What customers who bought the product say of it.")
public final class ReviewCommand extends StaffCommand {
    private static final String REVIEW = "The review's number.";

    @Command(description = "All reviews, the newest first, also those hidden.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        return get("reviews?max=" + max, ReviewCommand::lines);
    }

    @Command(description = "One review, and all that was done with it.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "REVIEW", description = REVIEW) long review) {
        return get("reviews/" + review, ReviewCommand::withHistory);
    }

    @Command(
            description = "Take a review off the page; its customer is told why (role product).",
            mixinStandardHelpOptions = true)
    int hide(
            @Parameters(paramLabel = "REVIEW", description = REVIEW) long review,
            @Option(names = "--reason", required = true, description = "Shown to its customer.") String reason) {
        return post("reviews/" + review + "/hide", body("reason", reason), ReviewCommand::line);
    }

    @Command(description = "Put a hidden review on the page again (role product).", mixinStandardHelpOptions = true)
    int unhide(@Parameters(paramLabel = "REVIEW", description = REVIEW) long review) {
        return post("reviews/" + review + "/show", Map.of(), ReviewCommand::line);
    }

    private static String lines(JsonNode reviews) {
        return reviews.isEmpty()
                ? "There are no reviews yet."
                : reviews.valueStream().map(ReviewCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode view) {
        JsonNode review = view.path("review");
        String reason = view.path("reason").asString();
        return String.format(
                Locale.ROOT,
                "%6s  %-9s %s of 5  %s (customer %s)%s%n        %s",
                review.path("number").asString(),
                view.path("state").asString(),
                review.path("stars").asString(),
                review.path("name").asString(),
                view.path("customer").asString(),
                reason.isEmpty() ? "" : ", because: " + reason,
                review.path("text").asString().replace("\n", "\n        "));
    }

    private static String withHistory(JsonNode view) {
        return line(view.path("review"))
                + view.path("history")
                        .valueStream()
                        .map(done -> "\n  " + Text.at(done) + "  "
                                + done.path("what").asString() + "  "
                                + done.path("after").asString())
                        .collect(Collectors.joining());
    }
}
