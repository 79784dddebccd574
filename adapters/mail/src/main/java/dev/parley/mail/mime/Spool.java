package dev.parley.mail.mime;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes that are read again once all have come: in memory while they are few, then in a temporary file. */
public final class Spool extends OutputStream {
    /** Bytes held in memory. */
    private static final int MEMORY_MAX = 256 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final Bytes few = new Bytes();
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long size;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        size += length;
        if (out == null && size > MEMORY_MAX) {
            file = Files.createTempFile("parley-mail", ".part");
            out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
            few.writeTo(out);
            few.truncate(0);
        }
        (out == null ? few : out).write(from, offset, length);
    }

    /** How many bytes were written. */
    public long size() {
        return size;
    }

    /** All that was written, from its beginning; as often as wanted. */
    public InputStream open() throws IOException {
        if (out == null || file == null) {
            return new ByteArrayInputStream(few.toByteArray());
        }
        out.flush();
        return Files.newInputStream(file);
    }

    /** Forgets everything; the temporary file is gone. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
