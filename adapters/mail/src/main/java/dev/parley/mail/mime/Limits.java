package dev.parley.mail.mime;

/**
 * What one mail may cost. Beyond a limit the rest is left out with a warning.
 *
 * @param bytes size of the raw mail
 * @param parts MIME parts in one mail
 * @param depth multiparts inside multiparts
 * @param headerFields fields in one header
 * @param headerChars characters of one header field that are looked at
 * @param textChars characters of text kept
 * @param addresses addresses read from one field
 * @param messageIds ids read from one field
 * @param links links told apart in an HTML part; beyond that its markup is not interpreted
 */
public record Limits(
        int bytes,
        int parts,
        int depth,
        int headerFields,
        int headerChars,
        int textChars,
        int addresses,
        int messageIds,
        int links) {

    /** 60 MB, 1,000 parts, 30 deep: above anything people send, below what would hurt. */
    public static final Limits DEFAULT =
            new Limits(60 * 1024 * 1024, 1_000, 30, 1_000, 64 * 1024, 2_000_000, 1_000, 200, 5_000);
}
