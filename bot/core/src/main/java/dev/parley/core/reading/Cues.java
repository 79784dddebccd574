package dev.parley.core.reading;

import dev.parley.core.reading.Token.Kind;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first phrase of each section in a reply that is not explained as a whole; longer phrases hide shorter ones. */
final class Cues {
    private record Found(int from, int to) {}

    private final Reply reply;
    private final Map<Section, Found> first = new EnumMap<>(Section.class);

    private @Nullable Section longest;
    private int end;

    private Cues(Reply reply) {
        this.reply = reply;
    }

    static Cues of(Reply reply, Lexicon lexicon) {
        Cues cues = new Cues(reply);
        int at = 0;
        while (at < reply.length()) {
            at = cues.take(lexicon, at);
        }
        return cues;
    }

    private int take(Lexicon lexicon, int at) {
        longest = null;
        end = at;
        lexicon.phrasesAt(reply, at, (section, ends) -> {
            int to = at + Long.SIZE - 1 - Long.numberOfLeadingZeros(ends);
            if (to > end || (to == end && longest != null && section.compareTo(longest) < 0)) {
                longest = section;
                end = to;
            }
        });
        if (longest == null) {
            return at + 1;
        }
        first.putIfAbsent(longest, new Found(at, end));
        return end;
    }

    boolean has(Section section) {
        return first.containsKey(section);
    }

    String span(Section section) {
        Found found = first.get(section);
        return found == null ? "" : reply.span(found.from, found.to);
    }

    /** The phrase stands at the beginning and is a sentence by itself. */
    boolean opens(Section section) {
        Found found = first.get(section);
        return found != null && found.from == 0 && reply.endsSentence(found.to);
    }

    /** The amount named in a counter-offer. */
    @Nullable
    Long counter() {
        Found found = first.get(Section.COUNTER);
        if (found == null) {
            return null;
        }
        for (int at = found.from; at < found.to; at++) {
            if (reply.is(at, Kind.NUMBER)) {
                return reply.number(at);
            }
        }
        return null;
    }
}
