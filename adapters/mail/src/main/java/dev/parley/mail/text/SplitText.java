package dev.parley.mail.text;

import org.jspecify.annotations.Nullable;

/**
 * The text of a mail, taken apart. No line is thrown away: each is in {@code reply}, {@code elided} or
 * {@code signature}.
 *
 * @param full the whole text, line ends as LF
 * @param reply what to show: what the sender newly wrote, closing words included, and with it the quoted lines that
 *     are answered point by point; the whole text when nothing new was found
 * @param written what the sender newly wrote without any quoted line: what may decide; else as {@code reply}
 * @param elided quoted history and forwarded mail with their introductions, in order, as they stood
 * @param signature closing words as far as they are recognised (these are in {@code reply} too), then delimited
 *     signature, mobile and list footers
 * @param forward the first mail embedded with its own header block, if there is one
 */
public record SplitText(
        String full,
        String reply,
        String written,
        String elided,
        String signature,
        @Nullable ForwardedText forward) {

    /** True when all is quotation or footer: {@code reply} then shows the whole text and must decide nothing. */
    public boolean nothingNew() {
        return written.equals(full) && !(elided.isEmpty() && (full.isEmpty() || !sameWords(signature, full)));
    }

    /** Whether two texts differ in white space at most. */
    private static boolean sameWords(String one, String other) {
        int i = nextVisible(one, 0);
        int j = nextVisible(other, 0);
        while (i < one.length() && j < other.length() && one.charAt(i) == other.charAt(j)) {
            i = nextVisible(one, i + 1);
            j = nextVisible(other, j + 1);
        }
        return i == one.length() && j == other.length();
    }

    private static int nextVisible(String text, int from) {
        int i = from;
        while (i < text.length() && " \t\n\u000B\f\r".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** The reply without closing words and name ("Best regards, Alice"), for reading what was decided. */
    public String replyWithoutClosing() {
        return nothingNew() ? "" : Closing.cut(written);
    }
}
