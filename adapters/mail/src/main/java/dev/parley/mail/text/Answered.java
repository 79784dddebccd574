package dev.parley.mail.text;

import java.util.BitSet;
import java.util.List;

/** Quoted lines that answers stand right below: without them nobody would understand the answers. */
final class Answered {

    /** One quotation between two texts is history; from two on the writer answers point by point. */
    private static final int FEWEST = 2;

    private Answered() {}

    /**
     * The quoted lines to show with the new ones; none unless several quotations are answered one by one.
     *
     * @param quoted lines that are part of a quotation
     * @param written lines that are new
     */
    static BitSet lines(List<Line> lines, BitSet quoted, BitSet written) {
        BitSet shown = new BitSet();
        int answered = 0;
        int from = nextMarked(lines, quoted, 0);
        while (from < lines.size()) {
            int end = from;
            while (end < lines.size() && (quoted.get(end) || lines.get(end).isBlank())) {
                end++;
            }
            if (end < lines.size() && written.get(end)) {
                shown.set(from, end);
                answered++;
            }
            from = nextMarked(lines, quoted, Math.max(end, from + 1));
        }
        return answered >= FEWEST ? shown : new BitSet();
    }

    private static int nextMarked(List<Line> lines, BitSet quoted, int from) {
        int at = from;
        while (at < lines.size() && !(quoted.get(at) && lines.get(at).isQuoted())) {
            at++;
        }
        return at;
    }
}
