package dev.parley.app.desk;

import com.samskivert.mustache.MustacheException;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ticket.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the texts of a desk: a file for each language, such as {@code texts/en.yaml}, with every template in it, and
 * files in further folders that replace some of them.
 */
final class TextFiles {
    private static final String BODY_PLACE = "{{text}}";
    private static final Set<String> ALWAYS_THERE = Set.of(
            "ticket",
            "subject",
            "name",
            "desk",
            "portal",
            "top_up",
            "decision_page",
            "answered_at_once",
            "units",
            "self_service",
            "site",
            "extra_price",
            "next_at",
            "hourly");
    private static final Pattern PART = Pattern.compile("\\{\\{>\\s*([^{}\\s]*)\\s*}}");
    private static final Kind<DateTimeFormatter> DATE_FORMAT = new Kind<>(
            "not a date format",
            "write a pattern such as ‘d MMMM uuuu, HH:mm zzz’",
            DateTimeFormatter.ISO_INSTANT,
            TextFiles::dateFormat);

    /** The first holds every text; later ones replace some, such as those that differ for another unit. */
    private final List<Section> files;

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final String frame;

    private TextFiles(List<Section> files) {
        this.files = List.copyOf(files);
        this.frame = last("frame").get("frame", Kind.TEXT);
        for (var file : files) {
            if (file.has("parts")) {
                var section = file.section("parts");
                section.keys()
                        .forEach(key ->
                                parts.put(key, section.get(key, Kind.TEXT).strip()));
            }
        }
    }

    static Map<Locale, LanguageTexts> read(
            List<Path> folders, Section desk, Unit unit, List<Locale> languages, List<Problem> problems) {
        var texts = new HashMap<Locale, LanguageTexts>();
        for (var i = 0; i < languages.size(); i++) {
            var language = languages.get(i);
            var paths = folders.stream()
                    .map(folder -> folder.resolve(language.getLanguage() + ".yaml"))
                    .toList();
            var missing = paths.stream().filter(path -> !Files.exists(path)).findFirst();
            if (missing.isEmpty()) {
                open(paths, problems).ifPresent(files -> texts.put(language, files.texts(unit, language)));
            } else if (!language.equals(Locale.ROOT)) {
                var right = "write " + missing.get() + ", or take the language out";
                desk.problem("languages", i, "there are no texts in ‘" + language + "’", right);
            }
        }
        return texts;
    }

    private static Optional<TextFiles> open(List<Path> paths, List<Problem> problems) {
        var files = paths.stream()
                .flatMap(path -> YamlFile.open(path, problems).stream())
                .toList();
        return files.size() == paths.size() ? Optional.of(new TextFiles(files)) : Optional.empty();
    }

    private LanguageTexts texts(Unit unit, Locale language) {
        checkFrame();
        var texts = new EnumMap<Template, LanguageTexts.Text>(Template.class);
        for (var file : files) {
            if (file.has("texts") || file.equals(files.getFirst())) {
                var section = file.section("texts");
                for (var template : Template.values()) {
                    text(section, template, !texts.containsKey(template)).ifPresent(text -> texts.put(template, text));
                }
            }
        }
        var languageTexts = new LanguageTexts(
                language, last("dates").get("dates", DATE_FORMAT).withLocale(language), units(unit), texts);
        files.forEach(Section::finish);
        return languageTexts;
    }

    /** What every unit is called that the file knows; the desk's own must be among them. */
    private UnitWords units(Unit wanted) {
        UnitWords words = new UnitWords.Counted("", "");
        var section = last("units").section("units");
        for (var unit : DeskFile.UNITS) {
            var key = unit.name().toLowerCase(Locale.ROOT);
            if (unit != wanted && !section.has(key)) {
                continue;
            }
            var read = units(unit, section.section(key));
            words = unit == wanted ? read : words;
        }
        return words;
    }

    private static UnitWords units(Unit unit, Section section) {
        return switch (unit) {
            case CREDIT, POINT -> new UnitWords.Counted(section.get("one", Kind.LINE), section.get("many", Kind.LINE));
            case MINUTE ->
                new UnitWords.Time(
                        section.get("hours", Kind.LINE),
                        section.get("minutes", Kind.LINE),
                        section.get("many", Kind.LINE));
            case DEMAND -> throw new IllegalStateException("no desk file has the unit " + unit);
        };
    }

