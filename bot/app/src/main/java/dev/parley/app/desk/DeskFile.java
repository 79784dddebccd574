package dev.parley.app.desk;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.DeskPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a desk file and the texts beside it. Every key with its default and reason: docs/desk-policy.md. */
public final class DeskFile {
    private static final long UNITS_MAX = 1_000_000;

    private DeskFile() {}

    /** What came of reading. */
    public sealed interface Loaded {
        /** The file is right. */
        record Good(Desk desk) implements Loaded {}

        /** All of its mistakes, in the order of files and lines; at least one. */
        record Bad(List<Problem> problems) implements Loaded {
            public Bad {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads the desk file at {@code path}. Never throws for what stands in a file. */
    public static Loaded load(Path path) {
        var problems = new ArrayList<Problem>();
        var desk = YamlFile.open(path, problems).map(root -> desk(path, root, problems));
        if (problems.isEmpty() && desk.isPresent()) {
            return new Loaded.Good(desk.get());
        }
        problems.sort(Problem.IN_ORDER);
        return new Loaded.Bad(problems);
    }

    private static Desk desk(Path path, Section root, List<Problem> problems) {
        var languages = languages(root);
        var addresses = addresses(root.section("addresses"));
        var categories = new CategoryList(root, languages);
        var policy = policy(root, categories, addresses);
        var severities = severities(root, languages);
        var levels = severities.stream().collect(Collectors.toMap(Severity::key, Severity::titles, (a, _) -> a));
        var words = new DeskWords(policy, addresses.portal(), languages, categories.titles(), levels);
        var desk = new Desk(
                policy,
                addresses,
                languages,
                severities,
                PackageList.read(root.section("packages")),
                acknowledgements(root.section("acknowledgements")),
                staffMailbox(root.section("staff"), addresses),
                texts(path, root, words, problems));
        promises(root.section("credits"));
        requestTypes(root.section("request-types"));
        root.finish();
        return desk;
    }

    private static DeskPolicy policy(Section root, CategoryList categories, Addresses addresses) {
        return new DeskPolicy(
                root.get("desk", Kind.SLUG_NAME),
                root.get("name", Kind.LINE),
                root.get("unit", Kind.choice(Map.of("credit", Unit.CREDIT), Unit.CREDIT)),
                root.get("time-zone", Kind.ZONE),
                categories.categories(),
                Terms.quotes(root.section("quotes")),
                Terms.closing(root.section("tickets")),
                root.section("agreed-in-advance").get("up-to", Kind.whole(1, UNITS_MAX), 20L),
                addresses.customerSupport());
    }

    private static List<Locale> languages(Section root) {
        var languages = root.list("languages", Kind.LANGUAGE);
        for (var i = 0; i < languages.size(); i++) {
            if (!languages.get(i).equals(Locale.ROOT) && languages.indexOf(languages.get(i)) < i) {
                root.problem("languages", i, "‘" + languages.get(i) + "’ is here twice", "name each language once");
            }
        }
        return languages.isEmpty() ? List.of(Locale.ENGLISH) : languages;
    }

    private static Addresses addresses(Section section) {
        var desk = section.get("desk", Kind.MAIL_ADDRESS);
        var addresses = new Addresses(
                desk,
                section.list("also", Kind.MAIL_ADDRESS, List.of()),
                section.list("personal", Kind.MAIL_ADDRESS, List.of()),
                section.list("contact-form", Kind.MAIL_ADDRESS, List.of()),
                section.get("customer-support", Kind.MAIL_ADDRESS),
                section.get("portal", Kind.PAGE_LINK));
        var seen = new HashSet<String>();
        seen.add(desk);
        once(section, "also", addresses.also(), seen);
        once(section, "personal", addresses.personal(), seen);
        once(section, "contact-form", addresses.contactForm(), seen);
        return addresses;
    }

    private static void once(Section section, String key, List<String> addresses, Set<String> seen) {
        for (var i = 0; section.sound() && i < addresses.size(); i++) {
            if (!seen.add(addresses.get(i))) {
                section.problem(
                        key, i, Words.quoted(addresses.get(i)) + " is here twice", "each address does one thing");
            }
        }
    }

    private static List<Severity> severities(Section root, List<Locale> languages) {
        if (!root.has("severities")) {
            return List.of();
        }
        var severities = new ArrayList<Severity>();
        for (var section : root.sections("severities")) {
            var key = section.get("key", Kind.SLUG_NAME);
            if (severities.stream().anyMatch(s -> s.key().equals(key))) {
                section.problem("key", "‘" + key + "’ is here twice", "give each severity its own name");
            }
            severities.add(new Severity(key, Titles.read(section, languages)));
        }
        return severities;
    }

    private static Acknowledgements acknowledgements(Section section) {
        return new Acknowledgements(
                section.get("per-address", Kind.RATE_LIMIT, new Rate(1, Duration.ofHours(1))),
                section.get("per-domain", Kind.RATE_LIMIT, new Rate(20, Duration.ofHours(1))),
                section.get("in-all", Kind.RATE_LIMIT, new Rate(500, Duration.ofHours(1))));
    }

    /** Notices must not come back as a customer's mail, nor be answered with a pointer. */
    private static @Nullable String staffMailbox(Section section, Addresses addresses) {
        if (!section.has("notices")) {
            return null;
        }
        var mailbox = section.get("notices", Kind.MAIL_ADDRESS);
        if (addresses.makesTickets(mailbox) || addresses.getsPointer(mailbox)) {
            section.problem(
                    "notices",
                    Words.quoted(mailbox) + " is an address customers write to",
                    "give a mailbox only staff read");
        }
        return mailbox;
    }

    private static Texts texts(Path path, Section root, DeskWords words, List<Problem> problems) {
        var folder = path.resolveSibling(root.get("texts", Kind.LINE, "texts"));
        return new Texts(words, TextFiles.read(folder, root, words.languages(), problems));
    }

    /** What the policy promises in words; Parley does exactly this, and a file that promises otherwise is refused. */
    private static void promises(Section section) {
        section.get("expire", Kind.choice(Map.of("never", true), true), true);
        section.get("cover", Kind.choice(Map.of("all licences", true), true), true);
        section.get("charged-per", Kind.choice(Map.of("ticket", true), true), true);
        section.get("issues-per-ticket", Kind.whole(1, 1), 1L);
    }

    private static void requestTypes(Section section) {
        for (var free : List.of("incident", "feature")) {
            section.get(free, Kind.choice(Map.of("free", true), true), true);
        }
        section.get("work", Kind.choice(Map.of("by category", true), true), true);
    }
}
