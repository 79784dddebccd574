package dev.parley.app.api;

import dev.parley.core.hours.WorkKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests to each desk can be. */
public record RequestKinds(Map<String, Kinds> byDesk) {
    public RequestKinds {
        byDesk = Map.copyOf(byDesk);
    }

    /**
     * Those of one desk.
     *
     * @param severities the levels, the most urgent first; may be empty
     * @param services what packages may include, by the key of the category (H-01)
     */
    public record Kinds(List<String> severities, Map<String, WorkKind> services) {
        public Kinds {
            severities = List.copyOf(severities);
            services = Map.copyOf(services);
        }
    }

    List<String> severities(String desk) {
        return byDesk.containsKey(desk) ? byDesk.get(desk).severities() : List.of();
    }

    /** What a package may include as {@code category}; empty for whatever is no work by time. */
    Optional<WorkKind> service(String desk, @Nullable String category) {
        Kinds kinds = byDesk.get(desk);
        return kinds == null || category == null
                ? Optional.empty()
                : Optional.ofNullable(kinds.services().get(category));
    }
}
