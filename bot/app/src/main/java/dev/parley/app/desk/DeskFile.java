package dev.parley.app.desk;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.policy.ReleaseCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a desk file and the texts beside it. Every key with its default and reason: docs/desk-policy.md. */
public final class DeskFile {
    /** Those a desk can work by; {@link Unit#DEMAND} comes with the minute. */
    static final List<Unit> UNITS = List.of(Unit.CREDIT, Unit.POINT, Unit.MINUTE);

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
        var unit = unit(root);
        var categories = new CategoryList(root, unit, languages);
        var policy = policy(root, unit, categories, addresses);
        var requests = new RequestsReader(root, languages).read(unit, categories);
        var funding = new FundingReader(root, unit, languages)
                .read(requests.services().values());
        var onDemand = funding instanceof Funding.Hours(var hours) ? hours.onDemand() : null;
        var words = new DeskWords(policy, addresses.portal(), languages, categories.titles(), requests, onDemand);
        var desk = new Desk(
                policy,
                addresses,
                languages,
                requests,
                funding,
                PromisesReader.read(root, policy.zone(), requests),
                acknowledgements(root.section("acknowledgements")),
                staffMailbox(root.section("staff"), addresses),
                texts(path, root, words, problems));
        root.finish();
        return desk;
    }

    /** A unit that is not known reads as what the rest of the file speaks of, so that the rest can be checked. */
    private static Unit unit(Section root) {
        var meant = root.has("hours") ? Unit.MINUTE : root.has("points") ? Unit.POINT : Unit.CREDIT;
        var names = UNITS.stream()
                .collect(Collectors.toMap(unit -> unit.name().toLowerCase(Locale.ROOT), Function.identity()));
        return root.get("unit", Kind.choice(names, meant));
    }

    private static DeskPolicy policy(Section root, Unit unit, CategoryList categories, Addresses addresses) {
        return new DeskPolicy(
                root.get("desk", Kind.SLUG_NAME),
                root.get("name", Kind.LINE),
                unit,
                root.get("time-zone", Kind.ZONE),
                categories.categories(),
                Terms.quotes(root.section("quotes")),
                Terms.closing(root.section("tickets")),
                root.section("agreed-in-advance").get("up-to", Kind.whole(1, UNITS_MAX), 20L),
                addresses.customerSupport(),
                releases(root, categories));
    }

    private static ReleaseCatalogue releases(Section root, CategoryList categories) {
        if (!root.has("releases")) {
            return ReleaseCatalogue.NONE;
        }
        var releases = root.list("releases", Kind.RELEASE);
        for (var i = 0; i < releases.size(); i++) {
            if (root.sound() && releases.indexOf(releases.get(i)) < i) {
                root.problem("releases", i, releases.get(i) + " is here twice", "name each release once");
            }
        }
        if (categories.categories().stream().noneMatch(c -> c.price() instanceof PriceRule.Upgrade)) {
            root.problem(
                    "releases", "no category is priced by versions", "leave it out, or add a price ‘upgrade’ (C-12)");
        }
        if (releases.size() > ReleaseCatalogue.RELEASES_MAX) {
            root.problem("releases", "there are " + releases.size(), "at most " + ReleaseCatalogue.RELEASES_MAX);
            return ReleaseCatalogue.NONE;
        }
        return ReleaseCatalogue.of(releases);
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
        var folders =
                root.hasList("texts") ? root.list("texts", Kind.LINE) : List.of(root.get("texts", Kind.LINE, "texts"));
        var paths = folders.stream().map(path::resolveSibling).toList();
        return new Texts(words, TextFiles.read(paths, root, words.policy().unit(), words.languages(), problems));
    }
}
