package dev.parley.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail as it comes and needs the same memory however large it is: a small mail stays whole, of a large one the
 * large files are taken out and leave a line in their place ({@link MimeReader#read(byte[], String)} knows it, {@link
 * WholeMail} puts them back). Reads no more of MIME than where parts begin and end.
 */
public final class MailStream extends OutputStream {
    /** Up to here nothing is taken out. */
    static final int WHOLE_MAX = 64 * 1024;

    /** What is left of a mail is at most about this long; what is more becomes a file itself. */
    static final int BYTES_MAX = 8 * 1024 * 1024;

    private static final int LINE_MAX = 64 * 1024;
    private static final int HEADER_MAX = 1024 * 1024;

    private final String mark;
    private final Limits limits;
    private final Bytes mail = new Bytes();
    private final Bytes line = new Bytes();
    private final List<TakenOut> files = new ArrayList<>();
    private final List<byte[]> boundaries = new ArrayList<>();
    private boolean apart;
    private boolean lineStarts = true;
    private int headerStart;
    private boolean inHeader = true;
    private boolean first = true;
    private byte[] held = {};
    private @Nullable Body body;
    private @Nullable Spool rest;
    private @Nullable Spool again;

    /** {@code mark} begins the lines that stand for files; nobody who writes mail may know it. */
    public MailStream(String mark, Limits limits) {
        this.mark = mark;
        this.limits = limits;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        if (apart) {
            lines(from, offset, length);
            return;
        }
        mail.write(from, offset, length);
        if (mail.size() > WHOLE_MAX) {
            apart = true;
            byte[] sofar = mail.toByteArray();
            mail.truncate(0);
            lines(sofar, 0, sofar.length);
        }
    }

    /** The mail is whole now: what is left of it. */
    public byte[] end() throws IOException {
        if (apart) {
            line();
            if (body != null && !body.isBase64()) {
                body.write(held, 0, held.length);
                held = new byte[0];
            }
            endBody();
        }
        if (rest != null) {
            mail.writeBytes(
                    Body.asItIs(rest, new byte[0], files).forAllThatFollows().line(mark));
        }
        byte[] left = mail.toByteArray();
        mail.truncate(0);
        return left;
    }

    /** What was taken out, in order; none if the mail is as it came. */
    public List<TakenOut> files() {
        return List.copyOf(files);
    }

    /** The mail as it came, to be read once all of it did; {@code left} is what {@link #end} gave. */
    public InputStream whole(byte[] left) throws IOException {
        if (files.isEmpty()) {
            return new ByteArrayInputStream(left);
        }
        if (again == null) {
            again = new Spool();
            WholeMail.write(left, mark, this::file, again);
        }
        return again.open();
    }

    private InputStream file(String sha256) throws IOException {
        for (TakenOut file : files) {
            if (file.sha256().equals(sha256)) {
                return file.open();
            }
        }
        throw new IOException("there is no file " + sha256);
    }

    /** Forgets the files. */
    @Override
    public void close() throws IOException {
        for (TakenOut file : files) {
            file.close();
        }
        if (body != null) {
            body.drop();
        }
        if (rest != null) {
            rest.close();
        }
        if (again != null) {
            again.close();
        }
    }

    private void lines(byte[] from, int offset, int length) throws IOException {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (from[i] == '\n') {
                line.write(from, start, i + 1 - start);
                line();
                start = i + 1;
            } else if (line.size() + i - start >= LINE_MAX) {
                line.write(from, start, i - start);
                line();
                start = i;
            }
        }
        line.write(from, start, end - start);
    }

    /** A line, or a piece of a very long one. */
    private void line() throws IOException {
        byte[] bytes = line.array();
        int length = line.size();
        if (length == 0) {
            return;
        }
        if (rest != null) {
            rest.write(bytes, 0, length);
        } else if (!(lineStarts && isBoundary(bytes, length))) {
            put(bytes, length);
        }
        lineStarts = bytes[length - 1] == '\n';
        line.reset();
    }

    private void put(byte[] bytes, int length) throws IOException {
        if (inHeader) {
            mail.write(bytes, 0, length);
            if (lineStarts && isEmpty(bytes, length)) {
                endHeader();
            }
        } else if (body != null) {
            int end = lineEnd(bytes, length);
            body.write(held, 0, held.length);
            body.write(bytes, 0, end);
            held = Arrays.copyOfRange(bytes, end, length);
        } else {
            mail.write(bytes, 0, length);
        }
        if (mail.size() > BYTES_MAX) {
            overflow();
        }
    }

    /** The largest thing that can be taken out is; else everything that follows becomes a file. */
    private void overflow() throws IOException {
        if (body != null) {
            body.takeOut();
        }
        if (mail.size() > BYTES_MAX) {
            endBody();
            rest = new Spool();
        }
    }

    // ---- parts

    private boolean isBoundary(byte[] bytes, int length) throws IOException {
        if (length < 3 || bytes[0] != '-' || bytes[1] != '-') {
            return false;
        }
        for (int level = boundaries.size() - 1; level >= 0; level--) {
            byte[] boundary = boundaries.get(level);
            OwnSplitter.Mark found = OwnSplitter.mark(bytes, 0, lineEnd(bytes, length), boundary);
            if (found != OwnSplitter.Mark.NONE) {
                endBody();
                boolean ends = found == OwnSplitter.Mark.END;
                boundaries.subList(ends ? level : level + 1, boundaries.size()).clear();
                mail.write(bytes, 0, length);
                inHeader = !ends;
                headerStart = mail.size();
                return true;
            }
        }
        return false;
    }

    private void endHeader() throws IOException {
        if (first && mail.size() - headerStart <= 4 && isEmpty(mail.toByteArray(), mail.size())) {
            return;
        }
        inHeader = false;
        byte[] header = mail.from(headerStart, mail.size());
        Weight weight = Weight.UNMOVED;
        if (header.length <= HEADER_MAX) {
            List<String> ignored = new ArrayList<>();
            HeaderBlock.Split split = first
                    ? HeaderBlock.split(header, 0, header.length, limits, ignored)
                    : HeaderBlock.splitPart(header, 0, header.length, limits, ignored);
            if (isMultipart(split.headers())) {
                first = false;
                return;
            }
            if (split.bodyStart() == header.length) {
                String type =
                        MimePart.contentTypeOf(split.headers(), "text/plain").value();
                weight = Weight.of(split.headers(), type);
            }
        }
        first = false;
        body = new Body(mail, weight);
    }

    /** True if what follows are parts; then their boundary is known now. */
    private boolean isMultipart(Headers headers) {
        Parameters type = MimePart.contentTypeOf(headers, "text/plain");
        String boundary = type.get("boundary");
        boolean parts = type.value().startsWith("multipart/")
                && !boundary.isEmpty()
                && boundaries.size() < limits.depth()
                && !headers.lower("Content-Transfer-Encoding").startsWith("base64");
        if (parts) {
            boundaries.add(("--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
        }
        return parts;
    }

    private void endBody() throws IOException {
        if (body != null) {
            files.addAll(body.end(mark));
            mail.writeBytes(held);
        }
        held = new byte[0];
        body = null;
    }

    private static boolean isEmpty(byte[] bytes, int length) {
        return lineEnd(bytes, length) == 0;
    }

    /** Where the line break begins that ends this line, which is the end of what has none. */
    private static int lineEnd(byte[] bytes, int length) {
        if (length == 0 || bytes[length - 1] != '\n') {
            return length;
        }
        return length > 1 && bytes[length - 2] == '\r' ? length - 2 : length - 1;
    }
}
