package dev.parley.core.message;

/**
 * The words of a message; nothing is thrown away.
 *
 * @param text everything, as a person would read it
 * @param reply what the sender newly wrote
 * @param elided quoted history
 * @param signature sign-off and footers
 */
public record Content(String text, String reply, String elided, String signature) {

    /** A message all of whose text is new: chat, API, portal. */
    public static Content plain(String text) {
        return new Content(text, text, "", "");
    }
}
