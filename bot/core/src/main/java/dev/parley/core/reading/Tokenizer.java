package dev.parley.core.reading;

import dev.parley.core.reading.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts folded text into tokens; every character but blanks ends up in one. */
final class Tokenizer {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<line>\\n)
            |(?<ref>(?i:q)-?\\d{1,12}(?:-\\d{1,6})?(?![\\p{L}\\p{M}\\p{N}_/%-]))
            |(?<number>(?<![\\p{L}\\p{N}_+/:,.\\-])
                (?:\\d{1,3}(?:(?<group>[.,])\\d{3}(?:\\k<group>\\d{3}){0,3})?|\\d{4,12})
                (?![\\p{L}\\p{M}\\p{N}_/%-]|[.,:]\\d))
            |(?<smile>:-?\\))
            |(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}_]*+(?:'[\\p{L}\\p{M}]++)*+)
            |(?<hyphen>(?<=[\\p{L}\\p{M}])-(?=\\p{L}))
            |(?<stop>(?<!\\.)\\.(?!\\.)|[,!:;](?!\\))|(?<!\\S)-(?!\\S)|(?<!\\d)[\\u2013\\u2014](?!\\d))
            |(?<question>[?\\u00BF])
            |(?<blank>\\x20)
            |(?<strange>.)
            """, Pattern.COMMENTS | Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("\\p{Lu}(?:[\\p{Ll}\\p{M}']*|[\\p{Ll}]+\\p{Lu}[\\p{Ll}]+)");

    /** What {@code :)} is read as. */
    private static final String SMILE = "\u263A";

    private Tokenizer() {}

    static List<Token> tokens(String folded) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(folded);
        while (matcher.find()) {
            Kind kind = kind(matcher);
            if (matcher.group("blank") == null && matcher.group("hyphen") == null) {
                tokens.add(new Token(kind, text(kind, matcher.group()), matcher.start(), matcher.end()));
            }
        }
        return List.copyOf(tokens);
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("word") != null) {
            return NAME.matcher(matcher.group()).matches() ? Kind.NAME : Kind.WORD;
        }
        if (matcher.group("smile") != null) {
            return Kind.WORD;
        }
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        return sign(matcher);
    }

    private static Kind sign(Matcher matcher) {
        if (matcher.group("ref") != null) {
            return Kind.REF;
        }
        if (matcher.group("line") != null) {
            return Kind.LINE;
        }
        if (matcher.group("stop") != null) {
            return Kind.STOP;
        }
        if (matcher.group("question") != null) {
            return Kind.QUESTION;
        }
        return isEmoji(matcher.group()) ? Kind.WORD : Kind.STRANGE;
    }

    private static boolean isEmoji(String sign) {
        return Character.isEmoji(sign.codePointAt(0)) && sign.codePointAt(0) > 0xFF;
    }

    private static String text(Kind kind, String written) {
        return switch (kind) {
            case WORD, NAME -> written.startsWith(":") ? SMILE : Fold.word(written);
            case NUMBER -> written.replace(".", "").replace(",", "");
            case REF, STOP, LINE, QUESTION, STRANGE -> written;
        };
    }
}
