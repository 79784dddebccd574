package dev.parley.core.severity;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The vendor's levels with their examples, as a list to tick: what is seen decides the level, not a feeling.
 *
 * @param levels 1 to {@value #LEVELS_MAX}, the most urgent first, no sign in two of them
 */
public record SeverityGuide(List<Level> levels) {
    /** More levels than that nobody tells apart. */
    public static final int LEVELS_MAX = 9;

    public SeverityGuide {
        levels = List.copyOf(levels);
        if (levels.isEmpty() || levels.size() > LEVELS_MAX) {
            throw new IllegalArgumentException(levels.size() + " levels are not 1 to " + LEVELS_MAX);
        }
        var levelKeys = new HashSet<String>();
        var signKeys = new HashSet<String>();
        for (var level : levels) {
            if (!levelKeys.add(level.key())) {
                throw new IllegalArgumentException("there are two levels ‘" + level.key() + "’");
            }
            for (var sign : level.signs()) {
                if (!signKeys.add(sign.key())) {
                    throw new IllegalArgumentException("there are two signs ‘" + sign.key() + "’");
                }
            }
        }
    }

    /**
     * The level of a request with {@code signs}: that of its gravest. Work that goes on with orders still possible is
     * less urgent than the same with none (H-03), so new facts are added to the old and decided anew.
     */
    public Ruling<Level> level(Set<String> signs) {
        var unknown = new TreeSet<>(signs);
        levels.forEach(level -> level.signs().forEach(sign -> unknown.remove(sign.key())));
        if (!unknown.isEmpty()) {
            return new Refused<>("there is no sign ‘" + unknown.first() + "’", "choose from the list of signs");
        }
        return levels.stream()
                .filter(level -> level.signs().stream().anyMatch(sign -> signs.contains(sign.key())))
                .findFirst()
                .<Ruling<Level>>map(Allowed::new)
                .orElseGet(() -> new Refused<>("nothing was chosen", "choose what can be seen of the request"));
    }
}