    /** The last file that has {@code key}: it is the one that counts. */
    private Section last(String key) {
        var having = files.stream().filter(file -> file.has(key)).toList();
        return having.isEmpty() ? files.getFirst() : having.getLast();
    }

    private void checkFrame() {
        var file = last("frame");
        if (!frame.isEmpty() && !frame.contains(BODY_PLACE)) {
            file.problem("frame", "the frame has no place for the text", "write " + BODY_PLACE + " where it goes");
        }
        var allowed = new HashSet<>(ALWAYS_THERE);
        allowed.add("text");
        wording(file, "frame", frame, allowed);
    }

    private Optional<LanguageTexts.Text> text(Section section, Template template, boolean required) {
        var key = key(template);
        if (!section.has(key)) {
            if (required) {
                section.problem(key, "this text is missing", "write a ‘subject’ and a ‘body’ for it");
            }
            return Optional.empty();
        }
        var text = section.section(key);
        var allowed = allowed(template);
        var subject = wording(text, "subject", text.get("subject", Kind.LINE), allowed);
        var body = wording(text, "body", text.get("body", Kind.TEXT), allowed);
        if (Timeless.concerns(template)) {
            subject.ifPresent(words -> checkTimeless(text, "subject", words));
            body.ifPresent(words -> checkTimeless(text, "body", words));
        }
        return subject.flatMap(s -> body.map(b -> new LanguageTexts.Text(Wording.of(s), framed(template, b))));
    }

    private static void checkTimeless(Section section, String key, String words) {
        Timeless.broken(words)
                .ifPresent(word -> section.problemAt(
                        key,
                        Pattern.compile(Pattern.quote(word)),
                        "‘" + word + "’ could be read as a date",
                        "promise no time for a wish: say it without (P-08)"));
    }

    /** Mail to staff goes without greeting. */
    private Wording framed(Template template, String body) {
        return Wording.of(template.forStaff() || frame.isEmpty() ? body : frame.replace(BODY_PLACE, body.strip()));
    }

    /** The text with its parts put in, if its braces and names fit. */
    private Optional<String> wording(Section section, String key, String text, Set<String> allowed) {
        var whole =
                PART.matcher(text).replaceAll(match -> Matcher.quoteReplacement(part(section, key, match.group(1))));
        try {
            checkNames(section, key, Wording.of(whole).names(), allowed);
            return Optional.of(whole);
        } catch (MustacheException e) {
            var what = "the braces do not fit: " + Words.line(e.getMessage());
            section.problem(key, what, "write fields as {{field}}, optional parts as {{#field}}…{{/field}}");
            return Optional.empty();
        }
    }

    private String part(Section section, String key, String name) {
        var part = parts.get(name);
        if (part == null) {
            var right = Words.didYouMean(name, parts.keySet()) + "parts here: " + String.join(", ", parts.keySet());
            section.problemAtField(key, name, "there is no part ‘" + name + "’", right);
            return "";
        }
        return part;
    }

    private static void checkNames(Section section, String key, Set<String> names, Set<String> allowed) {
        for (var name : names) {
            if (!allowed.contains(name)) {
                var right = Words.didYouMean(name, allowed) + "fields here: "
                        + String.join(", ", allowed.stream().sorted().toList());
                section.problemAtField(key, name, "there is no field ‘" + name + "’", right);
            }
        }
    }

    private static Set<String> allowed(Template template) {
        var allowed = new HashSet<>(ALWAYS_THERE);
        allowed.addAll(template.fields());
        return allowed;
    }

    /** How a text file names a template: {@code quote-offered} for {@code QUOTE_OFFERED}. */
    static String key(Template template) {
        return template.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<DateTimeFormatter> dateFormat(String pattern) {
        try {
            var format = DateTimeFormatter.ofPattern(pattern);
            var example = format.format(ZonedDateTime.of(2026, 12, 31, 23, 59, 0, 0, ZoneId.of("UTC")));
            return example.isBlank() ? Optional.empty() : Optional.of(format);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
