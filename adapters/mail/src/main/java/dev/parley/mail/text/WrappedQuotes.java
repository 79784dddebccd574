package dev.parley.mail.text;

import java.util.ArrayList;
import java.util.List;

/** Ends of quoted lines that a mail program wrapped without repeating the quote mark. */
final class WrappedQuotes {

    /** Columns a line must have had before it was wrapped. */
    private static final int WIDTH = 74;

    private WrappedQuotes() {}

    /** Unmarked lines between two marked ones that continue the first of them. */
    static List<Integer> find(List<Line> lines) {
        List<Integer> found = new ArrayList<>();
        for (int i = 1; i + 1 < lines.size(); i++) {
            boolean between = lines.get(i - 1).isQuoted()
                    && !lines.get(i).isQuoted()
                    && lines.get(i + 1).isQuoted();
            if (between && continues(lines.get(i - 1).raw(), lines.get(i).raw())) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean continues(String before, String line) {
        if (line.isBlank() || before.length() > 998 || line.length() > 998) {
            return false;
        }
        boolean openLink = before.lastIndexOf('(') > before.lastIndexOf(')')
                || before.lastIndexOf("<http") > before.lastIndexOf('>');
        if (closesMoreThanItOpens(line)) {
            return true;
        }
        if (openLink && line.strip().indexOf(' ') < 0) {
            return true;
        }
        int space = line.indexOf(' ');
        boolean severalWords = space > 0;
        boolean wouldOverflow = severalWords && before.stripTrailing().length() + space >= WIDTH;
        boolean goesOn = Character.isLowerCase(line.charAt(0)) && !endsSentence(before.stripTrailing());
        return wouldOverflow && goesOn;
    }

    /** {@code (http://www.example.com/) >}: the end of a marked link. */
    private static boolean closesMoreThanItOpens(String line) {
        return line.stripTrailing().endsWith(" >") && line.contains("http") && line.indexOf('<') < 0;
    }

    private static boolean endsSentence(String text) {
        return !text.isEmpty() && ".!?:;".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
