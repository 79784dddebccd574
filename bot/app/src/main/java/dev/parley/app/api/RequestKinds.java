package dev.parley.app.api;

import dev.parley.core.hours.WorkKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What requests to each desk can be. */
public record RequestKinds(Map<String, Kinds> byDesk) {
    public RequestKinds {
        byDesk = Map.copyOf(byDesk);
    }

    /**
     * Those of one desk.
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

    /** Of a desk that runs. */
    Kinds of(String desk) {
        return byDesk.getOrDefault(desk, new Kinds(Set.of(), List.of(), Map.of()));
    }

    /** What a package may include as {@code category}; empty for whatever is no work by time. */
    Optional<WorkKind> service(String desk, @Nullable String category) {
        Kinds kinds = byDesk.get(desk);
        return kinds == null || category == null
                ? Optional.empty()
                : Optional.ofNullable(kinds.services().get(category));
    }
}
