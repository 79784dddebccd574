package dev.parley.mail.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each line of a mail its part, in one pass from top to bottom and one over what is left. */
final class Splitter {

    private enum Part {
        NEW,
        QUOTED,
        SIGNATURE
    }

    /** Characters below which a reply is taken for empty and the whole text is shown. */
    private static final int LEAST_VISIBLE = 2;

    /** Lines of a signature below a rule at most. */
    private static final int SIGNATURE_LINES = 12;

    /** Characters of a name on a line of its own, before the rest of its introduction. */
    private static final int LONGEST_NAME = 78;

    /** {@code >>> Vendor Desk 1/8/2024 12:00 PM >>>}, with the address behind the name; no mark on the lines below. */
    private static final Pattern GROUPWISE = Pattern.compile("\\s?>>> [^>].{0,150}\\d[:.]\\d\\d.{0,10}>>>\\s?");

    private final List<Line> lines;
    private final Part[] parts;
    private @Nullable ForwardedText forward;
    private boolean inSignature;
    private int headersFrom;

    Splitter(List<Line> lines) {
        this.lines = new ArrayList<>(lines);
        this.parts = new Part[lines.size() * 2 + 1];
    }

    SplitText split() {
        String full = Line.join(lines);
        int at = 0;
        while (at < lines.size()) {
            at = mark(at);
        }
        WrappedQuotes.find(lines).forEach(i -> parts[i] = Part.QUOTED);
        markFooters();
        markNotices();
        markSignatureBelowRule();
        String reply = text(Part.NEW);
        String signature = text(Part.SIGNATURE);
        String elided = text(Part.QUOTED);
        if (visible(reply) < LEAST_VISIBLE) {
            return new SplitText(full, full, full, elided, signature, forward);
        }
        String closing = Closing.of(reply);
        String signatures = (closing + "\n" + signature).strip();
        return new SplitText(full, shown(), reply, elided, signatures, forward);
    }

    /** Marks the line, or the block that starts at it, and tells where to go on. */
    private int mark(int at) {
        Line line = lines.get(at);
        if (line.isQuoted()) {
            return quotation(at);
        }
        if (line.isBlank() && line.hint() == Line.Hint.NONE) {
            return plain(at, line);
        }
        if (line.hint() == Line.Hint.HISTORY) {
            return embedded(at, HeaderBlock.announced(lines, at), false);
        }
        Announcement announcement = Announcement.of(line);
        if (announcement == Announcement.FORWARDED || announcement == Announcement.ORIGINAL) {
            return embedded(at, HeaderBlock.announced(lines, at + 1), announcement == Announcement.FORWARDED);
        }
        if (line.hint() == Line.Hint.INTRODUCTION) {
            return historyFrom(at, at + 1);
        }
        int armour = Footer.endOfArmour(lines, at);
        if (armour > at) {
            Arrays.fill(parts, at, armour, Part.SIGNATURE);
            return armour;
        }
        HeaderBlock headers = at < headersFrom ? null : HeaderBlock.at(lines, at);
        if (headers != null && headers.isConvincing()) {
            return embedded(at, headers, false);
        }
        headersFrom = headers == null ? headersFrom : headers.end();
        Attribution attribution = Attribution.at(lines, at);
        if (attribution != null) {
            int before = lines.size();
            int from = splitOff(at, attribution);
            return historyFrom(from, at + attribution.lines() + lines.size() - before);
        }
        return plain(at, line);
    }

    private int plain(int at, Line line) {
        inSignature |= Footer.isDelimiter(line);
        boolean signature = inSignature || line.hint() == Line.Hint.SIGNATURE;
        parts[at] = line.isBlank() && at > 0 ? parts[at - 1] : signature ? Part.SIGNATURE : Part.NEW;
        return at + 1;
    }

    /** New text in front of an introduction on its line becomes a line of its own. */
    private int splitOff(int at, Attribution attribution) {
        if (attribution.prefix() == 0) {
            boolean wrapped = lines.get(at).text().startsWith("<") && at > 0 && isName(lines.get(at - 1));
            return wrapped ? at - 1 : at;
        }
        Line line = lines.get(at);
        String before = line.text().substring(0, attribution.prefix());
        lines.set(at, Line.of(line.text().substring(attribution.prefix())));
        lines.add(at, Line.of(before));
        parts[at] = inSignature ? Part.SIGNATURE : Part.NEW;
        return at + 1;
    }

    private static boolean isName(Line line) {
        return line.plain().length() <= LONGEST_NAME && Introduction.isName(line.plain());
    }

    /** Quoted lines below an introduction end with the quote marks; unmarked ones never do. */
    private int historyFrom(int from, int below) {
        inSignature = false;
        int next = firstVisible(below);
        if (next < lines.size() && lines.get(next).isQuoted()) {
            Arrays.fill(parts, from, next, Part.QUOTED);
            return next;
        }
        Arrays.fill(parts, from, lines.size(), Part.QUOTED);
        return lines.size();
    }

