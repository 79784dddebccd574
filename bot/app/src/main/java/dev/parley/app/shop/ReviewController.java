package dev.parley.app.shop;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.UseCases;
import dev.parley.core.desk.WriteReview;
import dev.parley.core.review.Draft;
import dev.parley.core.review.Review;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What customers say of what the desk sells (C-26): a page for everybody, and one for whoever is logged in by a link
 * that was mailed to their own address. Fetching either changes nothing.
 */
@RestController
@RequestMapping("/reviews/{desk}")
class ReviewController {
    private static final int PAGE = 50;
    private static final int ADDRESS_CHARS_MAX = 254;

    private final UseCases.Reviewing reviewing;
    private final DeskBook desks;
    private final InstantSource clock;

    ReviewController(UseCases useCases, DeskBook desks, InstantSource clock) {
        this.reviewing = useCases.reviewing();
        this.desks = desks;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(
            @PathVariable String desk, @RequestParam(defaultValue = "9223372036854775807") long before) {
        if (!reviewing.write().offered(desk)) {
            return nothing();
        }
        List<Review> found = reviewing.write().published(desk, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        return LinkPage.open(page(desk).all(more ? found.subList(0, PAGE) : found, more));
    }

    /** Mails a link to the address if a customer has it; the answer is the same if nobody has. */
    @PostMapping("/login")
    ResponseEntity<String> ask(@PathVariable String desk, @RequestParam(defaultValue = "") String address) {
        if (!reviewing.write().offered(desk)) {
            return nothing();
        }
        if (address.length() <= ADDRESS_CHARS_MAX) {
            reviewing.logIn().ask(desk, address, clock.instant());
        }
        return LinkPage.of(HttpStatus.OK, page(desk).asked());
    }

    @GetMapping("/{token}")
    ResponseEntity<String> own(@PathVariable String desk, @PathVariable String token) {
        return look(desk, token)
                .map(view -> LinkPage.of(HttpStatus.OK, page(desk, view).own(view, ReviewPage.Typed.before(view), "")))
                .orElseGet(() -> unknown(desk));
    }

    /** {@code do} of the form: write, withdraw or logout. */
    @PostMapping("/{token}")
    ResponseEntity<String> act(
            @PathVariable String desk, @PathVariable String token, @RequestParam Map<String, String> form) {
        Optional<WriteReview.View> view = look(desk, token);
        if (view.isEmpty()) {
            return unknown(desk);
        }
        ReviewPage page = page(desk, view.get());
        String what = form.getOrDefault("do", "");
        return switch (what) {
            case "write" -> write(new Link(desk, token), typed(form), view.get());
            case "withdraw" -> withdraw(new Link(desk, token), view.get());
            case "logout" -> {
                reviewing.logIn().out(desk, token, clock.instant());
                yield LinkPage.of(HttpStatus.OK, page.gone());
            }
            default ->
                refused(page, view.get(), ReviewPage.Typed.before(view.get()), "‘" + what + "’ is nothing to do");
        };
    }

    private static ReviewPage.Typed typed(Map<String, String> form) {
        String stars = form.getOrDefault("stars", "");
        return new ReviewPage.Typed(
                stars.matches("[1-5]") ? Integer.parseInt(stars) : 0,
                form.getOrDefault("name", ""),
                form.getOrDefault("text", ""));
    }

    private record Link(String desk, String token) {}

    private ResponseEntity<String> write(Link link, ReviewPage.Typed typed, WriteReview.View view) {
        ReviewPage page = page(link.desk, view);
        return switch (Draft.of(typed.stars(), typed.name(), typed.text())) {
            case Refused<Draft>(var wrong, var right) -> refused(page, view, typed, wrong + "; " + right);
            case Allowed<Draft>(var draft) ->
                reviewing
                        .write()
                        .write(link.desk, link.token, draft, clock.instant())
                        .map(ruling -> written(page, view, typed, ruling))
                        .orElseGet(() -> unknown(link.desk));
        };
    }

    private static ResponseEntity<String> written(
            ReviewPage page, WriteReview.View before, ReviewPage.Typed typed, Ruling<WriteReview.View> ruling) {
        return switch (ruling) {
            case Refused<WriteReview.View>(var wrong, var right) -> refused(page, before, typed, wrong + "; " + right);
            case Allowed<WriteReview.View>(var view) ->
                LinkPage.of(HttpStatus.OK, page.own(view, ReviewPage.Typed.before(view), page.saved()));
        };
    }

    private ResponseEntity<String> withdraw(Link link, WriteReview.View view) {
        ReviewPage page = page(link.desk, view);
        ReviewPage.Typed typed = ReviewPage.Typed.before(view);
        Optional<Ruling<Review.State>> ruling = reviewing.write().withdraw(link.desk, link.token, clock.instant());
        return ruling.map(taken -> switch (taken) {
                    case Refused<Review.State>(var wrong, var right) ->
                        refused(page, view, typed, wrong + "; " + right);
                    case Allowed<Review.State> _ ->
                        LinkPage.of(
                                HttpStatus.OK,
                                page.own(look(link.desk, link.token).orElse(view), typed, page.taken()));
                })
                .orElseGet(() -> refused(page, view, typed, "you have no review"));
    }

    private static ResponseEntity<String> refused(
            ReviewPage page, WriteReview.View view, ReviewPage.Typed typed, String why) {
        return LinkPage.of(HttpStatus.CONFLICT, page.own(view, typed, page.refused(why)));
    }

    private Optional<WriteReview.View> look(String desk, String token) {
        return reviewing.write().offered(desk)
                ? reviewing.write().look(desk, token, clock.instant())
                : Optional.empty();
    }

    private ReviewPage page(String desk) {
        DeskProfile profile = desks.desk(desk);
        return new ReviewPage(of(profile), profile.language());
    }

    /** In the reader's own language. */
    private ReviewPage page(String desk, WriteReview.View view) {
        return new ReviewPage(of(desks.desk(desk)), view.who().language());
    }

    private static ReviewPage.Of of(DeskProfile profile) {
        return new ReviewPage.Of(
                profile.policy().desk(),
                profile.policy().name(),
                profile.policy().zone());
    }

    private ResponseEntity<String> unknown(String desk) {
        return reviewing.write().offered(desk)
                ? LinkPage.of(HttpStatus.NOT_FOUND, page(desk).unknown())
                : nothing();
    }

    private static ResponseEntity<String> nothing() {
        return LinkPage.unknown("review-nothing");
    }
}
