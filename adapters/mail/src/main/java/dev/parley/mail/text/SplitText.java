package dev.parley.mail.text;

import org.jspecify.annotations.Nullable;

/**
 * The text of a mail, taken apart. No line is thrown away: each is in {@code reply}, {@code elided} or
 * {@code signature}.
 *
 * @param full the whole text, line ends as LF
 * @param reply what the sender newly wrote, his closing words included; the whole text when nothing new was found
 * @param elided quoted history and forwarded mail with their introductions, in order, as they stood
 * @param signature closing words as far as they are recognised (these are in {@code reply} too), then delimited
 *     signature, mobile and list footers
 * @param forward the first mail embedded with its own header block, if there is one
 */
public record SplitText(
        String full,
        String reply,
        String elided,
        String signature,
        @Nullable ForwardedText forward) {

    /** True when all is quotation or footer: {@code reply} then shows the whole text and must decide nothing. */
    public boolean nothingNew() {
        return reply.equals(full)
                && !(elided.isEmpty() && (full.isEmpty() || !words(signature).equals(words(full))));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** The reply without closing words and name ("Best regards, Alice"), for reading what was decided. */
    public String replyWithoutClosing() {
        return nothingNew() ? "" : Closing.cut(reply);
    }
}
