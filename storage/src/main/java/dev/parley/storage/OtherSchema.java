package dev.parley.storage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** The database was made by another version of Parley; the message says which, and what to do. */
public final class OtherSchema extends RuntimeException {
    private static final long serialVersionUID = 1;

    private OtherSchema(String sentence) {
        super(sentence);
    }

    /** Reads only. */
    static void check(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        MigrationVersion found = newest(all, info -> info.getState().isApplied());
        MigrationVersion expected = newest(all, info -> info.getState().isResolved());
        if (found == null) {
            throw new OtherSchema("The database holds no tables of Parley, which expects version " + expected
                    + "; ./parley run makes them when it starts.");
        }
        int order = found.compareTo(expected);
        if (order < 0) {
            throw new OtherSchema("The database has version " + found + ", this Parley expects " + expected
                    + "; ./parley run brings it up to date when it starts.");
        }
        if (order > 0) {
            throw new OtherSchema("The database has version " + found + ", this Parley expects " + expected
                    + " and is too old for it; use the Parley that runs on it.");
        }
    }

    private static @Nullable MigrationVersion newest(MigrationInfo[] all, Predicate<MigrationInfo> which) {
        return Arrays.stream(all)
                .filter(which)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
