package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.policy.PriceInput;
import dev.parley.core.policy.Pricing;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Staff say what a request is and takes; the desk's price list prices it, and nothing else does. */
public final class AssessRequest {
    private final DeskBook desks;
    private final Map<String, Kinds> kinds;
    private final UseCases useCases;

    /** For {@code desks}; {@code kinds}: what requests can be, by desk. */
    public AssessRequest(DeskBook desks, Map<String, Kinds> kinds, UseCases useCases) {
        this.desks = desks;
        this.kinds = Map.copyOf(kinds);
        this.useCases = useCases;
    }

    /**
     * What requests to one desk can be.
     *
     * @param types what a request can be besides work: {@code incident}, {@code feature}
     * @param severities the levels, the most urgent first; may be empty
     * @param services what packages may include, by the key of the category (H-01)
     */
    public record Kinds(Set<String> types, List<String> severities, Map<String, WorkKind> services) {
        public Kinds {
            types = Set.copyOf(types);
            severities = List.copyOf(severities);
            services = Map.copyOf(services);
        }
    }

    /**
     * An assessment as staff give it; nothing of it is checked yet.
     *
     * @param as incident, feature, on-us, or a category of the price list
     * @param amount only where the list leaves it to the specialist
     * @param from the version an upgrade starts at, {@code to} where it ends
     * @param severity of an incident, a level of the desk file
     * @param reason shown to the customer where a price changes
     */
    public record Asked(
            String as,
            @Nullable Long amount,
            @Nullable String from,
            @Nullable String to,
            String scope,
            String severity,
            String reason) {}

    /** An assessment that fits the desk. */
    public sealed interface Understood {
        /** One with its price, or without any. */
        record Settled(Assessment assessment, String reason) implements Understood {}

        /** Work that a package may cover; its price counts if none does. */
        record OfPackage(AssessWork.Work work) implements Understood {}
    }

    /** What requests to {@code desk} can be. */
    public Kinds kinds(String desk) {
        return kinds.getOrDefault(desk, new Kinds(Set.of(), List.of(), Map.of()));
    }

    /** What a package may include as {@code category}; empty for whatever is no work by time. */
    public Optional<WorkKind> service(String desk, String category) {
        return Optional.ofNullable(kinds(desk).services.get(category));
    }

    /** Checks {@code asked} against the desk's kinds of requests and its price list. */
    public Ruling<Understood> understand(String desk, Asked asked) {
        DeskPolicy policy = desks.desk(desk).policy();
        PriceInput input = new PriceInput(asked.amount, asked.from, asked.to, asked.scope);
        Optional<WorkKind> service = service(desk, asked.as);
        if (service.isPresent()) {
            CategoryKey key = policy.category(asked.as).orElseThrow().key();
            Pricing price = policy.prices().price(asked.as, input);
            return new Allowed<>(
                    new Understood.OfPackage(new AssessWork.Work(key, service.get(), price, asked.reason)));
        }
        return switch (asked.as) {
            case "incident" -> incident(policy, kinds(desk), asked);
            case "feature" ->
                known(policy, kinds(desk), asked, new Understood.Settled(new Assessment.Feature(), asked.reason));
            case "on-us" -> new Allowed<>(new Understood.Settled(new Assessment.OnUs(), asked.reason));
            default -> priced(policy.prices().price(asked.as, input), asked);
        };
    }

    private static Ruling<Understood> incident(DeskPolicy policy, Kinds kinds, Asked asked) {
        Ruling<Understood> incident = known(
                policy, kinds, asked, new Understood.Settled(new Assessment.Incident(asked.severity), asked.reason));
        if (incident instanceof Refused<Understood> || kinds.severities.contains(asked.severity)) {
            return incident;
        }
        String right = "give one of " + String.join(", ", kinds.severities);
        return asked.severity.isEmpty()
                ? new Refused<>("‘severity’ is missing", right)
                : new Refused<>("There is no severity ‘" + asked.severity + "’", right);
    }

    /** Refuses a kind of request that the desk file does not name. */
    private static Ruling<Understood> known(DeskPolicy policy, Kinds kinds, Asked asked, Understood understood) {
        if (kinds.types.contains(asked.as)) {
            return new Allowed<>(understood);
        }
        String categories = policy.categories().stream()
                .map(Category::key)
                .map(CategoryKey::key)
                .collect(Collectors.joining(", "));
        return new Refused<>(
                "This desk knows no ‘" + asked.as + "’ (its request-types do not name it)",
                "give on-us, or one of " + categories);
    }

    private static Ruling<Understood> priced(Pricing pricing, Asked asked) {
        return switch (pricing) {
            case Pricing.Priced priced ->
                new Allowed<>(new Understood.Settled(Assessment.Priced.of(priced), asked.reason));
            case Pricing.Refused refused -> new Refused<>(refused.wrong(), refused.right());
        };
    }

    /** Assesses {@code ticket}; empty if there is no such ticket. */
    public Optional<Decision> assess(Transaction tx, TicketId ticket, Understood understood, Actor actor, Instant now) {
        return switch (understood) {
            case Understood.Settled(var assessment, var reason) ->
                useCases.actOnTicket().act(tx, ticket, new TicketEvent.Assessed(assessment, reason), actor, now);
            case Understood.OfPackage(var work) -> useCases.assessWork().assess(tx, ticket, work, actor, now);
        };
    }
}
