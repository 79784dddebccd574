package dev.parley.core.servicelevel;

import java.util.List;

/**
 * When people are told of a promise at risk.
 *
 * @param warnings at how many percent of the target, 1 to 99, ascending
 * @param escalations whom to tell after it was not kept, in order
 */
public record Watch(List<Integer> warnings, List<Escalation> escalations) {
    /** Nobody is told. */
    public static final Watch NONE = new Watch(List.of(), List.of());

    public Watch {
        warnings = List.copyOf(warnings);
        escalations = List.copyOf(escalations);
    }
}
