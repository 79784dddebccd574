package dev.parley.mail.mime;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * Guesses the charset of text that is neither ASCII nor UTF-8 by how much of it becomes everyday letters of the
 * language the charset was made for. The fallback is windows-1252, which can read anything.
 */
final class CharsetGuess {

    private static final int SAMPLE_BYTES_MAX = 8 * 1024;
    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final double CLEAR = 0.35;

    /** Very frequent characters, simplified and traditional, of each script. */
    private static final String CHINESE = "的一是不了在人有我他这这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然"
            + "没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二"
            + "理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信"
            + "北少关并内加化由却代军产入先山五太水万市号件附客户您请谢這個來國說們為會時學對裡後還發當無開見經頭動兩長樣現將與進實點聲"
            + "話門電東關並內產萬號請謝貴";

    private static final String CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф";
    private static final String WESTERN = "äöüßéèàçñóáíêâîôûëïøåæ’“”–…«»õãúÄÖÜÉ€";

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("EUC-JP", CharsetGuess::japanese),
            new Candidate("windows-31j", CharsetGuess::japanese),
            new Candidate("x-windows-949", CharsetGuess::korean),
            new Candidate("GB18030", CharsetGuess::chinese),
            new Candidate("Big5-HKSCS", CharsetGuess::chinese),
            new Candidate("windows-1251", CharsetGuess::cyrillic),
            new Candidate("KOI8-R", CharsetGuess::cyrillic));

    private CharsetGuess() {}

    private interface Letters {
        boolean everyday(int c);
    }

    private record Candidate(Charset charset, Letters letters) {
        Candidate(String name, Letters letters) {
            this(Charset.forName(name), letters);
        }
    }

    static Charset of(byte[] bytes) {
        byte[] sample = bytes.length <= SAMPLE_BYTES_MAX ? bytes : Arrays.copyOf(bytes, SAMPLE_BYTES_MAX);
        Charset best = FALLBACK;
        double bestScore = Math.max(CLEAR, score(sample, FALLBACK, c -> WESTERN.indexOf(c) >= 0));
        for (Candidate candidate : CANDIDATES) {
            double score = score(sample, candidate.charset, candidate.letters);
            if (score > bestScore) {
                best = candidate.charset;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(byte[] sample, Charset charset, Letters letters) {
        String text = new String(sample, charset);
        int foreign = 0;
        int everyday = 0;
        int broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0xFFFD || (c >= 0xE000 && c < 0xF900)) {
                broken++;
            } else if (c >= 0x80) {
                foreign++;
                everyday += letters.everyday(c) ? 1 : 0;
            }
        }
        int total = foreign + 3 * Math.max(0, broken - 1);
        return total == 0 ? 0 : (double) everyday / total;
    }

    private static boolean japanese(int c) {
        return (c >= 0x3040 && c <= 0x30FF) || c == 0x3001 || c == 0x3002 || CHINESE.indexOf(c) >= 0;
    }

    private static boolean korean(int c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }

    private static boolean chinese(int c) {
        return CHINESE.indexOf(c) >= 0 || c == 0xFF0C || c == 0x3002 || c == 0xFF1A;
    }

    private static boolean cyrillic(int c) {
        return CYRILLIC.indexOf(c) >= 0;
    }
}
