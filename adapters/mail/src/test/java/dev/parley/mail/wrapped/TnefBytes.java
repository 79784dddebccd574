package dev.parley.mail.wrapped;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes TNEF streams (MS-OXTNEF) as Outlook does, for tests. */
public final class TnefBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A stream without attributes yet. */
    public TnefBytes() {
        write(ByteBuffer.allocate(6)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x223E9F78)
                .putShort((short) 1));
        attribute(1, 0x00069007, number(1252, 0));
    }

    /** The message's text in its code page. */
    public TnefBytes body(String text) {
        return attribute(1, 0x0002800C, (text + '\0').getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A file with the short name of old and its content. */
    public TnefBytes file(String title, byte[] content) {
        attribute(2, 0x00069002, new byte[14]);
        attribute(2, 0x00018010, (title + '\0').getBytes(StandardCharsets.ISO_8859_1));
        return attribute(2, 0x0006800F, content);
    }

    /** More about the last file: its whole name in UTF-16 and its type, and a property with a name before them. */
    public TnefBytes properties(String longName, String type) {
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        properties.writeBytes(number(3));
        properties.writeBytes(new byte[] {0x03, 0x00, 0x05, (byte) 0x80});
        properties.writeBytes(new byte[16]);
        properties.writeBytes(number(1, 6));
        properties.writeBytes("abc".getBytes(StandardCharsets.UTF_16LE));
        properties.writeBytes(new byte[2]);
        properties.writeBytes(number(7));
        variable(properties, 0x1F, 0x3707, (longName + '\0').getBytes(StandardCharsets.UTF_16LE));
        variable(properties, 0x1E, 0x370E, (type + '\0').getBytes(StandardCharsets.US_ASCII));
        return attribute(2, 0x00069005, properties.toByteArray());
    }

    /** A message inside this one, as an object. */
    public TnefBytes message(String name, TnefBytes inside) {
        attribute(2, 0x00069002, new byte[14]);
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        properties.writeBytes(number(2));
        variable(properties, 0x1E, 0x3001, (name + '\0').getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(new byte[16]);
        object.writeBytes(inside.toByteArray());
        variable(properties, 0x0D, 0x3701, object.toByteArray());
        return attribute(2, 0x00069005, properties.toByteArray());
    }

    /** One attribute with its checksum. */
    public TnefBytes attribute(int level, int id, byte[] value) {
        write(ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) level)
                .putInt(id)
                .putInt(value.length));
        out.writeBytes(value);
        out.writeBytes(new byte[2]);
        return this;
    }

    /** The stream so far. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    private static void variable(ByteArrayOutputStream to, int type, int id, byte[] value) {
        to.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) type)
                .putShort((short) id)
                .array());
        to.writeBytes(number(1, value.length));
        to.writeBytes(value);
        to.writeBytes(new byte[(4 - value.length % 4) % 4]);
    }

    private static byte[] number(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private void write(ByteBuffer bytes) {
        byte[] all = new byte[bytes.capacity()];
        bytes.get(0, all);
        out.writeBytes(all);
    }
}
