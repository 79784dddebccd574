package dev.parley.mail.mime;

import dev.parley.mail.wrapped.Smime;
import dev.parley.mail.wrapped.Tnef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parts that hold a mail in another format: what is in them becomes parts of its own. */
final class WrappedParts {

    /** The text a TNEF stream brings along; it says the same as the mail's own text, where there is one. */
    static final String SPARE_TEXT = "multipart/x-spare-text";

    private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");
    private static final Set<String> SMIME = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Set<String> PGP = Set.of("application/pgp-encrypted");

    private WrappedParts() {}

    /** Reads the MIME entity that signed data holds. */
    interface EntityReader {
        MimePart read(byte[] entity);
    }

    /** The part with what is in it as children, or as it is. */
    static MimePart opened(MimePart part, Limits limits, List<String> warnings, EntityReader entities) {
        if (TNEF.contains(part.contentType()) || Tnef.is(part.body())) {
            return ofTnef(part, limits, warnings);
        }
        if (SMIME.contains(part.contentType()) || isNamedP7m(part)) {
            return ofSmime(part, warnings, entities);
        }
        if (PGP.contains(part.contentType())) {
            warnings.add("encrypted with PGP; its text is in the attachments and cannot be read here");
        }
        return part;
    }

    private static boolean isNamedP7m(MimePart part) {
        String name = part.name();
        return part.contentType().equals("application/octet-stream")
                && name != null
                && name.toLowerCase(Locale.ROOT).endsWith(".p7m");
    }

    private static MimePart ofSmime(MimePart part, List<String> warnings, EntityReader entities) {
        Smime smime = Smime.read(part.body());
        byte[] content = smime.content();
        if (content != null) {
            warnings.add("signed with S/MIME; the signature was not checked");
            return with(part, List.of(entities.read(content), asFile(part, "smime.p7m")));
        }
        if (smime.kind() == Smime.Kind.ENCRYPTED) {
            warnings.add("encrypted with S/MIME; its text is in the attachment and cannot be read here");
        }
        return part;
    }

    private static MimePart ofTnef(MimePart part, Limits limits, List<String> warnings) {
        Tnef tnef = Tnef.read(part.body(), limits.parts());
        List<MimePart> children = new ArrayList<>();
        List<MimePart> spare = new ArrayList<>();
        if (!tnef.text().isBlank()) {
            spare.add(text("text/plain", tnef.text()));
        } else if (!tnef.html().isBlank()) {
            spare.add(text("text/html", tnef.html()));
        }
        for (Tnef.File file : tnef.files()) {
            (isBody(file) ? spare : children).add(file(file));
        }
        if (!spare.isEmpty()) {
            children.add(new MimePart(Headers.NONE, SPARE_TEXT, parameters(SPARE_TEXT, Map.of()), new byte[0], spare));
        }
        if (!tnef.whole() || children.isEmpty()) {
            warnings.add(
                    "winmail.dat is broken or empty: what could be read of it is shown, and it is kept as it came");
            children.add(asFile(part, "winmail.dat"));
        }
        return with(part, children);
    }

    private static boolean isBody(Tnef.File file) {
        return file.name().equals("message.rtf") && file.type().equals("application/rtf");
    }

    private static MimePart text(String type, String text) {
        Parameters parameters = parameters(type, Map.of("charset", "utf-8"));
        return new MimePart(Headers.NONE, type, parameters, text.getBytes(StandardCharsets.UTF_8), List.of());
    }

    private static MimePart file(Tnef.File file) {
        String type = file.type().indexOf('/') > 0 ? file.type().toLowerCase(Locale.ROOT) : "application/octet-stream";
        List<HeaderField> fields = new ArrayList<>();
        fields.add(new HeaderField("Content-Disposition", "attachment"));
        String cid = file.cid();
        if (cid != null) {
            fields.add(new HeaderField("Content-ID", cid));
        }
        Map<String, String> name = file.name().isBlank() ? Map.of() : Map.of("name", file.name());
        return new MimePart(new Headers(fields), type, parameters(type, name), file.content(), List.of());
    }

    private static MimePart asFile(MimePart part, String name) {
        String given = part.name();
        Parameters parameters = parameters(part.contentType(), Map.of("name", given == null ? name : given));
        Headers headers = new Headers(List.of(new HeaderField("Content-Disposition", "attachment")));
        return new MimePart(headers, part.contentType(), parameters, part.body(), List.of());
    }

    private static MimePart with(MimePart part, List<MimePart> children) {
        return new MimePart(part.headers(), part.contentType(), part.parameters(), new byte[0], List.copyOf(children));
    }

    private static Parameters parameters(String type, Map<String, String> values) {
        return new Parameters(type, values);
    }
}
