package dev.parley.mail.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Renders HTML as lines, each with the depth of quotation it stands in. */
final class HtmlLines implements NodeFilter {

    private static final String RULE = "_".repeat(32);

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private final Deque<Integer> listNumbers = new ArrayDeque<>();
    private final Set<Element> quotes = Collections.newSetFromMap(new IdentityHashMap<>());
    private Line.Hint pending = Line.Hint.NONE;
    private int quoteDepth;
    private int preDepth;
    private int signatureDepth;
    private int introductionDepth;
    private boolean spaceDue;

    private HtmlLines() {}

    static List<Line> of(String html) {
        if (HtmlNesting.isTooDeep(html)) {
            return Line.allOf(HtmlNesting.bareText(html));
        }
        HtmlLines renderer = new HtmlLines();
        renderer.render(html);
        return renderer.lines;
    }

    private void render(String html) {
        Jsoup.parse(html).body().filter(this);
        breakLine();
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (HtmlMarks.isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        open(element);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        if (HtmlMarks.isBlock(element)) {
            openBlock(element);
        }
        if (HtmlMarks.isHistory(element)) {
            breakLine();
            pending = Line.Hint.HISTORY;
        }
        if (HtmlMarks.isQuote(element, lines)) {
            quoteDepth++;
            quotes.add(element);
        }
        signatureDepth += HtmlMarks.isSignature(element) ? 1 : 0;
        introductionDepth += HtmlMarks.isIntroduction(element) ? 1 : 0;
        preDepth += HtmlMarks.isPreformatted(element) ? 1 : 0;
        switch (element.normalName()) {
            case "br" -> newLine();
            case "hr" -> rule();
            case "li" -> append(HtmlMarks.bullet(element, listNumbers));
            case "ul" -> listNumbers.push(-1);
            case "ol" -> listNumbers.push(0);
            case "img" -> append(HtmlMarks.alternative(element));
            default -> {
                // every other element shows only what it holds
            }
        }
    }

    private void openBlock(Element element) {
        if (HtmlMarks.isCell(element)) {
            spaceDue = !current.isEmpty();
        } else {
            breakLine();
            blankLineIf(HtmlMarks.hasMargin(element));
        }
    }

    private void close(Element element) {
        if (element.normalName().equals("a")) {
            append(HtmlMarks.target(element));
        }
        if (HtmlMarks.isBlock(element) && !HtmlMarks.isCell(element)) {
            breakLine();
        }
        signatureDepth -= HtmlMarks.isSignature(element) ? 1 : 0;
        introductionDepth -= HtmlMarks.isIntroduction(element) ? 1 : 0;
        preDepth -= HtmlMarks.isPreformatted(element) ? 1 : 0;
        if (quotes.remove(element)) {
            quoteDepth--;
        }
        if (element.normalName().equals("ul") || element.normalName().equals("ol")) {
            listNumbers.pop();
        }
        if (HtmlMarks.isBlock(element) && !HtmlMarks.isCell(element)) {
            blankLineIf(HtmlMarks.hasMargin(element));
        }
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (preDepth > 0 && c == '\n') {
                newLine();
            } else if (preDepth == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')) {
                spaceDue |= !current.isEmpty();
            } else if (c != '\r') {
                appendVisible(c);
            }
        }
    }

    private void appendVisible(char c) {
        if (spaceDue) {
            current.append(' ');
            spaceDue = false;
        }
        current.append(c == '\u00A0' ? ' ' : c);
    }

    private void rule() {
        breakLine();
        current.append(RULE);
        breakLine();
    }

    private void breakLine() {
        spaceDue = false;
        if (!current.isEmpty()) {
            newLine();
        }
    }

    private void blankLineIf(boolean wanted) {
        if (wanted && !lines.isEmpty() && !lines.getLast().isBlank()) {
            newLine();
        }
    }

    private void newLine() {
        spaceDue = false;
        String text = current.toString().stripTrailing();
        current.setLength(0);
        String raw = quoteDepth == 0 ? text : (">".repeat(Math.min(quoteDepth, 20)) + " " + text).stripTrailing();
        lines.add(line(raw, text));
    }

    private Line line(String raw, String text) {
        Line.Hint hint = hint();
        if (!text.isBlank()) {
            pending = Line.Hint.NONE;
        }
        if (quoteDepth == 0 && hint == Line.Hint.NONE) {
            return Line.of(raw);
        }
        return new Line(raw, quoteDepth, text, text.isBlank() ? Line.Hint.NONE : hint);
    }

    private Line.Hint hint() {
        if (quoteDepth > 0) {
            return Line.Hint.NONE;
        }
        if (pending != Line.Hint.NONE) {
            return pending;
        }
        if (introductionDepth > 0) {
            return Line.Hint.INTRODUCTION;
        }
        return signatureDepth > 0 ? Line.Hint.SIGNATURE : Line.Hint.NONE;
    }
}
