package dev.parley.mail.wrapped;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one TNEF stream, attribute by attribute (MS-OXTNEF section 2.1), and the messages inside it. */
final class TnefReader {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int DEPTH_MAX = 10;
    private static final int CODE_PAGE_FIRST = 400;

    private static final int OEM_CODE_PAGE = 0x00069007;
    private static final int BODY = 0x0002800C;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int NEW_FILE = 0x00069002;
    private static final int FILE_TITLE = 0x00018010;
    private static final int FILE_TRANSPORT_NAME = 0x00069001;
    private static final int FILE_DATA = 0x0006800F;
    private static final int FILE_PROPERTIES = 0x00069005;

    private final int filesMax;
    private final List<Tnef.File> files;
    private final int depth;
    private Charset charset = Charset.forName("windows-1252");
    private String text = "";
    private String html = "";
    private boolean whole = true;
    private @Nullable TnefDraft draft;

    TnefReader(int filesMax) {
        this(filesMax, new ArrayList<>(), 0);
    }

    private TnefReader(int filesMax, List<Tnef.File> files, int depth) {
        this.filesMax = filesMax;
        this.files = files;
        this.depth = depth;
    }

    static boolean begins(byte[] bytes) {
        return bytes.length >= 6
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == SIGNATURE;
    }

