package dev.parley.app.shop;

import dev.parley.core.desk.DecideByLink;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.UseCases;
import dev.parley.core.ledger.Funds;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.Wallets;
import dev.parley.core.ticket.Decision;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A quote by the link in its mail: the page shows it, a button answers it. Fetching it decides nothing (ADR 8). */
@RestController
@RequestMapping("/quote/{desk}/{token}")
class QuoteController {
    private final DecideByLink decisions;
    private final DeskBook desks;
    private final Wallets wallets;
    private final InstantSource clock;

    QuoteController(UseCases useCases, DeskBook desks, Wallets wallets, InstantSource clock) {
        this.decisions = useCases.decideByLink();
        this.desks = desks;
        this.wallets = wallets;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> look(@PathVariable String desk, @PathVariable String token) {
        return page(desk, token)
                .map(page -> LinkPage.of(HttpStatus.OK, page.shown()))
                .orElseGet(() -> LinkPage.unknown("unknown"));
    }

    @PostMapping
    ResponseEntity<String> decide(
            @PathVariable String desk, @PathVariable String token, @RequestParam(defaultValue = "") String decision) {
        boolean yes = decision.equals("yes");
        Optional<QuotePage> before = page(desk, token);
        if (before.isEmpty()) {
            return LinkPage.unknown("unknown");
        }
        if (!yes && !decision.equals("no")) {
            return LinkPage.of(HttpStatus.BAD_REQUEST, before.get().shown());
        }
        Decision decided = decisions.decide(desk, token, yes, clock.instant()).orElseThrow();
        QuotePage after = page(desk, token).orElseThrow();
        if (decided instanceof Decision.Refused) {
            return LinkPage.of(HttpStatus.CONFLICT, after.refused());
        }
        return LinkPage.of(HttpStatus.OK, yes ? after.shown() : after.declined());
    }

    private Optional<QuotePage> page(String desk, String token) {
        return decisions.look(desk, token).map(view -> {
            DeskPolicy policy = desks.desk(desk).policy();
            Funds funds = view.ticket()
                    .wallet()
                    .map(wallet -> wallets.funds(wallet, clock.instant()))
                    .orElse(Funds.NONE);
            return new QuotePage(new QuotePage.Desk(policy.name(), policy.zone(), funds), view);
        });
    }
}
