package dev.parley.app.shop;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.desk.BuyPoints;
import dev.parley.core.desk.BuyPoints.Bought;
import dev.parley.core.desk.BuyPoints.Seen;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.UseCases;
import dev.parley.core.policy.DeskPolicy;
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

/** The page on which somebody who may agree to charges buys the points that a quote lacks (P-19); a button buys. */
@RestController
@RequestMapping("/points/{desk}/{token}")
class PointsController {
    private final BuyPoints points;
    private final DeskBook desks;
    private final InstantSource clock;

    PointsController(UseCases useCases, DeskBook desks, InstantSource clock) {
        this.points = useCases.buyPoints();
        this.desks = desks;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> look(@PathVariable String desk, @PathVariable String token) {
        return shown(desk, token)
                .map(page -> LinkPage.of(HttpStatus.OK, page.missing("")))
                .orElseGet(PointsController::nothing);
    }

    /** {@code units} and {@code price}: as they were seen. */
    @PostMapping
    ResponseEntity<String> buy(
            @PathVariable String desk,
            @PathVariable String token,
            @RequestParam(defaultValue = "0") long units,
            @RequestParam(defaultValue = "") String price) {
        Optional<PointsPage> page = shown(desk, token);
        if (page.isEmpty()) {
            return nothing();
        }
        return points.buy(desk, token, new Seen(units, price), clock.instant())
                .map(ruling -> switch (ruling) {
                    case Allowed<Bought>(var bought) ->
                        LinkPage.of(HttpStatus.OK, page.get().bought(bought));
                    case Refused<Bought> no ->
                        LinkPage.of(HttpStatus.CONFLICT, page.get().missing(no.wrong() + "; " + no.right()));
                })
                .orElseGet(PointsController::nothing);
    }

    private Optional<PointsPage> shown(String desk, String token) {
        return points.look(desk, token, clock.instant()).map(view -> {
            DeskPolicy policy = desks.desk(desk).policy();
            return new PointsPage(policy.name(), policy.zone(), view);
        });
    }

    private static ResponseEntity<String> nothing() {
        return LinkPage.unknown("points-unknown");
    }
}
