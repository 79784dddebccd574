package dev.parley.app.desk;

import com.samskivert.mustache.MustacheException;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.port.Renderer;
import dev.parley.core.ticket.Outgoing;
import dev.parley.core.ticket.Template;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The desk's texts: plain text, and HTML made from it. Values are shown, never read as fields or markup. */
public final class Texts implements Renderer {
    /** Longer subjects are cut: mail programs show less, and header lines have limits (RFC 5322, 2.1.1). */
    static final int SUBJECT_CHARS_MAX = 150;

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}");
    /** What a person may be called; a sender must not be able to send somebody a message of his own by his name. */
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,40}$)\\p{L}[\\p{L}\\p{M}'’-]*\\.?( \\p{L}[\\p{L}\\p{M}'’-]*\\.?){0,4}");

    private static final Set<String> INSTANTS = Set.of("expires", "until");
    /** Of the wallet: whole units, never what they cost. */
    private static final Set<String> BALANCES = Set.of("available", "available_after", "balance", "shortfall");

    private static final Set<String> PRICES = Set.of(
            "amount",
            "cap",
            "charged",
            "difference",
            "minimum",
            "offered",
            "old_amount",
            "refunded",
            "released",
            "reserved",
            "returned");

    private final DeskWords words;
    private final Map<Locale, LanguageTexts> languages;

    Texts(DeskWords words, Map<Locale, LanguageTexts> languages) {
        this.words = words;
        this.languages = Map.copyOf(languages);
    }

    /**
     * Renders {@code template}. Amounts are handed in as whole numbers, instants in ISO 8601, categories by their key;
     * shown are amounts with the unit's name, dates in the desk's zone, titles in the language.
     *
     * @throws IllegalArgumentException if a field the text needs was not handed in
     */
    @Override
    public Rendered render(Template template, Locale language, Map<String, String> fields) {
        var texts = language(language);
        var text = texts.texts().get(template);
        if (text == null) {
            throw new IllegalArgumentException(template + " has no text in " + texts.language());
        }
        var shown = shown(texts, fields);
        try {
            var values = new Values();
            var marks = each(shown, values::mark);
            var subject = subject(values.put(text.subject().fill(marks), Texts::onOneLine));
            var body = text.body().fill(marks);
            var plain = values.put(body, UnaryOperator.identity()).strip() + "\n";
            return new Rendered(subject, plain, Html.page(texts.language().getLanguage(), subject, body, values));
        } catch (MustacheException e) {
            throw new IllegalArgumentException(template + " in " + texts.language() + ": " + e.getMessage(), e);
        }
    }

    /** What customers read of each category, by its key and their language. */
    public Map<String, Map<Locale, String>> categoryTitles() {
        return words.titles();
    }

    private LanguageTexts language(Locale wanted) {
        return languages.values().stream()
                .filter(t -> t.language().getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElseGet(() -> languages.get(words.languages().getFirst()));
    }

    private Map<String, String> shown(LanguageTexts texts, Map<String, String> fields) {
        var shown = new TreeMap<String, String>();
        shown.put("desk", words.policy().name());
        shown.put("portal", words.portal());
        shown.put("answered_at_once", answeredAtOnce(texts));
        shown.put("units", texts.units().many());
        shown.put("self_service", selfService(fields));
        var rate = rate(fields);
        shown.put("hourly", rate == null ? "" : MoneyWords.in(texts.language(), rate.perHour()));
        fields.forEach((name, value) -> shown.put(name, clean(show(texts, rate, name, value))));
        if (!saysMore(fields)) {
            shown.put("scope", "");
        }
        return shown;
    }

    private static Map<String, String> each(Map<String, String> values, UnaryOperator<String> change) {
        var changed = new HashMap<String, String>();
        values.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    private String show(LanguageTexts texts, @Nullable HourlyRate rate, String name, String value) {
        var price = PRICES.contains(name);
        if (price || BALANCES.contains(name)) {
            return AMOUNT.matcher(value).matches() ? amount(texts, price ? rate : null, Long.parseLong(value)) : value;
        }
        if (INSTANTS.contains(name) || name.endsWith("_at")) {
            return instant(texts, value);
        }
        return switch (name) {
            case "name" -> NAME.matcher(value).matches() ? value : "";
            case "tier" -> words.policy().unit() == Unit.CREDIT ? value : "";
            case "category" -> title(words.titles().get(value), texts.language(), value);
            case "severity" -> title(severity(value), texts.language(), value);
            default -> value;
        };
    }

    /** Time that costs money never stands alone: {@code 2 h (150.00 USD)}. */
    private static String amount(LanguageTexts texts, @Nullable HourlyRate rate, long units) {
        var amount = texts.units().amount(units);
        return rate == null ? amount : amount + " (" + MoneyWords.in(texts.language(), rate.cost(units)) + ")";
    }

    /** What was offered counts, whatever the desk file says by now. */
    private @Nullable HourlyRate rate(Map<String, String> fields) {
        var offered = fields.get(Outgoing.RATE);
        return offered == null ? words.onDemand() : HourlyRate.read(offered);
    }

    private @Nullable Map<Locale, String> severity(String key) {
        return words.requests().severities().stream()
                .filter(severity -> severity.key().equals(key))
                .findFirst()
                .map(Severity::titles)
                .orElse(null);
    }

    /** Whether a quote's scope says more than the category and the request beside it. */
    private boolean saysMore(Map<String, String> fields) {
        var scope = fields.getOrDefault("scope", "");
        var category = fields.getOrDefault("category", "");
        return !scope.equals(category)
                && !scope.equals(fields.get("subject"))
                && !words.titles().getOrDefault(category, Map.of()).containsValue(scope);
    }

    /** Most of what the vendor is asked to build customers could do themselves (P-11). */
    private String selfService(Map<String, String> fields) {
        return words.requests().selfService().getOrDefault(fields.getOrDefault("category", ""), "");
    }

    private String answeredAtOnce(LanguageTexts texts) {
        for (var category : words.policy().categories()) {
            if (!category.confirm() && category.price() instanceof PriceRule.Fixed(var amount)) {
                return texts.units().amount(amount);
            }
        }
        return "";
    }

    private String instant(LanguageTexts texts, String value) {
        try {
            return texts.dates()
                    .format(Instant.parse(value).atZone(words.policy().zone()));
        } catch (DateTimeParseException _) {
            return value;
        }
    }

    private static String title(@Nullable Map<Locale, String> titles, Locale language, String key) {
        return titles == null ? key : titles.getOrDefault(language, key);
    }

    /** Without what is no text: control characters but tab and line feed, and our own marks. */
    private static String clean(String value) {
        var lines = value.replace("\r\n", "\n").replace('\r', '\n');
        return Values.withoutMarks(lines.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""));
    }

    /** A line break in a header would start another header (RFC 5322, 2.2). */
    private static String onOneLine(String value) {
        return value.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    private static String subject(String filled) {
        var line = onOneLine(filled);
        return line.length() <= SUBJECT_CHARS_MAX ? line : cut(line) + "…";
    }

    private static String cut(String line) {
        var end = SUBJECT_CHARS_MAX - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }
}
