package dev.parley.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a text, which stand in it as marks until all of it is put together: so no value can be read as a field
 * or as markup, and a sentence that ends with a value ends with one full stop, as after “2 Std. 30 Min.”.
 */
final class Values {
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001(\\.?)");

    private final List<String> values = new ArrayList<>();

    /** The value without the two characters that make a mark. */
    static String withoutMarks(String value) {
        return value.replace("\uE000", "").replace("\uE001", "");
    }

    /** What stands for {@code value}; nothing for nothing. */
    String mark(String value) {
        if (value.isEmpty()) {
            return "";
        }
        values.add(value);
        return "\uE000" + (values.size() - 1) + "\uE001";
    }

    /** The text with every value in the place of its mark, as {@code show} has it. */
    String put(CharSequence text, UnaryOperator<String> show) {
        return MARK.matcher(text).replaceAll(match -> {
            var value = values.get(Integer.parseInt(match.group(1)));
            var stop = value.endsWith(".") ? "" : match.group(2);
            return Matcher.quoteReplacement(show.apply(value) + stop);
        });
    }
}
