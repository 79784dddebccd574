package dev.parley.mail.mime;

import java.io.IOException;
import java.io.InputStream;

/** A file that was taken out of a mail while it came. */
public final class TakenOut {
    private final String sha256;
    private final Spool spool;

    TakenOut(String sha256, Spool spool) {
        this.sha256 = sha256;
        this.spool = spool;
    }

    /** Of its bytes, lower case hex. */
    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return spool.size();
    }

    /** Its bytes from the beginning, as often as wanted until the mail is closed. */
    public InputStream open() throws IOException {
        return spool.open();
    }

    void close() throws IOException {
        spool.close();
    }
}
