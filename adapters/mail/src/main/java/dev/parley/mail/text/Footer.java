package dev.parley.mail.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that stand below a text without belonging to it: signature delimiter, mobile footer, mailing list footer. */
final class Footer {

    /** Lines a mailing list puts below a mail at most, its rule included. */
    private static final int LIST_LINES = 12;

    private static final int MOBILE_LENGTH = 100;
    private static final int MOBILE_WORDS = 12;

    private static final String ARMOUR = "-----BEGIN PGP ";

    /** Lines of a PGP signature or key at most. */
    private static final int ARMOUR_LINES = 200;

    private static final Set<String> DELIMITERS = Set.of("--", "—", "– –", "-- -", "––");
    /** A notice is no short sentence, nor a question. */
    private static final int NOTICE_LENGTH = 40;

    private static final int NOTICE_LINES = 60;
    private static final PhraseSet NOTICES = PhraseSet.load("notices");
    private static final PhraseSet SENT = PhraseSet.load("mobile");
    private static final Pattern DEVICE = Pattern.compile(Phrases.load("devices").stream()
            .map(Pattern::quote)
            .collect(java.util.stream.Collectors.joining("|", "(?:^|[^\\p{L}])(?:", ")")));

    /** "Sent from my" and a name nobody has listed yet. */
    private static final Pattern MY_DEVICE = Pattern.compile("(?:Sent from my|Envoyé de mon|Gesendet von meinem"
            + "|Enviado desde mi|Enviado do meu|Inviato dal mio|Verstuurd vanaf mijn|Skickat från min|Sendt fra min)"
            + "(?: dispositivo)? (?:[\\p{Lu}\\d][\\w®'-]* ?){1,6}\\.?");

    private static final Pattern LIST_RULE = Pattern.compile("[_-]{20,}");

    private Footer() {}

    /** Where the armour of a PGP signature that starts at a line ends, or the line itself if none starts there. */
    static int endOfArmour(List<Line> lines, int at) {
        String text = lines.get(at).raw().strip();
        if (!text.startsWith(ARMOUR)) {
            return at;
        }
        boolean head = text.equals(ARMOUR + "SIGNED MESSAGE-----");
        for (int i = at + 1; i < lines.size() && i <= at + ARMOUR_LINES; i++) {
            if (head ? lines.get(i).isBlank() : lines.get(i).raw().startsWith("-----END PGP ")) {
                return i + 1;
            }
        }
        return at;
    }

    /** "-- " alone on its line (RFC 3676 section 4.3), also without its blank and as one long dash. */
    static boolean isDelimiter(Line line) {
        String raw = line.raw();
        return raw.length() <= 8 && DELIMITERS.contains(Phrases.plain(raw));
    }

    /** "Sent from my iPhone" and its like in other languages and programs. */
    static boolean isMobile(Line line) {
        if (line.raw().length() > MOBILE_LENGTH * 2) {
            return false;
        }
        String text = Phrases.lower(line.plain());
        String words = text.replaceAll("<?https?://\\S{1,400}", "").strip();
        if (words.isEmpty() || words.length() > MOBILE_LENGTH || words.split(" ").length > MOBILE_WORDS) {
            return false;
        }
        boolean sentence = words.contains(", ") || words.contains("?") || words.contains(": ");

        if (!sentence && MY_DEVICE.matcher(line.plain()).matches()) {
            return true;
        }
        return !sentence && SENT.isIn(words) && DEVICE.matcher(words).find() && startsOrEnds(words);
    }

    /** A paragraph of confidentiality, of printing, or of a virus scanner. */
    static boolean isNotice(List<Line> paragraph) {
        if (paragraph.size() > NOTICE_LINES) {
            return false;
        }
        StringBuilder words = new StringBuilder();
        paragraph.forEach(line -> words.append(line.plain()).append(' '));
        String text = Phrases.lower(words.toString());
        return text.length() >= NOTICE_LENGTH && text.indexOf('?') < 0 && NOTICES.isIn(text);
    }

    /** The stem opens the footer ("Sent from …") or, in German, Turkish, Japanese and Korean, closes it. */
    private static boolean startsOrEnds(String words) {
        for (PhraseSet.Found sent = SENT.next(words, 0); sent != null; sent = SENT.next(words, sent.end())) {
            if (sent.start() <= 1 || words.length() - sent.end() <= 2) {
                return true;
            }
        }
        return false;
    }

    /** A rule with the name and the address of a mailing list below it, up to the end. */
    static boolean isListFooter(List<Line> lines, int at) {
        if (!LIST_RULE.matcher(lines.get(at).raw().strip()).matches() || lines.size() - at > LIST_LINES) {
            return false;
        }
        for (int i = at + 1; i < lines.size(); i++) {
            String text = Phrases.lower(lines.get(i).plain());
            if (text.contains("mailing list") || text.contains("unsubscribe") || text.contains("listinfo")) {
                return true;
            }
        }
        return false;
    }
}
