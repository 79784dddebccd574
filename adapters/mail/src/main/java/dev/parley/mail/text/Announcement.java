package dev.parley.mail.text;

/** A line by which a mail program announces that another mail follows, or a mere rule drawn above one. */
enum Announcement {
    NONE,
    /** Dashes, underscores or equals signs only. */
    RULE,
    /** "-----Original Message-----", "## Reply above this line ##". */
    ORIGINAL,
    /** "---------- Forwarded message ---------", "Begin forwarded message:". */
    FORWARDED;

    private static final int LONGEST = 120;
    private static final int SHORTEST_RULE = 4;

    private static final PhraseSet FORWARD = PhraseSet.load("forwarded");
    private static final PhraseSet ORIGIN = PhraseSet.load("original");
    private static final PhraseSet ABOVE = PhraseSet.load("above");

    /** A word or two stand in a frame for other reasons too, unless it is drawn long. */
    private static final int SHORT_WORDS = 10;

    /** Words of a line that asks to answer above it at most. */
    private static final int ABOVE_WORDS = 14;

    private static final String FRAME = "-_=*—–+|#: .";

    static Announcement of(Line line) {
        String text = line.plain();
        boolean framed = startsFramed(text);
        if (asksToAnswerAbove(text)) {
            return ORIGINAL;
        }
        if (text.length() > LONGEST || !(framed || text.endsWith(":"))) {
            return NONE;
        }
        String words = Phrases.lower(withoutFrame(text));
        if (words.isEmpty()) {
            return text.length() >= SHORTEST_RULE ? RULE : NONE;
        }
        if (FORWARD.is(words) || (framed && FORWARD.opens(words))) {
            return FORWARDED;
        }
        boolean longFrame = words.length() > SHORT_WORDS || text.startsWith("----");
        return framed && longFrame && ORIGIN.is(words) ? ORIGINAL : NONE;
    }

    /** "##- Please type your reply above this line -##": in a frame, or nothing else on the line. */
    private static boolean asksToAnswerAbove(String text) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return false;
        }
        String lower = Phrases.lower(text);
        if (!ABOVE.isIn(lower)) {
            return false;
        }
        boolean framed = !Character.isLetterOrDigit(text.charAt(0)) && lower.split(" ", -1).length <= ABOVE_WORDS;
        return framed || ABOVE.is(lower.replaceFirst("^please ", "").replaceFirst("[.: ]+$", ""));
    }

    private static boolean startsFramed(String text) {
        return text.length() > 2 && "-_=*—–".indexOf(text.charAt(0)) >= 0 && FRAME.indexOf(text.charAt(1)) >= 0;
    }

    private static String withoutFrame(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && FRAME.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && FRAME.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
