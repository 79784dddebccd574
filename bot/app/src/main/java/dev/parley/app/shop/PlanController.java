package dev.parley.app.shop;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.PlanMonth;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Plans.Kept;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A month's plan by the link in the mail (H-09): the page shows it, the button agrees. Fetching agrees to nothing. */
@RestController
@RequestMapping("/plan/{desk}/{token}")
class PlanController {
    private final PlanMonth plans;
    private final DeskBook desks;
    private final InstantSource clock;

    PlanController(UseCases useCases, DeskBook desks, InstantSource clock) {
        this.plans = useCases.planMonth();
        this.desks = desks;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> look(@PathVariable String desk, @PathVariable String token) {
        return page(desk, token)
                .map(page -> LinkPage.of(HttpStatus.OK, page.shown()))
                .orElseGet(PlanController::nothing);
    }

    @PostMapping
    ResponseEntity<String> agree(@PathVariable String desk, @PathVariable String token) {
        Optional<PlanPage> before = page(desk, token);
        return before.isEmpty()
                ? nothing()
                : switch (plans.agree(desk, token, clock.instant()).orElseThrow()) {
                    case Refused<Kept>(var wrong, var right) ->
                        LinkPage.of(HttpStatus.CONFLICT, before.get().refused(wrong + "; " + right));
                    case Allowed<Kept> _ ->
                        LinkPage.of(
                                HttpStatus.OK, page(desk, token).orElseThrow().shown());
                };
    }

    private Optional<PlanPage> page(String desk, String token) {
        return plans.look(desk, token)
                .map(view -> new PlanPage(desks.desk(desk).policy().name(), view));
    }

    private static ResponseEntity<String> nothing() {
        return LinkPage.unknown("unknown");
    }
}
