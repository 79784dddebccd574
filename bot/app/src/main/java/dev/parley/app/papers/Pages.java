package dev.parley.app.papers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** The pages of a PDF, written from top to bottom. Measures are in points, 1/72 inch. */
final class Pages {
    private static final PDRectangle A4 = PDRectangle.A4;
    private static final float MARGIN = 56;

    /** How wide a line may be. */
    static final float WIDTH = A4.getWidth() - 2 * MARGIN;

    private static final float LEADING = 1.35f;
    private static final float FOOTER = 7.5f;
    private static final float RULE = 0.5f;
    private static final float STRONG = 0.3f;

    private final PDDocument document;
    private final Typeface type;
    private float y;

    /** Of the page being written; the font has one weight, so that strong text is drawn with an outline. */
    private final List<Run> runs = new ArrayList<>();

    private record Run(String text, float x, float y, float size, boolean strong) {}

    private final List<Float> rules = new ArrayList<>();

    Pages(PDDocument document, Typeface type) {
        this.document = document;
        this.type = type;
        this.y = top();
    }

    /** How high a line is. */
    static float height(float size) {
        return size * LEADING;
    }

    private static float top() {
        return A4.getHeight() - MARGIN;
    }

    boolean fits(float height) {
        return y - height >= MARGIN;
    }

    /** Begins a new page unless so much fits on this one. */
    void reserve(float height) throws IOException {
        if (!fits(height)) {
            next();
        }
    }

    void skip(float height) {
        y -= height;
    }

    /** Begins a line. */
    void line(float size) throws IOException {
        reserve(height(size));
        y -= height(size);
    }

    /** Puts a text of {@link Typeface#shown} into the line, so far from the left margin. */
    void put(String text, float x, float size, boolean strong) {
        if (!text.isBlank()) {
            runs.add(new Run(text, MARGIN + x, y, size, strong));
        }
    }

    /** Draws a line below the line. */
    void rule() {
        y -= RULE;
        rules.add(y - 2);
        y -= 2;
    }

    /** Ends this page. */
    void next() throws IOException {
        PDPage page = new PDPage(A4);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            for (Run run : runs) {
                show(out, run);
            }
            out.setLineWidth(RULE);
            for (float at : rules) {
                out.moveTo(MARGIN, at);
                out.lineTo(MARGIN + WIDTH, at);
                out.stroke();
            }
        }
        runs.clear();
        rules.clear();
        y = top();
    }

    private void show(PDPageContentStream out, Run run) throws IOException {
        out.beginText();
        out.setFont(type.font(), run.size());
        out.setRenderingMode(run.strong() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        out.setLineWidth(STRONG);
        out.newLineAtOffset(run.x(), run.y());
        out.showText(run.text());
        out.endText();
    }

    /** Ends the last page and writes the foot of all. {@code pageOf}: such as "Page %d of %d". */
    void number(String footer, String pageOf) throws IOException {
        next();
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            String number = type.shown(pageOf.formatted(i + 1, count));
            float right = WIDTH - type.width(number, FOOTER);
            List<String> left = type.lines(footer, FOOTER, right - MARGIN);
            float at = MARGIN - 2 * height(FOOTER);
            PDPage page = document.getPage(i);
            try (PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                show(out, new Run(left.getFirst(), MARGIN, at, FOOTER, false));
                show(out, new Run(number, MARGIN + right, at, FOOTER, false));
            }
        }
    }
}
