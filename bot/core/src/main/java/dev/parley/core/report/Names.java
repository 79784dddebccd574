package dev.parley.core.report;

import java.util.Comparator;
import java.util.List;

/** What rows are about. */
final class Names {
    /** Stands where there is no severity or site. */
    static final String NONE = "none";

    /** The first column first, then the second, and so on. */
    static final Comparator<List<String>> IN_ORDER = (one, other) -> {
        int order = 0;
        for (int i = 0; order == 0 && i < one.size(); i++) {
            order = one.get(i).compareTo(other.get(i));
        }
        return order;
    };

    private Names() {}
}
