package dev.parley.mail.text;

import java.util.regex.Pattern;

/** A line by which a mail program announces that another mail follows, or a mere rule drawn above one. */
enum Announcement {
    NONE,
    /** Dashes, underscores or equals signs only. */
    RULE,
    /** "-----Original Message-----". */
    ORIGINAL,
    /** "---------- Forwarded message ---------", "Begin forwarded message:". */
    FORWARDED;

    private static final int LONGEST = 120;

    private static final Pattern FORWARD = Phrases.anyOf(Phrases.load("forwarded"));
    private static final Pattern ORIGIN = Phrases.anyOf(Phrases.load("original"));
    private static final Pattern DRAWN = Pattern.compile("[-_=*—–]{4,}");
    private static final Pattern FRAME = Pattern.compile("^[-_=*—–+\\s|#]*|[-_=*—–+\\s|#:.]*$");

    static Announcement of(Line line) {
        String raw = line.text();
        if (raw.length() > LONGEST) {
            return NONE;
        }
        String text = Phrases.plain(raw);
        if (DRAWN.matcher(text.replace(" ", "")).matches()) {
            return RULE;
        }
        String words = Phrases.lower(FRAME.matcher(text).replaceAll(""));
        boolean framed = text.startsWith("--")
                || text.startsWith("==")
                || text.startsWith("__")
                || text.startsWith("**")
                || text.startsWith("- -")
                || text.startsWith("——");
        if (FORWARD.matcher(words).matches()
                || (framed && FORWARD.matcher(words).lookingAt())) {
            return framed || text.endsWith(":") ? FORWARDED : NONE;
        }
        return framed && ORIGIN.matcher(words).matches() ? ORIGINAL : NONE;
    }
}
