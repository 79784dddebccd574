package dev.parley.mail.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A name server on loopback that speaks DNS over UDP (RFC 1035) and knows what a test tells it. */
public final class NameServer implements AutoCloseable {
    private static final int TEXT_MAX = 255;

    private final DatagramSocket socket;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean silent;

    public NameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    public NameServer text(String name, String text) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < text.length(); i += TEXT_MAX) {
            pieces.add(text.substring(i, Math.min(text.length(), i + TEXT_MAX)));
        }
        return add(name, new TXTRecord(absolute(name), DClass.IN, 1, pieces));
    }

    NameServer host(String name, String address) {
        try {
            return add(name, new ARecord(absolute(name), DClass.IN, 1, InetAddress.getByName(address)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fallSilent() {
        silent = true;
    }

    int asked() {
        return asked.get();
    }

    private NameServer add(String name, Record record) {
        records.computeIfAbsent(name, _ -> new ArrayList<>()).add(record);
        return this;
    }

    private void serve() {
        byte[] buffer = new byte[4_096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                asked.incrementAndGet();
                if (!silent) {
                    byte[] answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength())));
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(Message query) {
        Record question = query.getQuestion();
        List<Record> known = records.getOrDefault(question.getName().toString(true), List.of());
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        known.stream()
                .filter(record -> record.getType() == question.getType() || question.getType() == Type.ANY)
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (known.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer.toWire();
    }

    private static Name absolute(String name) {
        try {
            return Name.fromString(name + '.');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
