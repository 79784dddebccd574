package dev.parley.app.explain;

import dev.parley.core.reading.OpenQuote;
import dev.parley.core.reading.ReplyReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of replies, one a line, and tells what each would decide about a quote. {@code \n} in a line stands for
 * a line break. A first line with tabs and a column called {@code reply} makes it a table: {@code id} is handed on,
 * {@code amount} and {@code quote} tell of the quote that the line answers, other columns are passed over.
 */
public final class RepliesExplained {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ReplyReader reader = new ReplyReader();
    private final JsonMapper json = JsonMapper.shared();
    private final OpenQuote quote;

    /** @param quote what is known of the quote, where the line itself does not say */
    public RepliesExplained(OpenQuote quote) {
        this.quote = quote;
    }

    /** Hands on one line of JSON for each reply: {@code id} if there is one, {@code reply}, {@code decision}. */
    public void explain(BufferedReader lines, Consumer<String> results) throws IOException {
        var first = lines.readLine();
        if (first == null) {
            return;
        }
        first = first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first;
        var columns = List.of(first.split("\t", -1));
        var table = columns.size() > 1 && columns.contains("reply");
        if (!table) {
            results.accept(line(null, first, quote));
        }
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            results.accept(table ? row(columns, line) : line(null, line, quote));
        }
    }

    private String row(List<String> columns, String line) {
        var cells = Arrays.asList(line.split("\t", -1));
        var number = cell(columns, cells, "quote");
        var amount = amount(cell(columns, cells, "amount"));
        var asked = new OpenQuote(
                number == null || number.isBlank() ? quote.number() : number, amount == null ? quote.amount() : amount);
        var reply = cell(columns, cells, "reply");
        return line(cell(columns, cells, "id"), reply == null ? "" : reply, asked);
    }

    private static @Nullable String cell(List<String> columns, List<String> cells, String name) {
        var column = columns.indexOf(name);
        return column < 0 || column >= cells.size() ? null : cells.get(column);
    }

    /** An amount that is no whole number is as good as none: a reply that names one is then no yes. */
    private static @Nullable Long amount(@Nullable String cell) {
        return cell == null || !cell.strip().matches("\\d{1,18}") ? null : Long.valueOf(cell.strip());
    }

    private String line(@Nullable String id, String written, OpenQuote asked) {
        var reply = written.replace("\\n", "\n");
        var reading = reader.read(reply, asked);
        var decision = new LinkedHashMap<String, @Nullable Object>();
        decision.put("kind", reading.kind().name());
        decision.put("amount", reading.amount());
        decision.put("rule", reading.rule());
        decision.put("span", reading.span());
        var result = new LinkedHashMap<String, Object>();
        if (id != null) {
            result.put("id", id);
        }
        result.put("reply", reply);
        result.put("decision", (Map<String, @Nullable Object>) decision);
        return json.writeValueAsString(result);
    }
}