    Tnef read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (begins(bytes)) {
            in.position(6);
            attributes(in);
        } else {
            whole = false;
        }
        endFile();
        return new Tnef(List.copyOf(files), text, html, whole);
    }

    private void attributes(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (in.remaining() < 9) {
                whole = false;
                return;
            }
            int level = in.get();
            int id = in.getInt();
            int length = in.getInt();
            if ((level != 1 && level != 2) || length < 0 || length > in.remaining()) {
                whole = false;
                return;
            }
            ByteBuffer value = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            in.position(in.position() + length + Math.min(2, in.remaining() - length));
            try {
                attribute(id, value);
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                whole = false;
            }
        }
    }

    private void attribute(int id, ByteBuffer value) {
        switch (id) {
            case OEM_CODE_PAGE -> charset = charset(value.getInt());
            case BODY -> text = string(value);
            case MESSAGE_PROPERTIES -> Properties.read(value, this::ofMessage);
            case NEW_FILE -> {
                endFile();
                draft = new TnefDraft();
            }
            case FILE_TITLE -> file().name(string(value));
            case FILE_TRANSPORT_NAME -> file().otherName(string(value));
            case FILE_DATA -> file().content(bytes(value));
            case FILE_PROPERTIES -> Properties.read(value, this::ofFile);
            default -> {
                // what says nothing of text or files
            }
        }
    }

    private void ofMessage(int id, int type, ByteBuffer value) {
        switch (id) {
            case 0x1000 -> text = text(type, value);
            case 0x1013 -> html = type == Properties.BINARY ? new String(bytes(value), charset) : text(type, value);
            case 0x1009 -> {
                byte[] rtf = CompressedRtf.open(bytes(value));
                if (rtf.length > 0) {
                    add(new Tnef.File("message.rtf", "application/rtf", null, rtf));
                }
            }
            default -> {
                // properties that mail programs use among themselves
            }
        }
    }

    private void ofFile(int id, int type, ByteBuffer value) {
        switch (id) {
            case 0x3707 -> file().longName(text(type, value));
            case 0x3704, 0x3001 -> file().otherName(text(type, value));
            case 0x370E -> file().type(text(type, value));
            case 0x3712 -> file().cid(text(type, value));
            case 0x3701 -> data(type, value);
            default -> {
                // sizes, icons, times
            }
        }
    }

    /** An object begins with the id of its interface, 16 bytes; a message in it is a stream of its own. */
    private void data(int type, ByteBuffer value) {
        byte[] content = bytes(value);
        boolean object = type == Properties.OBJECT && content.length > 16;
        file().content(object ? java.util.Arrays.copyOfRange(content, 16, content.length) : content);
    }

    private TnefDraft file() {
        TnefDraft open = draft;
        if (open == null) {
            open = new TnefDraft();
            draft = open;
        }
        return open;
    }

    private void endFile() {
        TnefDraft done = draft;
        draft = null;
        Tnef.File file = done == null ? null : done.file();
        if (file == null) {
            return;
        }
        if (!begins(file.content()) || depth >= DEPTH_MAX) {
            add(file);
            return;
        }
        Tnef inside = new TnefReader(filesMax, files, depth + 1).read(file.content());
        whole &= inside.whole();
        if (!inside.html().isBlank() || !inside.text().isBlank()) {
            boolean plain = !inside.text().isBlank();
            String said = plain ? inside.text() : inside.html();
            String name = (file.name().isBlank() ? "message" : file.name()) + (plain ? ".txt" : ".html");
            String type = plain ? "text/plain" : "text/html";
            add(new Tnef.File(name, type, null, said.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void add(Tnef.File file) {
        if (files.size() < filesMax) {
            files.add(file);
        } else {
            whole = false;
        }
    }

    private String text(int type, ByteBuffer value) {
        return type == Properties.UNICODE ? ended(new String(bytes(value), StandardCharsets.UTF_16LE)) : string(value);
    }

    private String string(ByteBuffer value) {
        return ended(new String(bytes(value), charset));
    }

    private static String ended(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    private static Charset charset(int codePage) {
        String name = codePage == 65001 ? "UTF-8" : codePage < 1000 ? "cp" + codePage : "windows-" + codePage;
        boolean known = codePage > CODE_PAGE_FIRST && Charset.isSupported(name);
        return Charset.forName(known ? name : "windows-1252");
    }

    /** The MAPI properties inside an attribute. */
    private static final class Properties {
        static final int OBJECT = 0x0D;
        static final int UNICODE = 0x1F;
        static final int BINARY = 0x102;
        private static final int STRING = 0x1E;
        private static final int SEVERAL = 0x1000;
        private static final int FIRST_NAMED = 0x8000;

        private Properties() {}

        interface Taker {
            void take(int id, int type, ByteBuffer value);
        }

        static void read(ByteBuffer in, Taker taker) {
            int count = in.getInt();
            for (int i = 0; i < count; i++) {
                int type = Short.toUnsignedInt(in.getShort());
                int id = Short.toUnsignedInt(in.getShort());
                if (id >= FIRST_NAMED) {
                    skipName(in);
                }
                int base = type & ~SEVERAL;
                int size = size(base);
                int values = size == 0 || base != type ? in.getInt() : 1;
                for (int v = 0; v < values; v++) {
                    ByteBuffer value = next(in, size == 0 ? in.getInt() : size);
                    if (v == 0) {
                        taker.take(id, base, value);
                    }
                }
            }
        }

        /** Named by a number, or by words in UTF-16. */
        private static void skipName(ByteBuffer in) {
            ByteBuffer _ = next(in, 16);
            int kind = in.getInt();
            ByteBuffer _ = next(in, kind == 0 ? 4 : in.getInt());
        }

        /** Everything takes a multiple of four bytes. */
        private static ByteBuffer next(ByteBuffer in, int length) {
            if (length < 0 || length > in.remaining()) {
                throw new BufferUnderflowException();
            }
            ByteBuffer value = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            in.position(in.position() + Math.min(in.remaining(), (length + 3) / 4 * 4));
            return value;
        }

        /** Bytes of one value, 0 where each says its own length. */
        private static int size(int type) {
            return switch (type) {
                case 0x02, 0x0B, 0x03, 0x04, 0x0A -> 4;
                case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
                case 0x48 -> 16;
                case OBJECT, STRING, UNICODE, BINARY -> 0;
                default -> throw new IllegalArgumentException("type " + type);
            };
        }
    }
}
