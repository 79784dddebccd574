package dev.parley.core.review;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;

/**
 * What a customer wants to say.
 *
 * @param stars {@value #STARS_MIN} to {@value #STARS_MAX}
 * @param name what everybody sees of who wrote it, 1 to {@value #NAME_CHARS_MAX} characters; no mail address
 * @param text 1 to {@value #TEXT_CHARS_MAX} characters on at most {@value #LINES_MAX} lines
 */
public record Draft(int stars, String name, String text) {
    public static final int STARS_MIN = 1;
    public static final int STARS_MAX = 5;
    public static final int NAME_CHARS_MAX = 80;
    public static final int TEXT_CHARS_MAX = 5_000;
    public static final int LINES_MAX = 100;

    public Draft {
        if (ruled(stars, name, text) instanceof Refused<Boolean>(var wrong, var right)) {
            throw new IllegalArgumentException(wrong + "; " + right);
        }
    }

    /** The draft without blanks around it and with plain ends of lines; refused where it is beyond a limit. */
    public static Ruling<Draft> of(int stars, String name, String text) {
        String plainName = name.strip();
        String plainText = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        return switch (ruled(stars, plainName, plainText)) {
            case Refused<Boolean>(var wrong, var right) -> new Refused<>(wrong, right);
            case Allowed<Boolean> _ -> new Allowed<>(new Draft(stars, plainName, plainText));
        };
    }

    private static Ruling<Boolean> ruled(int stars, String name, String text) {
        if (stars < STARS_MIN || stars > STARS_MAX) {
            return new Refused<>(stars + " stars", STARS_MIN + " to " + STARS_MAX);
        }
        if (name.isBlank() || name.length() > NAME_CHARS_MAX) {
            return new Refused<>("a name of " + name.length() + " characters", "1 to " + NAME_CHARS_MAX);
        }
        if (name.indexOf('@') >= 0) {
            return new Refused<>("everybody would see the mail address ‘" + name + "’", "give a name");
        }
        if (text.isBlank() || text.length() > TEXT_CHARS_MAX) {
            return new Refused<>("a text of " + text.length() + " characters", "1 to " + TEXT_CHARS_MAX);
        }
        if (text.lines().count() > LINES_MAX) {
            return new Refused<>("a text of " + text.lines().count() + " lines", "at most " + LINES_MAX);
        }
        return name.codePoints().anyMatch(Draft::unseen)
                        || text.codePoints().filter(c -> c != '\n' && c != '\t').anyMatch(Draft::unseen)
                ? new Refused<>("a character that nobody sees", "leave it out")
                : new Allowed<>(true);
    }

    private static boolean unseen(int codePoint) {
        return Character.isISOControl(codePoint);
    }
}
