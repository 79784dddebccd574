package dev.parley.app.desk;

import dev.parley.core.hours.WorkKind;
import dev.parley.core.severity.Level;
import dev.parley.core.severity.SeverityGuide;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request to the desk can be.
 *
 * @param types those the desk knows; work is always one
 * @param components the parts of the vendor's own product whose faults are incidents (P-01, P-02); may be empty
 * @param severities the levels, the most urgent first; may be empty
 * @param services what a package may include, by the key of the category (H-01); empty unless the unit is the minute
 * @param selfService where customers read how to do it themselves, by the key of the category (P-11)
 */
public record Requests(
        Set<RequestType> types,
        List<Titled> components,
        List<Severity> severities,
        Map<String, WorkKind> services,
        Map<String, String> selfService) {

    public Requests {
        types = Set.copyOf(EnumSet.copyOf(types));
        components = List.copyOf(components);
        severities = List.copyOf(severities);
        services = Map.copyOf(services);
        selfService = Map.copyOf(selfService);
    }

    /** The levels with their examples in {@code language}; empty if the desk has no levels. */
    public Optional<SeverityGuide> severityGuide(Locale language) {
        if (severities.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SeverityGuide(severities.stream()
                .map(severity -> new Level(
                        severity.key(),
                        severity.signs().stream()
                                .map(sign ->
                                        new Level.Sign(sign.key(), sign.titles().getOrDefault(language, sign.key())))
                                .toList()))
                .toList()));
    }

    /** The number of level {@code severity}, 1 the most urgent; empty if there is no such level. */
    public Optional<Integer> levelOf(String severity) {
        for (var i = 0; i < severities.size(); i++) {
            if (severities.get(i).key().equals(severity)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
