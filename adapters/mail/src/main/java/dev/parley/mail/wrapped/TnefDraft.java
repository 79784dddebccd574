package dev.parley.mail.wrapped;

import org.jspecify.annotations.Nullable;

/** A file in a TNEF stream while its attributes come, in any order. */
final class TnefDraft {
    private String title = "";
    private String longName = "";
    private String otherName = "";
    private String type = "";
    private @Nullable String cid;
    private byte @Nullable [] content;

    void name(String name) {
        title = name;
    }

    /** Windows shortens the title to eight letters and three; this one is whole. */
    void longName(String name) {
        longName = name;
    }

    void otherName(String name) {
        otherName = otherName.isBlank() ? name : otherName;
    }

    void type(String declared) {
        type = declared;
    }

    void cid(String id) {
        cid = id.isBlank() ? null : id;
    }

    void content(byte[] bytes) {
        content = content == null || bytes.length > content.length ? bytes : content;
    }

    /** The file, or null where nothing of one was there. */
    Tnef.@Nullable File file() {
        String name = !longName.isBlank() ? longName : !title.isBlank() ? title : otherName;
        byte[] bytes = content;
        if (bytes == null) {
            return name.isBlank() ? null : new Tnef.File(name, type, cid, new byte[0]);
        }
        return new Tnef.File(name, type, cid, bytes);
    }
}
