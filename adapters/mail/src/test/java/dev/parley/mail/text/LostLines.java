package dev.parley.mail.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the lines of a text that are in no part of it, so that nothing can vanish. */
final class LostLines {

    private LostLines() {}

    static List<String> of(String text, SplitText split) {
        String everything = squeezed(split.written() + split.elided() + split.signature());
        Map<Integer, Integer> have = characters(squeezed(split.written() + split.elided() + split.signature()));
        List<String> lost = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String squeezed = squeezed(line);
            boolean whole = everything.contains(squeezed);
            boolean inPieces = !whole && covers(have, characters(squeezed));
            if (!whole && !inPieces) {
                lost.add(line);
            }
        }
        return lost;
    }

    private static boolean covers(Map<Integer, Integer> have, Map<Integer, Integer> wanted) {
        return wanted.entrySet().stream().allMatch(entry -> have.getOrDefault(entry.getKey(), 0) >= entry.getValue());
    }

    private static Map<Integer, Integer> characters(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        text.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts;
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\uFEFF]+", "");
    }
}
