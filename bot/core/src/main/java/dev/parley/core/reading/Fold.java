package dev.parley.core.reading;

import java.text.Normalizer;
import java.util.Locale;

/** One spelling for what readers take as the same: composed letters, small letters, German umlauts written out. */
final class Fold {
    private Fold() {}

    /** Composed form, apostrophes and hyphens made plain, ¡ and invisible joiners dropped. Length may change. */
    static String text(String raw) {
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        composed.codePoints().map(Fold::plain).filter(c -> c != 0).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Small letters, ß as ss, umlauts as vowel + e. Other accents stay: in Spanish "si" is "if" and "sí" is "yes". */
    static String word(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("œ", "oe");
    }

    /** A folded word as people write it who leave accents out. */
    static String withoutAccents(String folded) {
        return Normalizer.normalize(folded, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l');
    }

    private static int plain(int c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\u00B4', '`' -> '\'';
            case '\u2010', '\u2011' -> '-';
            case '\u00A0', '\u202F', '\u2009', '\u00A1', '\t' -> ' ';
            case '\u00AD', '\u200B', '\u200C', '\u200D', '\uFEFF', '\uFE0E', '\uFE0F', '\r' -> 0;
            default -> isSkinTone(c) ? 0 : c;
        };
    }

    private static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }
}
