package dev.parley.core.reading;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reply may name: facts of the one open quote it is bound to. What is not known here cannot be confirmed by
 * naming it: "yes, 10 credits" is no yes while the amount is null.
 *
 * @param number public number, {@code Q-<ticket>} or {@code Q-<ticket>-<version>}, or null
 * @param amount total in whole credits (or points), or null
 * @param people words of the names that may stand under or over the reply (sender, agents), in any case
 */
public record OpenQuote(@Nullable String number, @Nullable Long amount, Set<String> people) {

    /** Names are compared without regard to case. */
    public OpenQuote {
        people = people.stream().map(Fold::word).collect(Collectors.toUnmodifiableSet());
    }

    /** A quote of which no names are known. */
    public OpenQuote(@Nullable String number, @Nullable Long amount) {
        this(number, amount, Set.of());
    }

    /** Nothing is known: for explaining a text without its ticket. */
    public static OpenQuote unknown() {
        return new OpenQuote(null, null);
    }

    /** Whether a quote number as written can only mean this quote: same ticket, same version if one is named. */
    boolean isNamedBy(String written) {
        if (number == null) {
            return false;
        }
        String own = canonical(number);
        String named = canonical(written);
        return own.equals(named) || (isVersioned(own) && ticketOf(own).equals(named));
    }

    /** Whether {@code digits} is the version of this quote. */
    boolean hasVersion(String digits) {
        return number != null
                && isVersioned(canonical(number))
                && canonical(number).endsWith("-" + digits);
    }

    private static String canonical(String number) {
        String upper = number.toUpperCase(Locale.ROOT);
        return upper.startsWith("Q-") ? upper : upper.replaceFirst("^Q", "Q-");
    }

    private static boolean isVersioned(String canonical) {
        return canonical.indexOf('-') != canonical.lastIndexOf('-');
    }

    private static String ticketOf(String canonical) {
        return canonical.substring(0, canonical.lastIndexOf('-'));
    }
}
