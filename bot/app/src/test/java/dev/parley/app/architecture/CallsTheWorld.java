package dev.parley.app.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** Asks the machine for what has to be handed in: the time, chance, the environment. */
final class CallsTheWorld extends ArchCondition<JavaClass> {

    private static final Map<String, Set<String>> CALLS = Map.ofEntries(
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalTime", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.Year", Set.of("now")),
            Map.entry("java.time.YearMonth", Set.of("now")),
            Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.Random", Set.of("<init>")),
            Map.entry("java.util.SplittableRandom", Set.of("<init>")),
            Map.entry("java.security.SecureRandom", Set.of("<init>")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.lang.Thread", Set.of("<init>", "sleep", "ofVirtual", "ofPlatform", "startVirtualThread")),
            Map.entry(
                    "java.lang.System",
                    Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "exit", "out", "err", "in")));

    CallsTheWorld() {
        super("ask the machine for time, chance or its environment");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        accesses(type, CALLS, events);
    }

    private static void accesses(JavaClass type, Map<String, Set<String>> forbidden, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            var found = forbidden
                    .getOrDefault(access.getTargetOwner().getName(), Set.of())
                    .contains(access.getTarget().getName());
            if (found) {
                events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
            }
        }
    }

    /** Writes to standard output or error past the logs. */
    static final class Console extends ArchCondition<JavaClass> {
        Console() {
            super("write to the console");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            accesses(type, Map.of("java.lang.System", Set.of("out", "err")), events);
        }
    }
}
