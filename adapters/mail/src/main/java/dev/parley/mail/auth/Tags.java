package dev.parley.mail.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A list of tags such as {@code v=1; a=rsa-sha256} (RFC 6376 section 3.2). */
record Tags(Map<String, String> values) {
    private static final int TAGS_MAX = 40;

    /** Empty for what is no such list, and for one that names a tag twice. */
    static Optional<Tags> of(String text) {
        Map<String, String> values = new HashMap<>();
        for (String tag : text.split(";", TAGS_MAX + 1)) {
            int equals = tag.indexOf('=');
            String name = tag.substring(0, Math.max(0, equals)).strip();
            if (equals > 0 && name.matches("[A-Za-z]\\w*") && !values.containsKey(name)) {
                values.put(name, tag.substring(equals + 1).strip());
            } else if (!tag.isBlank()) {
                return Optional.empty();
            }
        }
        return values.size() > TAGS_MAX ? Optional.empty() : Optional.of(new Tags(Map.copyOf(values)));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Its value, "" if there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** The same in lower case, without blanks; {@code other} if there is none. */
    String word(String name, String other) {
        String value = get(name).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return value.isEmpty() ? other : value;
    }
}
