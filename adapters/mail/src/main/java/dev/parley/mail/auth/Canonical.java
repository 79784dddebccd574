package dev.parley.mail.auth;

import dev.parley.mail.auth.SignedMail.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Header fields as they are hashed (RFC 6376 sections 3.4 and 3.7). */
final class Canonical {
    private Canonical() {}

    static String field(Field field, boolean relaxed) {
        if (!relaxed) {
            return field.raw();
        }
        String value = field.value().replaceAll("[ \t]+", " ");
        return field.name() + ":" + value.replaceAll("^ | $", "");
    }

    /** The fields a signature names, each time one further up, and the signature itself without its value. */
    static String signed(SignedMail mail, Field signature, String names, boolean relaxed) {
        StringBuilder text = new StringBuilder();
        Map<String, List<Field>> left = new HashMap<>();
        for (String name : names.split(":", -1)) {
            List<Field> fields =
                    left.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), one -> new ArrayList<>(mail.all(one)));
            if (!fields.isEmpty()) {
                text.append(field(fields.removeLast(), relaxed)).append("\r\n");
            }
        }
        return text.append(field(unsigned(signature), relaxed)).toString();
    }

    /** The same signature with an empty {@code b}; everything else in it stays byte for byte. */
    static Field unsigned(Field signature) {
        int colon = signature.raw().indexOf(':');
        String[] tags = signature.raw().substring(colon + 1).split(";", -1);
        for (int i = 0; i < tags.length; i++) {
            int equals = tags[i].indexOf('=');
            if (equals > 0 && tags[i].substring(0, equals).strip().equals("b")) {
                tags[i] = tags[i].substring(0, equals + 1);
            }
        }
        return new Field(signature.name(), signature.raw().substring(0, colon + 1) + String.join(";", tags));
    }
}
