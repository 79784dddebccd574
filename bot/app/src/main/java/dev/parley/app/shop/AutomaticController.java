package dev.parley.app.shop;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.desk.AgreeAutomatic;
import dev.parley.core.desk.AgreeAutomatic.Wish;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.Shops;
import dev.parley.core.desk.UseCases;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Terms;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Automatic purchases, by the link in a mail: a form, then the words that are agreed to, then the button. What stands
 * above the button is what is kept as agreed to, to the letter.
 */
@RestController
@RequestMapping("/buy/{desk}/{token}/automatic")
class AutomaticController {
    private final UseCases.Purchases purchases;
    private final AgreeAutomatic automatic;
    private final DeskBook desks;
    private final Shops shops;
    private final InstantSource clock;

    AutomaticController(UseCases useCases, DeskBook desks, Shops shops, InstantSource clock) {
        this.purchases = useCases.purchases();
        this.automatic = purchases.automatically().agree();
        this.desks = desks;
        this.shops = shops;
        this.clock = clock;
    }

    /** {@code words}: those that were read, null while they were not shown yet. */
    record Form(
            @Nullable Long below,
            @Nullable Long units,
            @Nullable Integer perDay,
            @Nullable Integer perMonth,
            @Nullable String words) {
        /** What is not given is no number that fits. */
        Wish wish() {
            return new Wish(
                    below == null ? 0 : below,
                    units == null ? 0 : units,
                    perDay == null ? 0 : perDay,
                    perMonth == null ? 0 : perMonth);
        }
    }

    @GetMapping
    ResponseEntity<String> look(@PathVariable String desk, @PathVariable String token) {
        return shown(desk, token)
                .map(page -> LinkPage.of(HttpStatus.OK, page.form()))
                .orElseGet(AutomaticController::nothing);
    }

    @PostMapping
    ResponseEntity<String> agree(@PathVariable String desk, @PathVariable String token, @ModelAttribute Form form) {
        Optional<AutomaticPage> shown = shown(desk, token);
        if (shown.isEmpty()) {
            return nothing();
        }
        AutomaticPage page = shown.get();
        Ruling<Terms> ruling = automatic.terms(desk, form.wish());
        return switch (ruling) {
            case Refused<Terms> no -> LinkPage.of(HttpStatus.CONFLICT, page.refused(no.wrong() + "; " + no.right()));
            case Allowed<Terms>(var terms) ->
                page.words(terms).equals(form.words)
                        ? agreed(page, new Link(desk, token), terms)
                        : LinkPage.of(HttpStatus.OK, page.asked(terms));
        };
    }

    private record Link(String desk, String token) {}

    private ResponseEntity<String> agreed(AutomaticPage page, Link link, Terms terms) {
        Optional<StandingOrder> order =
                automatic.agree(link.desk, link.token, terms, page.words(terms), clock.instant());
        if (order.isEmpty()) {
            return nothing();
        }
        return LinkPage.pay(purchases.payOnline().save(order.get(), shops.link(link.desk, link.token)), page.later());
    }

    @PostMapping("/off")
    ResponseEntity<String> off(
            @PathVariable String desk, @PathVariable String token, @RequestParam(defaultValue = "") String sure) {
        Optional<AutomaticPage> shown = shown(desk, token);
        return shown.isEmpty() || !sure.equals("yes")
                ? nothing()
                : automatic
                        .off(desk, token, clock.instant())
                        .map(_ -> LinkPage.of(HttpStatus.OK, shown.get().off()))
                        .orElseGet(AutomaticController::nothing);
    }

    private Optional<AutomaticPage> shown(String desk, String token) {
        return automatic
                .look(desk, token)
                .map(view -> new AutomaticPage(desks.desk(desk).policy().name(), view));
    }

    private static ResponseEntity<String> nothing() {
        return LinkPage.unknown("unknown");
    }
}
