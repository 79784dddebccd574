package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.lines;
import static dev.parley.app.api.StaffActions.required;
import static dev.parley.app.api.StaffActions.text;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.PlaceOrder;
import dev.parley.core.desk.Shops;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Orders;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.Purchase.Settlement;
import java.math.BigDecimal;
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

/** Orders of packages. Only billing places, settles and cancels them; every step is audited as {@code order NUMBER}. */
@RestController
@RequestMapping("/api/v1")
class OrderController {
    private final UseCases.Purchases purchases;
    private final Shops shops;
    private final Store store;
    private final Customers customers;
    private final TicketReads reads;
    private final InstantSource clock;

    OrderController(
            UseCases useCases, Shops shops, Store store, Customers customers, TicketReads reads, InstantSource clock) {
        this.purchases = useCases.purchases();
        this.shops = shops;
        this.store = store;
        this.customers = customers;
        this.reads = reads;
        this.clock = clock;
    }

    /** {@code reference}: yours; the same one orders once. */
    record OrderAsked(@Nullable Long units, @Nullable String reference) {}

    /** {@code reference}: what finds the money again. */
    record PaidAsked(@Nullable String reference) {}

    /** {@code fresh}: false if this payment settled the order before. */
    record Paid(boolean fresh, OrderView order) {}

    /** {@code price} of all its units, {@code perUnit} to compare. */
    record PackageView(long units, String price, BigDecimal perUnit) {
        static PackageView of(Offer offer) {
            return new PackageView(offer.units(), offer.price().toString(), offer.perUnit());
        }
    }

    @GetMapping("/packages")
    List<PackageView> packages(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return shops.of(caller.desk()).stream()
                .flatMap(shop -> shop.offers().offers().stream())
                .map(PackageView::of)
                .toList();
    }

    @GetMapping("/orders")
    List<OrderView> list(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int max) {
        CustomerId of = customer == null ? null : new CustomerId(caller.desk(), customer);
        Orders.Filter filter = new Orders.Filter(caller.desk(), of, open, before, lines(max));
        Instant now = now();
        List<Purchase> found = store.transact(tx -> tx.orders().list(filter));
        return found.stream().map(order -> OrderView.of(order, now)).toList();
    }

    @GetMapping("/orders/{number}")
    OrderView.WithHistory show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        Optional<Purchase> found = store.transact(tx -> tx.orders().find(caller.desk(), number));
        return new OrderView.WithHistory(
                OrderView.of(found.orElseThrow(() -> missing(number)), now()),
                reads.audit(caller.desk(), "order " + number, TicketReads.PAGE_MAX));
    }

    @PostMapping("/customers/{number}/orders")
    OrderView order(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody OrderAsked asked) {
        caller.needs(Role.BILLING);
        CustomerId customer = new CustomerId(caller.desk(), number);
        if (customers.find(customer).isEmpty()) {
            throw ApiProblem.missing("customer " + number);
        }
        String reference = text(asked.reference);
        PlaceOrder.Wish wish = new PlaceOrder.Wish(
                customer,
                asked.units == null ? 0 : asked.units,
                Payment.How.INVOICE,
                reference.isEmpty() ? "" : "staff:" + number + ":" + reference);
        return view(purchases.place().place(wish, caller.actor(), now()), HttpStatus.BAD_REQUEST);
    }

    /** Billing has seen the money; the credits are there at once, and what waited for them goes on. */
    @PostMapping("/orders/{number}/paid")
    Paid paid(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody PaidAsked asked) {
        caller.needs(Role.BILLING);
        String reference = required("reference", asked.reference, "what finds the money again, such as the invoice");
        Payment payment = new Payment(Payment.How.INVOICE, reference);
        Settlement settlement = purchases
                .settle()
                .paid(caller.desk(), number, payment, caller.actor(), now())
                .orElseThrow(() -> missing(number));
        return switch (settlement) {
            case Settlement.Settled settled -> new Paid(true, OrderView.of(settled.paid(), now()));
            case Settlement.Known _ -> new Paid(false, show(caller, number).order());
            case Settlement.Odd odd ->
                throw new ApiProblem(HttpStatus.CONFLICT, "Order " + number + " takes no payment: " + odd.why() + ".");
        };
    }

    @PostMapping("/orders/{number}/cancel")
    OrderView cancel(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        caller.needs(Role.BILLING);
        return view(
                purchases
                        .settle()
                        .cancel(caller.desk(), number, caller.actor(), now())
                        .orElseThrow(() -> missing(number)),
                HttpStatus.CONFLICT);
    }

    private OrderView view(Ruling<Purchase> ruling, HttpStatus otherwise) {
        return switch (ruling) {
            case Allowed<Purchase>(var order) -> OrderView.of(order, now());
            case Refused<Purchase> no ->
                throw new ApiProblem(otherwise, "Not possible: " + no.wrong() + "; right is: " + no.right() + ".");
        };
    }

    private static ApiProblem missing(long number) {
        return ApiProblem.missing("order " + number);
    }

    private Instant now() {
        return clock.instant();
    }
}
