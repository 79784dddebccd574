package dev.parley.app.desk;

import dev.parley.core.ledger.Unit;
import dev.parley.core.severity.Level;
import dev.parley.core.severity.SeverityGuide;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what a request can be: types, components and levels of urgency. */
final class RequestsReader {
    private static final int COMPONENTS_MAX = 100;

    private final Section root;
    private final List<Locale> languages;
    private final Set<String> signs = new HashSet<>();

    RequestsReader(Section root, List<Locale> languages) {
        this.root = root;
        this.languages = languages;
    }

    Requests read(Unit unit, CategoryList categories) {
        var types = types(unit);
        var components =
                root.has("components") ? titled(root, "components", "component", COMPONENTS_MAX) : List.<Titled>of();
        if (!components.isEmpty() && !types.contains(RequestType.INCIDENT)) {
            root.problem(
                    "components",
                    "this desk knows no incidents, so components say nothing",
                    "leave them out, or add ‘incident: free’ to ‘request-types’ (P-01)");
        }
        return new Requests(types, components, severities(), categories.services(), categories.selfService());
    }

    /** A type that is not listed is none of this desk's; without the key all are. */
    private Set<RequestType> types(Unit unit) {
        if (!root.has("request-types")) {
            return EnumSet.allOf(RequestType.class);
        }
        var section = root.section("request-types");
        if (section.keys().stream().anyMatch(key -> RequestType.of(key).isEmpty())) {
            // A misspelt type is told as an unknown key; that it then is missing everywhere would only be noise.
            List.of(RequestType.values()).forEach(type -> section.has(type.key()));
            return EnumSet.allOf(RequestType.class);
        }
        var types = EnumSet.of(RequestType.WORK);
        for (var free : List.of(RequestType.INCIDENT, RequestType.FEATURE)) {
            if (section.has(free.key())) {
                section.get(free.key(), Kind.choice(Map.of("free", true), true));
                types.add(free);
            }
        }
        section.get(RequestType.WORK.key(), Kind.choice(Map.of(paid(unit), true), true), true);
        return types;
    }

    private static String paid(Unit unit) {
        return switch (unit) {
            case CREDIT -> "by category";
            case POINT -> "by points";
            case MINUTE -> "by time";
            case DEMAND -> throw new IllegalStateException("no desk file has the unit " + unit);
        };
    }

    private List<Severity> severities() {
        if (!root.has("severities")) {
            return List.of();
        }
        var severities = new ArrayList<Severity>();
        for (var section : root.sections("severities")) {
            var key = section.get("key", Kind.SLUG_NAME);
            if (severities.stream().anyMatch(s -> s.key().equals(key))) {
                section.problem("key", "‘" + key + "’ is here twice", "give each severity its own name");
            }
            severities.add(new Severity(key, Titles.read(section, languages), signs(section)));
        }
        if (severities.size() > SeverityGuide.LEVELS_MAX) {
            root.problem(
                    "severities", "there are " + severities.size() + " levels", "at most " + SeverityGuide.LEVELS_MAX);
        }
        return severities;
    }

    private List<Titled> signs(Section severity) {
        var titled = titled(severity, "signs", "sign", Level.SIGNS_MAX);
        for (var i = 0; severity.sound() && i < titled.size(); i++) {
            if (!signs.add(titled.get(i).key())) {
                severity.problem(
                        "signs",
                        i,
                        "the sign ‘" + titled.get(i).key() + "’ is one of a level above",
                        "a sign belongs to one level: what is seen decides it (H-03)");
            }
        }
        return titled;
    }

    private List<Titled> titled(Section section, String list, String what, int most) {
        var titled = new ArrayList<Titled>();
        var keys = new HashSet<String>();
        for (var each : section.sections(list)) {
            var key = each.get("key", Kind.SLUG_NAME);
            if (!keys.add(key)) {
                each.problem("key", "‘" + key + "’ is here twice", "give each " + what + " its own name");
            }
            titled.add(new Titled(key, Titles.read(each, languages)));
        }
        if (titled.size() > most) {
            section.problem(list, "there are " + titled.size(), "at most " + most);
        }
        return titled;
    }
}
