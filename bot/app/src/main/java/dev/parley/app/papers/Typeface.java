package dev.parley.app.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans, which comes with PDFBox (see NOTICE): Latin, Greek and Cyrillic letters and the signs of money. What
 * it has no sign for is shown as a box, never an error.
 */
final class Typeface implements AutoCloseable {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int BOX = 0x25A1;
    private static final float PER_MILLE = 1000;

    private final TrueTypeFont shapes;
    private final CmapLookup known;
    private final PDFont font;

    Typeface(PDDocument document) throws IOException {
        shapes = read();
        shapes.setEnableGsub(false); // or "fi" becomes one sign that cannot be searched for
        known = shapes.getUnicodeCmapLookup();
        font = PDType0Font.load(document, shapes, true);
    }

    private static TrueTypeFont read() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox came without " + FILE);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    PDFont font() {
        return font;
    }

    /** What can be shown of a text, on one line. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    private void append(StringBuilder shown, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            shown.append(' ');
        } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
            shown.appendCodePoint(known.getGlyphId(c) == 0 ? BOX : c);
        }
    }

    /** How wide a text of {@link #shown} is at a size, in points. */
    float width(String shown, float size) {
        try {
            return font.getStringWidth(shown) * size / PER_MILLE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines a text takes in a width; words longer than that are broken. At least one line. */
    List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            lines.addAll(wrapped(shown(line).stripTrailing(), size, width));
        }
        return lines;
    }

    private List<String> wrapped(String line, float size, float width) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (width(rest, size) > width) {
            int end = fitting(rest, size, width);
            int blank = rest.lastIndexOf(' ', end);
            int cut = blank > 0 && !rest.substring(0, blank).isBlank() ? blank : end;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** How many characters from the start fit; at least one. */
    private int fitting(String text, float size, float width) {
        float used = 0;
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += width(text.substring(end, next), size);
            if (used > width && end > 0) {
                break;
            }
            end = next;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        shapes.close();
    }
}
