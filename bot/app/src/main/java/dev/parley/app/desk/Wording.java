package dev.parley.app.desk;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A text with fields. Values are put in as they are: nothing in a value is ever read as a field. */
final class Wording {
    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true);

    private final Template template;

    private Wording(Template template) {
        this.template = template;
    }

    /** Reads a text; throws {@link MustacheException} with a plain reason if its braces do not fit. */
    static Wording of(String text) {
        return new Wording(MUSTACHE.compile(text));
    }

    /** The names of all fields and sections in it. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        template.visit(new Names(names));
        return names;
    }

    /** Fills it in; throws {@link MustacheException} if a field outside of any section has no value. */
    String fill(Map<String, String> values) {
        return template.execute(values);
    }

    private record Names(Set<String> names) implements Mustache.Visitor {
        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            return names.add(">" + name);
        }

        @Override
        public boolean visitSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
        }
    }
}
