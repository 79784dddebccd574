package dev.parley.core.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads "I agree in advance" in the mail that opens a ticket (C-14). The sentence has to stand on a line of its own,
 * with nothing before or after it, so that talking about it is not saying it.
 *
 * @param cap the amount named in "up to …", empty if none was
 */
public record PreAgreement(OptionalLong cap) {
    private static final String CAP = "(\\d{1,6}) (?:support )?credits?";
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:i|we) agree in advance(?: to the assessment)?(?:,? (?:up to|to at most) " + CAP + ")?[.!]?");
    private static final Pattern GERMAN = Pattern.compile("(?:ich stimme|wir stimmen)(?: der einstufung)? im voraus zu"
            + "(?:,? (?:bis(?: zu)?|h(?:ö|oe)chstens) " + CAP + ")?[.!]?");

    /** The pre-agreement in {@code newText}, if it plainly says one exactly once. */
    public static Optional<PreAgreement> in(String newText) {
        List<Matcher> found = newText.lines()
                .map(line -> line.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .flatMap(line -> Stream.of(ENGLISH.matcher(line), GERMAN.matcher(line)))
                .filter(Matcher::matches)
                .toList();
        return found.size() == 1 ? Optional.of(new PreAgreement(cap(found.getFirst()))) : Optional.empty();
    }

    private static OptionalLong cap(Matcher m) {
        return m.group(1) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(m.group(1)));
    }
}
