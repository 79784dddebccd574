package dev.parley.app.desk;

import dev.parley.core.policy.Delay;
import dev.parley.core.policy.ProductVersion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of value a file may hold.
 *
 * @param fault what a value is that does not fit, after "… is"
 * @param right what would fit
 * @param standIn what a value that does not fit reads as, so that reading can go on
 * @param read the value of a text, or nothing if it does not fit
 * @param known all texts that fit, if they can be counted; the nearest is named
 */
record Kind<T>(String fault, String right, T standIn, Function<String, Optional<T>> read, Collection<String> known) {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,4}) (minute|hour|day|week)s?");
    private static final Pattern DELAY = Pattern.compile("(\\d{1,4}) (business )?days?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,6}) per (minute|hour|day)");
    private static final Pattern MONEY = Pattern.compile("\\d{1,9}(\\.\\d{2})?");
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern LINK = Pattern.compile("https://[^\\s<>\"]{1,500}");
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}) ?%");
    private static final String ACCOUNT_MANAGER = "account manager";
    private static final int WHOLE = 100;
    private static final int LINE_CHARS_MAX = 200;
    private static final int TEXT_CHARS_MAX = 20_000;
    private static final int SLUG_CHARS_MAX = 40;
    private static final Duration DURATION_MAX = Duration.ofDays(3_650);

    Kind {
        known = List.copyOf(known);
    }

    Kind(String fault, String right, T standIn, Function<String, Optional<T>> read) {
        this(fault, right, standIn, read, List.of());
    }

    /** Some words on one line: such a text may end in a mail header. */
    static final Kind<String> LINE = new Kind<>(
            "more than one short line",
            "write up to " + LINE_CHARS_MAX + " characters on one line",
            "",
            t -> fits(
                            t,
                            !t.isBlank()
                                    && t.length() <= LINE_CHARS_MAX
                                    && t.chars().noneMatch(Character::isISOControl))
                    .map(String::strip));

    /** A text of several lines. */
    static final Kind<String> TEXT = new Kind<>(
            "too long",
            "write a text of up to " + TEXT_CHARS_MAX + " characters",
            "",
            t -> fits(t, !t.isBlank() && t.length() <= TEXT_CHARS_MAX));

    /** A short name without blanks. */
    static final Kind<String> SLUG_NAME = new Kind<>(
            "not a short name",
            "write small letters, digits and hyphens, such as ‘pro-support’",
            "unnamed",
            t -> fits(t, t.length() <= SLUG_CHARS_MAX && SLUG.matcher(t).matches()));

    /** A length of time. */
    static final Kind<Duration> TIME = new Kind<>(
            "not a length of time",
            "write a number and minutes, hours, days or weeks, such as ‘14 days’",
            Duration.ofDays(1),
            Kind::duration);

    /** A number of days, calendar or business. */
    static final Kind<Delay> DAYS = new Kind<>(
            "not a number of days",
            "write a number and days or business days, such as ‘2 business days’",
            new Delay(1, false),
            Kind::delay);

    /** So many in a length of time. */
    static final Kind<Rate> RATE_LIMIT = new Kind<>(
            "not a rate",
            "write a number and the time it is for, such as ‘20 per hour’",
            new Rate(1, Duration.ofHours(1)),
            Kind::rate);

    /** An amount of money, with cents or without. */
    static final Kind<BigDecimal> MONEY_AMOUNT = new Kind<>(
            "not an amount of money",
            "write an amount such as 100.00",
            BigDecimal.ONE,
            t -> MONEY.matcher(t).matches() ? Optional.of(new BigDecimal(t).setScale(2)) : Optional.empty());

    /** A mail address; a plus is ours to add, for signed reply addresses. */
    static final Kind<String> MAIL_ADDRESS = new Kind<>(
            "not a mail address Parley can use",
            "write an address without a plus, such as support@desk.example",
            "nobody@desk.example",
            t -> fits(t, ADDRESS.matcher(t).matches() && t.length() <= LINE_CHARS_MAX)
                    .map(a -> a.toLowerCase(Locale.ROOT)));

    /** A link to a page. */
    static final Kind<String> PAGE_LINK = new Kind<>(
            "not a link",
            "write a link that starts with https://",
            "https://desk.example",
            t -> fits(t, LINK.matcher(t).matches()));

    /** A language by its two-letter code. */
    static final Kind<Locale> LANGUAGE = new Kind<>(
            "not a language",
            "write a two-letter code such as en or de (ISO 639-1)",
            Locale.ROOT,
            t -> Locale.availableLocales().anyMatch(l -> l.getLanguage().equals(t) && t.length() == 2)
                    ? Optional.of(Locale.of(t))
                    : Optional.empty());

    /** A time zone by its place. */
    static final Kind<ZoneId> ZONE =
            new Kind<>("not a time zone", "write a place such as Europe/Berlin, or UTC", ZoneId.of("UTC"), Kind::zone);

    /** A currency by its three-letter code. */
    static final Kind<Currency> CURRENCY = new Kind<>(
            "not a currency",
            "write a three-letter code such as USD (ISO 4217)",
            Currency.getInstance("USD"),
            t -> Currency.getAvailableCurrencies().stream()
                    .filter(c -> c.getCurrencyCode().equals(t))
                    .findFirst());

    /** Yes or no. */
    static final Kind<Boolean> FLAG = choice(Map.of("true", true, "false", false), false);

    /** A share of a hundred. */
    static final Kind<Integer> PERCENT = new Kind<>(
            "not a percentage",
            "write 1 % to 100 %",
            1,
            t -> Optional.of(PERCENTAGE.matcher(t))
                    .filter(Matcher::matches)
                    .map(m -> Integer.valueOf(m.group(1)))
                    .filter(n -> n >= 1 && n <= WHOLE));

    /** How long after something; it may be at once. */
    static final Kind<Duration> AFTER = new Kind<>(
            "not a length of time",
            "write ‘at once’, or a number and minutes, hours, days or weeks, such as ‘2 hours’",
            Duration.ZERO,
            t -> t.equals("at once") ? Optional.of(Duration.ZERO) : duration(t));

    /** Whom to tell: a mailbox, or the customer's account manager. */
    static final Kind<String> PERSON = new Kind<>(
            "nobody Parley can tell",
            "write a mail address, or ‘" + ACCOUNT_MANAGER + "’",
            ACCOUNT_MANAGER,
            t -> t.equals(ACCOUNT_MANAGER)
                    ? Optional.of(t)
                    : MAIL_ADDRESS.read().apply(t));

    /** What a request is. */
    static final Kind<RequestType> TYPE =
            new Kind<>("no type of request", "write incident, feature or work", RequestType.WORK, RequestType::of);

    /** A release of the vendor's product. */
    static final Kind<ProductVersion> RELEASE = new Kind<>(
            "not a release Parley can count",
            "write three numbers such as 4.3.9, without a suffix (C-12d)",
            new ProductVersion(0, 0, 0),
            t -> ProductVersion.parse(t) instanceof ProductVersion.Parsed.Version(var version)
                    ? Optional.of(version)
                    : Optional.empty());

    /** A whole number within bounds. */
    static Kind<Long> whole(long least, long most) {
        return new Kind<>(
                "not a whole number from " + least + " to " + most,
                "write " + least + " to " + most,
                least,
                t -> DIGITS.matcher(t).matches()
                        ? Optional.of(Long.valueOf(t)).filter(n -> n >= least && n <= most)
                        : Optional.empty());
    }

    /** One of several words; {@code standIn} is among their values. */
    static <T> Kind<T> choice(Map<String, T> choices, T standIn) {
        var words = choices.keySet().stream().map(w -> "‘" + w + "’").sorted().toList();
        var right = words.size() == 1
                ? "Parley knows only " + words.getFirst()
                : "write one of " + String.join(", ", words);
        return new Kind<>("not known here", right, standIn, t -> Optional.ofNullable(choices.get(t)), choices.keySet());
    }

    /** One of the things this file names itself, in its order. */
    static <T> Kind<T> oneOf(Map<String, T> named, T standIn) {
        var right = named.isEmpty()
                ? "there is none in this file; add it, or leave this out"
                : "those of this file are " + String.join(", ", named.keySet());
        return new Kind<>("not in this file", right, standIn, t -> Optional.ofNullable(named.get(t)), named.keySet());
    }

    private static Optional<String> fits(String text, boolean fits) {
        return fits ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Duration> duration(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var count = Long.parseLong(matcher.group(1));
        var duration = unit(matcher.group(2)).multipliedBy(count);
        return duration.isPositive() && duration.compareTo(DURATION_MAX) <= 0
                ? Optional.of(duration)
                : Optional.empty();
    }

    private static Optional<Delay> delay(String text) {
        var matcher = DELAY.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            return Optional.empty();
        }
        return Optional.of(new Delay(Integer.parseInt(matcher.group(1)), matcher.group(2) != null));
    }

    private static Optional<Rate> rate(String text) {
        var matcher = RATE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            return Optional.empty();
        }
        return Optional.of(new Rate(Integer.parseInt(matcher.group(1)), unit(matcher.group(2))));
    }

    private static Duration unit(String word) {
        return switch (word) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            case "week" -> Duration.ofDays(7);
            default -> Duration.ofDays(1);
        };
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
