package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.desk.UseCases;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A yes or no with the token of a quote's mail. Only by POST: fetching a link decides nothing. */
@RestController
@RequestMapping("/api/v1/desks/{desk}/decisions")
class DecisionController {
    private final UseCases useCases;
    private final InstantSource clock;

    DecisionController(UseCases useCases, InstantSource clock) {
        this.useCases = useCases;
        this.clock = clock;
    }

    /** {@code decision}: yes or no. */
    record DecisionAsked(@Nullable String token, @Nullable String decision) {}

    /** The rule that applied. */
    record Decided(String rule) {}

    @PostMapping
    Decided decide(@PathVariable String desk, @RequestBody DecisionAsked asked) {
        String token = required("token", asked.token, "the token of the quote");
        String decision = required("decision", asked.decision, "yes or no");
        if (!decision.equals("yes") && !decision.equals("no")) {
            throw ApiProblem.bad("‘decision’ is " + decision + "; give yes or no.");
        }
        return useCases.decideByLink()
                .decide(desk, token, decision.equals("yes"), clock.instant())
                .map(decided -> new Decided(decided.row().name()))
                .orElseThrow(() -> ApiProblem.missing("quote for this token"));
    }
}
