package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.lines;
import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.desk.LoseOrder.Because;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Reviews;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.review.Review;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reviews as machines read them: without a token what everybody may read, and for staff all of them. Only the product
 * team hides and shows them, not the agents they may speak of; every step is audited as {@code review NUMBER}.
 */
@RestController
@RequestMapping("/api/v1")
class ReviewsController {
    private final UseCases.Reviewing reviewing;
    private final TicketReads reads;
    private final InstantSource clock;

    ReviewsController(UseCases useCases, TicketReads reads, InstantSource clock) {
        this.reviewing = useCases.reviewing();
        this.reads = reads;
        this.clock = clock;
    }

    /** What everybody may read of a review. */
    record Published(long number, int stars, String name, String text, Instant writtenAt, Instant changedAt) {
        static Published of(Review review) {
            return new Published(
                    review.number(),
                    review.said().stars(),
                    review.said().name(),
                    review.said().text(),
                    review.writtenAt(),
                    review.changedAt());
        }
    }

    /** What staff see. {@code state}: shown, hidden or withdrawn; {@code reason}: why it is hidden, else "". */
    record ReviewView(Published review, long customer, String state, String reason) {
        static ReviewView of(Review review) {
            return new ReviewView(Published.of(review), review.customer().number(), word(review), reason(review));
        }

        private static String word(Review review) {
            return switch (review.state()) {
                case Review.State.Shown _ -> "shown";
                case Review.State.Hidden _ -> "hidden";
                case Review.State.Withdrawn _ -> "withdrawn";
            };
        }

        private static String reason(Review review) {
            return review.state() instanceof Review.State.Hidden(var reason) ? reason : "";
        }
    }

    /** A review and everything that was done with it. */
    record WithHistory(ReviewView review, List<AuditLine> history) {}

    /** {@code reason}: as its customer is told. */
    record HideAsked(@Nullable String reason) {}

    @GetMapping("/desks/{desk}/reviews")
    List<Published> published(
            @PathVariable String desk,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int max) {
        if (!reviewing.write().offered(desk)) {
            throw ApiProblem.missing("product of a desk ‘" + desk + "’ that is reviewed");
        }
        return reviewing.write().published(desk, before, lines(max)).stream()
                .map(Published::of)
                .toList();
    }

    @GetMapping("/reviews")
    List<ReviewView> list(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int max) {
        Reviews.Filter filter = new Reviews.Filter(caller.desk(), true, before, lines(max));
        return reviewing.moderate().list(filter).stream().map(ReviewView::of).toList();
    }

    @GetMapping("/reviews/{number}")
    WithHistory show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return new WithHistory(
                found(caller, number), reads.audit(caller.desk(), "review " + number, TicketReads.PAGE_MAX));
    }

    private ReviewView found(Caller caller, long number) {
        return reviewing
                .moderate()
                .find(caller.desk(), number)
                .map(ReviewView::of)
                .orElseThrow(() -> missing(number));
    }

    @PostMapping("/reviews/{number}/hide")
    ReviewView hide(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody HideAsked asked) {
        caller.needs(Role.PRODUCT);
        Because because = new Because(caller.actor(), required("reason", asked.reason, "why; its customer is told"));
        return view(caller, number, reviewing.moderate().hide(caller.desk(), number, because, clock.instant()));
    }

    @PostMapping("/reviews/{number}/show")
    ReviewView showAgain(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        caller.needs(Role.PRODUCT);
        Actor.Staff by = new Actor.Staff(caller.person().login());
        return view(caller, number, reviewing.moderate().show(caller.desk(), number, by, clock.instant()));
    }

    private ReviewView view(Caller caller, long number, Optional<Ruling<Review.State>> ruling) {
        return switch (ruling.orElseThrow(() -> missing(number))) {
            case Allowed<Review.State> _ -> found(caller, number);
            case Refused<Review.State> no ->
                throw new ApiProblem(
                        HttpStatus.CONFLICT, "Not possible: " + no.wrong() + "; right is: " + no.right() + ".");
        };
    }

    private static ApiProblem missing(long number) {
        return ApiProblem.missing("review " + number);
    }
}
