package dev.parley.core.reading;

import dev.parley.core.reading.Token.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply to a quote by a grammar over the whole new text. A yes is found only where phrases of one language
 * explain every word, one of them is a plain yes, and every number named is the open quote's. Everything else only
 * decides how to ask back. Immutable; takes time linear in the length of the text.
 */
public final class ReplyReader {
    /** Longer replies are never a yes or a no; only their beginning is read. In characters. */
    public static final int MAX_LENGTH = 2_000;

    /** Only in these slips are mended: in the others one letter makes another person or time of a verb. */
    private static final List<Lexicon> MENDED =
            List.of(lexicon(English.PHRASES), lexicon(English.PHRASES, German.PHRASES));

    private static final List<Lexicon> LEXICONS = Stream.concat(
                    MENDED.stream(),
                    Stream.of(Spanish.PHRASES, French.PHRASES, Italian.PHRASES, Portuguese.PHRASES, Dutch.PHRASES)
                            .map(ReplyReader::lexicon))
            .toList();

    /** Dutch for "do", which changes no meaning where a name can stand, and the name of everybody. */
    private static final String NAME_TOO = "doe";

    private static final Set<String> KNOWN = words(LEXICONS, Lexicon::words);
    private static final Spelling SPELLING = new Spelling(KNOWN, words(MENDED, Lexicon::harmlessWords));

    /** More unknown words are not taken for slips of the pen. */
    private static final int MAX_SLIPS = 4;

    /** As {@link #read(String, OpenQuote)} without knowing the quote: a reply that names an amount is then no yes. */
    public Reading read(String newText) {
        return read(newText, OpenQuote.unknown());
    }

    /** Reads {@code newText}, which holds no quoted text, as an answer to {@code quote}. Never throws. */
    public Reading read(String newText, OpenQuote quote) {
        boolean tooLong = newText.length() > MAX_LENGTH;
        String folded = Fold.text(tooLong ? newText.substring(0, MAX_LENGTH) : newText);
        Reply reply = Reply.of(folded, quote, KNOWN);
        if (reply.length() == 0) {
            return Reading.of(ReplyKind.OTHER, "empty", "");
        }
        Reading whole = tooLong ? null : wholeOrMended(reply);
        return whole != null ? whole : byCues(reply, tooLong);
    }

    private static @Nullable Reading wholeOrMended(Reply reply) {
        Reading whole = whole(reply, LEXICONS);
        return whole == null && reply.unknownWords() <= MAX_SLIPS ? whole(reply.mended(SPELLING), MENDED) : whole;
    }

    private static @Nullable Reading whole(Reply reply, List<Lexicon> lexicons) {
        List<Cover> covers = lexicons.stream()
                .filter(reply::canBeExplainedBy)
                .map(lexicon -> Cover.of(reply, lexicon))
                .filter(Cover::isWhole)
                .toList();
        boolean denied = covers.stream().anyMatch(Cover::denies);
        return covers.stream()
                .filter(cover -> cover.saysYes() && !denied)
                .findFirst()
                .map(ReplyReader::yes)
                .or(() -> covers.stream().findFirst().map(cover -> explained(reply, cover)))
                .orElse(null);
    }

    private static Reading yes(Cover cover) {
        return Reading.of(ReplyKind.YES, cover.asks() ? "yes-and-when" : "plain-yes", cover.yesSpan());
    }

    private static Reading explained(Reply reply, Cover cover) {
        String all = reply.span(0, reply.length());
        if (cover.saysNo()) {
            return Reading.of(ReplyKind.NO, "plain-no", all);
        }
        if (cover.denies()) {
            return Reading.of(ReplyKind.AMBIGUOUS, "yes-and-no", all);
        }
        if (cover.asks()) {
            return Reading.of(ReplyKind.QUESTION, "question", all);
        }
        return cover.saysWeakly()
                ? Reading.of(ReplyKind.AMBIGUOUS, "weak-yes", all)
                : Reading.of(ReplyKind.OTHER, "courtesy", all);
    }

    private static Reading byCues(Reply reply, boolean tooLong) {
        Cues cues = Cues.of(reply, language(reply));
        boolean agrees = cues.has(Section.YES) || cues.has(Section.WEAK);
        boolean asks = cues.has(Section.ASK) || reply.tokens().stream().anyMatch(t -> t.kind() == Kind.QUESTION);
        if (agrees && cues.has(Section.CONDITION)) {
            return Reading.of(ReplyKind.CONDITIONAL, "condition", cues.span(Section.CONDITION));
        }
        Long counter = cues.counter();
        if (counter != null) {
            boolean doubtful = reply.quote().amount() == null && cues.has(Section.YES) && !asks;
            return doubtful
                    ? Reading.of(ReplyKind.AMBIGUOUS, "amount-not-known", cues.span(Section.COUNTER))
                    : new Reading(ReplyKind.COUNTER, counter, "other-amount", cues.span(Section.COUNTER));
        }
        if (asks) {
            return Reading.of(ReplyKind.QUESTION, agrees ? "yes-with-question" : "question", cues.span(Section.ASK));
        }
        if (cues.has(Section.NO) && !agrees && !tooLong && cues.opens(Section.NO)) {
            return Reading.of(ReplyKind.NO, "no-with-reason", cues.span(Section.NO));
        }
        return unclear(cues, agrees);
    }

    private static Reading unclear(Cues cues, boolean agrees) {
        for (Section section : List.of(Section.NO, Section.POSTPONE, Section.DELEGATE)) {
            if (cues.has(section)) {
                return Reading.of(ReplyKind.AMBIGUOUS, rule(section), cues.span(section));
            }
        }
        for (Section section : List.of(Section.NEGATION, Section.CHANGE)) {
            if (agrees && cues.has(section)) {
                return Reading.of(ReplyKind.AMBIGUOUS, rule(section), cues.span(section));
            }
        }
        return agrees
                ? Reading.of(ReplyKind.AMBIGUOUS, "unexplained-words", "")
                : Reading.of(ReplyKind.OTHER, "not-an-answer", "");
    }

    private static String rule(Section section) {
        return switch (section) {
            case NO -> "no-with-more";
            case POSTPONE -> "postponed";
            case DELEGATE -> "delegated";
            case NEGATION -> "negated";
            case CHANGE -> "changed";
            case YES, WEAK, DOUBT, COURTESY, TIMING, COUNTER, CONDITION, ASK, WORDS -> "unexplained-words";
        };
    }

    private static Lexicon language(Reply reply) {
        Function<Lexicon, Long> known = lexicon -> reply.tokens().stream()
                .filter(token -> token.isWord() && lexicon.knows(token.text()))
                .count();
        return LEXICONS.stream()
                .sorted(Comparator.comparing(known).reversed())
                .findFirst()
                .orElseThrow();
    }

    private static Lexicon lexicon(String... phrases) {
        return Lexicon.parse(Stream.concat(Stream.of(International.PHRASES), Stream.of(phrases))
                .toArray(String[]::new));
    }

    private static Set<String> words(List<Lexicon> lexicons, Function<Lexicon, Set<String>> which) {
        return lexicons.stream()
                .flatMap(lexicon -> which.apply(lexicon).stream())
                .filter(word -> !word.equals(NAME_TOO))
                .collect(Collectors.toUnmodifiableSet());
    }
}
