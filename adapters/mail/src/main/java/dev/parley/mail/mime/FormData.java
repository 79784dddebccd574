package dev.parley.mail.mime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A form sent as {@code multipart/form-data} (RFC 7578), of which the bytes had to be looked at before. */
public final class FormData {
    private static final int FIELDS_MAX = 200;

    private FormData() {}

    /** The first field of that name, empty if there is none. {@code type}: the Content-Type of the form. */
    public static byte[] field(byte[] form, String type, String name) {
        Parameters parameters = Parameters.parse(type);
        if (!parameters.value().toLowerCase(Locale.ROOT).equals("multipart/form-data")
                || parameters.get("boundary").isEmpty()) {
            return new byte[0];
        }
        List<String> ignored = new ArrayList<>();
        for (byte[] part : new OwnSplitter(form, parameters.get("boundary"), FIELDS_MAX)
                .split()
                .parts()) {
            HeaderBlock.Split split = HeaderBlock.splitPart(part, 0, part.length, Limits.DEFAULT, ignored);
            String disposition = split.headers().text("Content-Disposition");
            if (Parameters.parse(disposition).get("name").equals(name)) {
                return Arrays.copyOfRange(part, split.bodyStart(), part.length);
            }
        }
        return new byte[0];
    }
}
