package dev.parley.app.explain;

import dev.parley.core.reading.OpenQuote;
import dev.parley.core.reading.ReplyReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reply text would decide about a quote, as JSON values. */
public final class Decisions {

    private final ReplyReader reader = new ReplyReader();
    private final OpenQuote quote;

    /** @param quote what is known of the quote that the replies answer */
    public Decisions(OpenQuote quote) {
        this.quote = quote;
    }

    /**
     * One line of a file of replies; {@code \n} in it stands for a line break.
     *
     * @return {@code reply} and {@code decision}
     */
    public Map<String, @Nullable Object> ofLine(String line) {
        var reply = line.replace("\\n", "\n");
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("reply", reply);
        json.put("decision", of(reply));
        return json;
    }

    /** Gives {@code kind}, {@code amount} (whole credits, or null), {@code rule} and the {@code span} that decided */
    Map<String, @Nullable Object> of(String newText) {
        var reading = reader.read(newText, quote);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", reading.kind().name());
        json.put("amount", reading.amount());
        json.put("rule", reading.rule());
        json.put("span", reading.span());
        return json;
    }

    /** What nobody wrote decides nothing, whatever it says. */
    static Map<String, @Nullable Object> notFromAPerson() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", "OTHER");
        json.put("amount", null);
        json.put("rule", "not-from-a-person");
        json.put("span", "");
        return json;
    }
}