    private int embedded(int at, HeaderBlock headers, boolean marked) {
        int start = at;
        while (start > 0 && isRuleOrBlank(start - 1)) {
            start--;
        }
        int end = historyFrom(start, Math.max(headers.end(), at + 1));
        if (forward == null && (marked || !headers.values().isEmpty())) {
            forward = Embedded.read(lines, headers, Math.max(headers.end(), at + 1), marked);
        }
        return end;
    }

    private boolean isRuleOrBlank(int at) {
        return parts[at] != Part.QUOTED
                && (lines.get(at).isBlank() || Announcement.of(lines.get(at)) == Announcement.RULE);
    }

    private int quotation(int at) {
        inSignature = false;
        if (GROUPWISE.matcher(lines.get(at).raw()).matches()) {
            return historyFrom(at, at + 1);
        }
        if (forward == null && (at == 0 || !lines.get(at - 1).isQuoted())) {
            forward = Embedded.inQuotation(lines, at);
        }
        parts[at] = Part.QUOTED;
        return at + 1;
    }

    private int firstVisible(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank() && !lines.get(i).isQuoted()) {
            i++;
        }
        return i;
    }

    /** From the end of each run of new lines upwards, mobile and list footers are signatures. */
    private void markFooters() {
        boolean trailing = true;
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (parts[i] == Part.NEW && !lines.get(i).isBlank()) {
                trailing = trailing && Footer.isMobile(lines.get(i));
                boolean list = Footer.isListFooter(lines, i);
                if (list) {
                    Arrays.fill(parts, i, lines.size(), Part.SIGNATURE);
                }
                parts[i] = trailing || list ? Part.SIGNATURE : Part.NEW;
                trailing |= list;
            } else if (parts[i] != Part.NEW) {
                trailing = true;
            }
        }
    }

    /** At the end of each run of new lines: notices of companies and virus scanners, and the rule above them. */
    private void markNotices() {
        boolean trailing = true;
        int end = lines.size();
        while (end > 0) {
            int start = paragraph(end);
            boolean written = parts[end - 1] == Part.NEW && !lines.get(end - 1).isBlank();
            if (written && trailing && isNoticeOrItsRule(start, end)) {
                Arrays.fill(parts, start, end, Part.SIGNATURE);
            } else if (parts[end - 1] == Part.NEW && !lines.get(end - 1).isBlank()) {
                trailing = false;
            } else {
                trailing |= parts[end - 1] != Part.NEW;
            }
            end = start;
        }
    }

    /** Where the paragraph that ends before a line begins; a line of another part or a blank one stands alone. */
    private int paragraph(int end) {
        int start = end - 1;
        while (start > 0
                && parts[start] == Part.NEW
                && parts[start - 1] == Part.NEW
                && !lines.get(start).isBlank()
                && !lines.get(start - 1).isBlank()) {
            start--;
        }
        return start;
    }

    private boolean isNoticeOrItsRule(int start, int end) {
        boolean noticeBelow = end < lines.size() && parts[end] == Part.SIGNATURE;
        boolean rule = end == start + 1 && Announcement.of(lines.get(start)) == Announcement.RULE;
        return rule ? noticeBelow : Footer.isNotice(lines.subList(start, end));
    }

    /** At the end of the text: a drawn rule with name and contact lines below it, as in many corporate signatures. */
    private void markSignatureBelowRule() {
        int contacts = 0;
        int seen = 0;
        for (int i = lines.size() - 1; i >= 0 && seen <= SIGNATURE_LINES && parts[i] != Part.QUOTED; i--) {
            Line line = lines.get(i);
            if (line.isBlank() || parts[i] == Part.SIGNATURE) {
                continue;
            }
            boolean rule = Announcement.of(line) == Announcement.RULE;
            if (rule && (contacts >= 2 || (contacts == 1 && isName(lines.get(firstVisible(i + 1)))))) {
                Arrays.fill(parts, i, lines.size(), Part.SIGNATURE);
            }
            if (rule || line.plain().length() > LONGEST_NAME) {
                return;
            }
            contacts += Closing.isContact(line.plain()) ? 1 : 0;
            seen++;
        }
    }

    /** The new lines, and those among them that they answer. */
    private String shown() {
        BitSet shown = linesOf(Part.NEW);
        shown.or(Answered.lines(lines, linesOf(Part.QUOTED), linesOf(Part.NEW)));
        return text(shown);
    }

    private String text(Part part) {
        return text(linesOf(part));
    }

    private BitSet linesOf(Part part) {
        BitSet of = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            of.set(i, parts[i] == part);
        }
        return of;
    }

    private String text(BitSet which) {
        StringBuilder out = new StringBuilder();
        which.stream()
                .forEach(i -> out.append(lines.get(i).raw().stripTrailing()).append('\n'));
        return Phrases.strip(out.toString());
    }

    private static int visible(String text) {
        int count = 0;
        for (int i = 0; i < text.length() && count < LEAST_VISIBLE; i++) {
            boolean hidden = Phrases.isSpace(text.charAt(i)) || Character.getType(text.charAt(i)) == Character.FORMAT;
            count += hidden ? 0 : 1;
        }
        return count;
    }
}
