package dev.parley.app.shop;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.desk.BuyByLink;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.Shops;
import dev.parley.core.desk.UseCases;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Two clicks from a mail that says credits are missing to having them: the link shows the packages, a button buys.
 * Fetching the page buys nothing, for mail scanners and previews fetch links, too.
 */
@RestController
class BuyController {
    private final UseCases.Purchases purchases;
    private final DeskBook desks;
    private final Shops shops;
    private final InstantSource clock;

    BuyController(UseCases useCases, DeskBook desks, Shops shops, InstantSource clock) {
        this.purchases = useCases.purchases();
        this.desks = desks;
        this.shops = shops;
        this.clock = clock;
    }

    @GetMapping("/buy/{desk}/{token}")
    ResponseEntity<String> look(@PathVariable String desk, @PathVariable String token) {
        return purchases
                .byLink()
                .look(desk, token, clock.instant())
                .map(view -> LinkPage.of(
                        HttpStatus.OK,
                        new BuyPage(name(desk), view)
                                .packages(purchases.payOnline().offered(desk), automatic(desk, token))))
                .orElseGet(BuyController::nothing);
    }

    /** {@code pay}: {@code online} or {@code invoice}. */
    @PostMapping("/buy/{desk}/{token}")
    ResponseEntity<String> buy(
            @PathVariable String desk,
            @PathVariable String token,
            @RequestParam(defaultValue = "0") long units,
            @RequestParam(defaultValue = "") String pay) {
        Optional<BuyByLink.View> view = purchases.byLink().look(desk, token, clock.instant());
        if (view.isEmpty()) {
            return nothing();
        }
        BuyPage page = new BuyPage(name(desk), view.get());
        boolean online = pay.equals("online") && purchases.payOnline().offered(desk);
        BuyByLink.Choice choice = new BuyByLink.Choice(units, online ? Payment.How.CHECKOUT : Payment.How.INVOICE);
        return switch (purchases
                .byLink()
                .order(desk, token, choice, clock.instant())
                .orElseThrow()) {
            case Refused<Purchase> no -> LinkPage.of(HttpStatus.CONFLICT, page.refused(no.wrong()));
            case Allowed<Purchase>(var order) ->
                online
                        ? toProvider(page, order, shops.link(desk, token))
                        : LinkPage.of(HttpStatus.OK, page.ordered(order));
        };
    }

    /** Relative to the page itself; "" if its reader cannot agree to automatic purchases. */
    private String automatic(String desk, String token) {
        return purchases.automatically().agree().look(desk, token).isEmpty() ? "" : token + "/automatic";
    }

    private ResponseEntity<String> toProvider(BuyPage page, Purchase order, String back) {
        return LinkPage.pay(purchases.payOnline().open(order, page.title(order), back, clock.instant()), page.later());
    }

    private String name(String desk) {
        return desks.desk(desk).policy().name();
    }

    private static ResponseEntity<String> nothing() {
        return LinkPage.unknown("unknown");
    }
}
