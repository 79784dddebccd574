package dev.parley.mail.mime;

/** Characters that nobody sees and that change what others see: controls and direction overrides. */
final class Invisible {

    private Invisible() {}

    static boolean is(char c) {
        return c < ' '
                || (c >= 0x7f && c < 0xa0)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0xFEFF;
    }

    /** Controls become blanks, direction marks go. */
    static String remove(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!is(c)) {
                clean.append(c);
            } else if (c == '\t' || c == '\n' || c == '\r') {
                clean.append(' ');
            }
        }
        return clean.toString();
    }
}
