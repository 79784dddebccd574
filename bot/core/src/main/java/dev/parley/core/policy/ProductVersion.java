package dev.parley.core.policy;

import java.util.regex.Pattern;

/**
 * A released version of the vendor's product, such as {@code 4.3.1}. Suffixes and pre-releases are not read: nobody
 * can count how many releases lie before a {@code 4.3.9.SP1} (C-12d).
 */
public record ProductVersion(int major, int minor, int patch) implements Comparable<ProductVersion> {
    private static final Pattern RELEASE = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})");
    private static final Pattern RELEASE_AND_MORE = Pattern.compile("\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}\\D.*");
    private static final Pattern PRE_RELEASE = Pattern.compile(
            "\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}[-._]?(alpha|beta|rc|cr|pre|preview|dev|snapshot|milestone|m\\d).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOO_SHORT = Pattern.compile("\\d{1,5}(\\.\\d{1,5})?");
    private static final int SHOWN_CHARS_MAX = 40;

    /** A text read as a version, or why it is none. */
    public sealed interface Parsed {
        /** It is one. */
        record Version(ProductVersion version) implements Parsed {}

        /** It is none; {@code why} is a sentence for staff. */
        record Unreadable(String why) implements Parsed {}
    }

    /** Reads three numbers of at most five digits with points between them. */
    public static Parsed parse(String text) {
        var trimmed = text.strip();
        var matcher = RELEASE.matcher(trimmed);
        if (matcher.matches()) {
            return new Parsed.Version(
                    new ProductVersion(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3))));
        }
        var shown = trimmed.length() > SHOWN_CHARS_MAX ? trimmed.substring(0, SHOWN_CHARS_MAX) + "…" : trimmed;
        if (PRE_RELEASE.matcher(trimmed).matches()) {
            return new Parsed.Unreadable(
                    "‘" + shown + "’ is a pre-release; only published releases such as 4.3.9 are counted");
        }
        if (RELEASE_AND_MORE.matcher(trimmed).matches()) {
            return new Parsed.Unreadable("‘" + shown + "’ has a suffix; only plain releases such as 4.3.9 are counted");
        }
        if (TOO_SHORT.matcher(trimmed).matches()) {
            return new Parsed.Unreadable("‘" + shown + "’ is not exact; a version has three numbers, such as 4.3.9");
        }
        return new Parsed.Unreadable("‘" + shown + "’ is not a version such as 4.3.9");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** True if both belong to one minor version, so that only patch versions lie between them. */
    public boolean sameMinor(ProductVersion other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(ProductVersion other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        return minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
