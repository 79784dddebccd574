package dev.parley.app.desk;

import com.samskivert.mustache.MustacheException;
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

/** Reads the texts of a desk: one file a language, such as {@code texts/en.yaml}, with every template in it. */
final class TextFiles {
    private static final String BODY_PLACE = "{{text}}";
    private static final Set<String> ALWAYS_THERE =
            Set.of("ticket", "subject", "name", "desk", "portal", "answered_at_once");
    private static final Pattern PART = Pattern.compile("\\{\\{>\\s*([^{}\\s]*)\\s*}}");
    private static final Kind<DateTimeFormatter> DATE_FORMAT = new Kind<>(
            "not a date format",
            "write a pattern such as ‘d MMMM uuuu, HH:mm zzz’",
            DateTimeFormatter.ISO_INSTANT,
            TextFiles::dateFormat);

    private final Section file;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final String frame;

    private TextFiles(Section file) {
        this.file = file;
        this.frame = file.get("frame", Kind.TEXT);
        if (file.has("parts")) {
            var section = file.section("parts");
            section.keys()
                    .forEach(key -> parts.put(key, section.get(key, Kind.TEXT).strip()));
        }
    }

    static Map<Locale, LanguageTexts> read(Path folder, Section desk, List<Locale> languages, List<Problem> problems) {
        var texts = new HashMap<Locale, LanguageTexts>();
        for (var i = 0; i < languages.size(); i++) {
            var language = languages.get(i);
            var path = folder.resolve(language.getLanguage() + ".yaml");
            if (Files.exists(path)) {
                YamlFile.open(path, problems).ifPresent(s -> texts.put(language, new TextFiles(s).texts(language)));
            } else if (!language.equals(Locale.ROOT)) {
                var right = "write " + path + ", or take the language out";
                desk.problem("languages", i, "there are no texts in ‘" + language + "’", right);
            }
        }
        return texts;
    }

    private LanguageTexts texts(Locale language) {
        checkFrame();
        var units = file.section("unit");
        var section = file.section("texts");
        var texts = new EnumMap<Template, LanguageTexts.Text>(Template.class);
        for (var template : Template.values()) {
            text(section, template).ifPresent(text -> texts.put(template, text));
        }
        var languageTexts = new LanguageTexts(
                language,
                file.get("dates", DATE_FORMAT).withLocale(language),
                units.get("one", Kind.LINE),
                units.get("many", Kind.LINE),
                texts);
        file.finish();
        return languageTexts;
    }

    private void checkFrame() {
        if (!frame.isEmpty() && !frame.contains(BODY_PLACE)) {
            file.problem("frame", "the frame has no place for the text", "write " + BODY_PLACE + " where it goes");
        }
        var allowed = new HashSet<>(ALWAYS_THERE);
        allowed.add("text");
        wording(file, "frame", frame, allowed);
    }

    private Optional<LanguageTexts.Text> text(Section section, Template template) {
        var key = key(template);
        if (!section.has(key)) {
            section.problem(key, "this text is missing", "write a ‘subject’ and a ‘body’ for it");
            return Optional.empty();
        }
        var text = section.section(key);
        var allowed = allowed(template);
        var subject = wording(text, "subject", text.get("subject", Kind.LINE), allowed);
        var body = wording(text, "body", text.get("body", Kind.TEXT), allowed);
        return subject.flatMap(s -> body.map(b -> new LanguageTexts.Text(Wording.of(s), framed(template, b))));
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
