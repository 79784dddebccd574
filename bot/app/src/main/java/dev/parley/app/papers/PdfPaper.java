package dev.parley.app.papers;

import dev.parley.app.papers.Paper.Column;
import dev.parley.app.papers.Paper.Fact;
import dev.parley.app.papers.Paper.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Lays a paper out on A4 pages. Nothing of the day or of chance goes into the file. */
final class PdfPaper {
    private static final float TITLE = 17;
    private static final float HEADING = 12;
    private static final float BODY = 10;
    private static final float CELL = 8.5f;
    private static final float GAP = 8;
    private static final float INDENT = 12;
    private static final float FACT_NAME_SHARE = 0.28f;

    /** Rows of a table may be this high at most, in lines, so that each fits on a page. */
    private static final int ROW_LINES_MAX = 40;

    private final Typeface type;
    private final Pages pages;

    private PdfPaper(Typeface type, Pages pages) {
        this.type = type;
        this.pages = pages;
    }

    static byte[] of(Paper paper) {
        try (PDDocument document = new PDDocument();
                Typeface type = new Typeface(document)) {
            document.setDocumentId(0L); // else it is made of the time
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(paper.title());
            about.setProducer("Parley");
            document.setDocumentInformation(about);
            document.getDocumentCatalog().setLanguage(paper.language().toLanguageTag());
            Pages pages = new Pages(document, type);
            new PdfPaper(type, pages).write(paper);
            pages.number(paper.footer(), Label.PAGE_OF.in(paper.language()));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Paper paper) throws IOException {
        paragraph(paper.title(), TITLE, 0, true);
        for (Paper.Block block : paper.blocks()) {
            pages.skip(GAP);
            write(block);
        }
    }

    private void write(Paper.Block block) throws IOException {
        switch (block) {
            case Paper.Heading(var text) -> {
                pages.reserve(Pages.height(HEADING) + 2 * Pages.height(BODY) + GAP);
                paragraph(text, HEADING, 0, true);
            }
            case Paper.Words(var text) -> paragraph(text, BODY, 0, false);
            case Paper.Verbatim(var text) -> paragraph(text, BODY, INDENT, false);
            case Paper.Facts(var facts) -> facts(facts);
            case Paper.Grid grid -> grid(grid);
        }
    }

    private void paragraph(String text, float size, float indent, boolean strong) throws IOException {
        for (String line : type.lines(text, size, Pages.WIDTH - indent)) {
            pages.line(size);
            pages.put(line, indent, size, strong);
        }
    }

    private void facts(List<Fact> facts) throws IOException {
        float left = Pages.WIDTH * FACT_NAME_SHARE;
        for (Fact fact : facts) {
            List<String> names = type.lines(fact.name(), BODY, left - GAP);
            List<String> values = type.lines(fact.value(), BODY, Pages.WIDTH - left);
            for (int i = 0; i < Math.max(names.size(), values.size()); i++) {
                pages.line(BODY);
                pages.put(at(names, i), 0, BODY, false);
                pages.put(at(values, i), left, BODY, false);
            }
        }
    }

    private void grid(Paper.Grid grid) throws IOException {
        float[] edges = edges(grid.columns());
        Row header = new Row(grid.columns().stream().map(Column::title).toList(), true);
        head(grid, header, edges);
        for (Row row : grid.rows()) {
            List<List<String>> cells = cells(row, edges);
            if (!pages.fits(height(cells))) {
                pages.next();
                head(grid, header, edges);
            }
            row(grid, row, cells, edges);
        }
    }

    private void head(Paper.Grid grid, Row header, float[] edges) throws IOException {
        List<List<String>> cells = cells(header, edges);
        pages.reserve(2 * height(cells));
        row(grid, header, cells, edges);
        pages.rule();
    }

    private void row(Paper.Grid grid, Row row, List<List<String>> cells, float[] edges) throws IOException {
        int lines = lines(cells);
        for (int i = 0; i < lines; i++) {
            pages.line(CELL);
            for (int c = 0; c < cells.size(); c++) {
                String text = at(cells.get(c), i);
                float free = edges[c + 1] - GAP - edges[c] - type.width(text, CELL);
                boolean right = grid.columns().get(c).number();
                pages.put(text, edges[c] + (right ? free : 0), CELL, row.strong());
            }
        }
    }

    private List<List<String>> cells(Row row, float[] edges) {
        List<List<String>> cells = new ArrayList<>();
        for (int c = 0; c < row.cells().size(); c++) {
            List<String> lines = type.lines(row.cells().get(c), CELL, edges[c + 1] - edges[c] - GAP);
            cells.add(lines.subList(0, Math.min(lines.size(), ROW_LINES_MAX)));
        }
        return cells;
    }

    private static float[] edges(List<Column> columns) {
        int all = columns.stream().mapToInt(Column::share).sum();
        float[] edges = new float[columns.size() + 1];
        for (int c = 0; c < columns.size(); c++) {
            edges[c + 1] = edges[c] + (Pages.WIDTH + GAP) * columns.get(c).share() / all;
        }
        return edges;
    }

    private static int lines(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private static float height(List<List<String>> cells) {
        return lines(cells) * Pages.height(CELL);
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }
}
