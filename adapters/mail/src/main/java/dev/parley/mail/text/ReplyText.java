package dev.parley.mail.text;

import java.util.List;

/** Separates what a person newly wrote from quotes, signatures and forwards, in time linear to the text. */
public final class ReplyText {

    private ReplyText() {}

    /** Takes a plain text apart. */
    public static SplitText ofPlain(String text) {
        return new Splitter(Line.allOf(text)).split();
    }

    /**
     * Takes an HTML body apart, by its structure where mail programs mark it and by its text otherwise. Of HTML nested
     * more than 500 deep nothing is taken for new ({@link SplitText#nothingNew()}).
     */
    public static SplitText ofHtml(String html) {
        if (HtmlNesting.isTooDeep(html)) {
            String text = htmlToText(html);
            return new SplitText(text, text, text, text, "", null);
        }
        return new Splitter(HtmlLines.of(html)).split();
    }

    /** The text a person would read: quotes marked by {@code >}, links by their address, hidden parts left out. */
    public static String htmlToText(String html) {
        List<Line> lines = HtmlLines.of(html);
        return Line.join(lines);
    }
}
