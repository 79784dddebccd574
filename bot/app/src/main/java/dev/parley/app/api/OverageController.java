package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.desk.AskOverage;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.Staff.Role;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Minutes over a package that wants a yes first: staff say how many, the customer just replies (H-12). */
@RestController
@RequestMapping("/api/v1/tickets/{number}/overage")
class OverageController {
    /** A month around the clock: above it is a slip of the keyboard. */
    private static final long MINUTES_MAX = 44_640;

    private final AskOverage overage;
    private final DeskBook desks;
    private final AssessRequest requests;
    private final InstantSource clock;

    OverageController(UseCases useCases, DeskBook desks, AssessRequest requests, InstantSource clock) {
        this.overage = useCases.askOverage();
        this.desks = desks;
        this.requests = requests;
        this.clock = clock;
    }

    /** How many, of what kind of work, and what for. */
    record OverageAsked(
            @Nullable String as, long minutes, @Nullable String scope) {}

    @PostMapping
    Views.Done ask(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody OverageAsked asked) {
        caller.needs(Role.AGENT);
        return overage.ask(caller.ticket(number), need(caller.desk(), asked), caller.actor(), clock.instant())
                .map(decision -> Views.done(number, decision))
                .orElseThrow(() -> ApiProblem.missing("ticket " + number));
    }

    private AskOverage.Need need(String desk, OverageAsked asked) {
        DeskPolicy policy = desks.desk(desk).policy();
        String category = required("as", asked.as, "one of the desk's categories");
        WorkKind service = requests.service(desk, category)
                .orElseThrow(() -> ApiProblem.bad("‘" + category + "’ is no work that is paid by time here"
                        + policy.categories().stream()
                                .map(one -> one.key().key())
                                .filter(key -> requests.service(desk, key).isPresent())
                                .collect(Collectors.joining(", ", "; give one of: ", "."))));
        return new AskOverage.Need(
                policy.category(category).orElseThrow().key(),
                service,
                StaffActions.within("minutes", asked.minutes, 1, MINUTES_MAX),
                required("scope", asked.scope, "what the time is for, as the customer reads it"));
    }
}
