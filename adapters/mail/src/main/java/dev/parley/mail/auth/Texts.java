package dev.parley.mail.auth;

import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The text records at a name.
 *
 * @param unanswered true if nobody could say whether there are any
 */
record Texts(List<String> records, boolean unanswered) {

    static Texts at(String name, Resolver resolver) {
        try {
            Lookup lookup = new Lookup(Name.fromString(name + '.'), Type.TXT);
            lookup.setResolver(resolver);
            Record[] answers = lookup.run();
            return switch (lookup.getResult()) {
                case Lookup.SUCCESSFUL -> new Texts(joined(answers), false);
                case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Texts(List.of(), false);
                default -> new Texts(List.of(), true);
            };
        } catch (TextParseException e) {
            return new Texts(List.of(), true);
        }
    }

    private static List<String> joined(Record[] answers) {
        List<String> texts = new ArrayList<>();
        for (Record answer : answers) {
            if (answer instanceof TXTRecord text) {
                texts.add(String.join("", text.getStrings()));
            }
        }
        return List.copyOf(texts);
    }
}
