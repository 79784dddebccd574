package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.desk.ReviewFeature;
import dev.parley.core.desk.UseCases;
import dev.parley.core.feature.FeatureRules.Ruling;
import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Features;
import dev.parley.core.port.Staff.Role;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Wishes for the product: how they stand, and staff who say so (P-08). */
@RestController
@RequestMapping("/api/v1/features")
class FeatureController {
    private final Features features;
    private final UseCases useCases;
    private final InstantSource clock;

    FeatureController(Features features, UseCases useCases, InstantSource clock) {
        this.features = features;
        this.useCases = useCases;
        this.clock = clock;
    }

    /** How a wish stands, and why, as the customer is told. */
    record StatusAsked(@Nullable String status, @Nullable String reason) {}

    /** What became of it. */
    record Stands(long ticket, FeatureStatus status) {}

    @GetMapping
    List<Features.Line> list(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(defaultValue = "") List<String> status,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int max) {
        Set<FeatureStatus> statuses =
                status.stream().map(FeatureController::status).collect(Collectors.toSet());
        return features.list(new Features.Filter(caller.desk(), statuses, before, max));
    }

    @GetMapping("/{number}")
    Features.View show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return features.find(caller.ticket(number)).orElseThrow(() -> noWish(number));
    }

    @PostMapping("/{number}/status")
    Stands say(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody StatusAsked asked) {
        caller.needsOneOf(Role.PRODUCT, Role.AGENT);
        FeatureStatus status = status(required("status", asked.status, words()));
        var said = new ReviewFeature.Said(
                status,
                required("reason", asked.reason, "why; the customer is told"),
                new Actor.Staff(caller.person().login()),
                clock.instant());
        Ruling ruling =
                useCases.reviewFeature().review(caller.ticket(number), said).orElseThrow(() -> noWish(number));
        return switch (ruling) {
            case Ruling.Told _ -> new Stands(number, status);
            case Ruling.Refused(var why) -> throw new ApiProblem(HttpStatus.CONFLICT, "Not possible now: " + why + ".");
        };
    }

    private static ApiProblem noWish(long number) {
        return ApiProblem.missing("feature request " + number);
    }

    private static FeatureStatus status(String word) {
        return Arrays.stream(FeatureStatus.values())
                .filter(status -> written(status)
                        .equals(word.strip().toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> ApiProblem.bad("‘" + word + "’ is no status; give " + words() + "."));
    }

    private static String words() {
        return Arrays.stream(FeatureStatus.values())
                .map(FeatureController::written)
                .collect(Collectors.joining(", "));
    }

    private static String written(FeatureStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
