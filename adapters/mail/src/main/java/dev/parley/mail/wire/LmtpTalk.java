package dev.parley.mail.wire;

import dev.parley.mail.auth.Hop;
import dev.parley.mail.wire.SmtpListener.Target;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One conversation of {@link LmtpListener}. */
final class LmtpTalk {
    private static final Logger LOG = LoggerFactory.getLogger(LmtpTalk.class);

    private static final int LINE_MAX = 2_000;
    private static final int RECIPIENTS_MAX = 100;
    private static final int BUFFER = 64 * 1024;
    private static final String STORED = "250 2.0.0 Stored";
    private static final Pattern PATH = Pattern.compile("(?i)(?:from|to):\\s*<(?:@[^:>]*:)?([^>]*)>.*");

    private final InputStream in;
    private final OutputStream out;
    private final String remote;
    private final LmtpListener.Ports ports;
    private final Map<String, Target> recipients = new LinkedHashMap<>();
    private final List<String> inOrder = new ArrayList<>();
    private String helo = "";
    private @Nullable String sender;

    LmtpTalk(Socket socket, LmtpListener.Ports ports) throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream());
        this.remote = socket.getInetAddress().getHostAddress();
        this.ports = ports;
    }

    void run() throws IOException {
        say("220 Parley LMTP");
        for (String line = line(); line != null; line = line()) {
            int space = line.indexOf(' ');
            String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
            String rest = space < 0 ? "" : line.substring(space + 1).strip();
            if (verb.equals("QUIT")) {
                say("221 2.0.0 Bye");
                return;
            }
            answer(verb, rest);
        }
    }

    private void answer(String verb, String rest) throws IOException {
        switch (verb) {
            case "LHLO" -> greet(rest);
            case "HELO", "EHLO" -> say("500 5.5.1 This is LMTP: say LHLO");
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> data();
            case "RSET" -> {
                forget();
                say("250 2.0.0 Forgotten");
            }
            case "NOOP" -> say("250 2.0.0 Here");
            case "VRFY" -> say("252 2.1.5 Send it and see");
            default -> say("500 5.5.2 Not known here");
        }
    }

    private void greet(String name) throws IOException {
        helo = name;
        forget();
        say("250-Parley", "250-PIPELINING", "250-ENHANCEDSTATUSCODES", "250-8BITMIME", "250 SMTPUTF8");
    }

    private void mail(String rest) throws IOException {
        Matcher m = PATH.matcher(rest);
        if (helo.isEmpty() || !m.matches()) {
            say(helo.isEmpty() ? "503 5.5.1 Say LHLO first" : "501 5.5.4 MAIL FROM:<address> is wanted");
            return;
        }
        forget();
        sender = m.group(1);
        say("250 2.1.0 Go on");
    }

    private void recipient(String rest) throws IOException {
        Matcher m = PATH.matcher(rest);
        if (sender == null || !m.matches()) {
            say(sender == null ? "503 5.5.1 Say MAIL first" : "501 5.5.4 RCPT TO:<address> is wanted");
            return;
        }
        Optional<Target> target = ports.directory().of(m.group(1));
        if (target.isEmpty()) {
            say("550 5.1.1 Nobody here has this address");
        } else if (inOrder.size() == RECIPIENTS_MAX) {
            say("452 4.5.3 Enough recipients for one mail");
        } else {
            recipients.put(m.group(1), target.get());
            inOrder.add(m.group(1));
            say("250 2.1.5 Go on");
        }
    }

    private void data() throws IOException {
        if (inOrder.isEmpty()) {
            say("503 5.5.1 Nobody was named to deliver it for");
            return;
        }
        say("354 Go on, and end with a dot");
        int max = recipients.values().stream().mapToInt(Target::bytesMax).max().orElseThrow();
        try (Arriving mail = new Arriving(max)) {
            String failure = readTo(mail);
            Map<Target, String> answers = new HashMap<>();
            for (Target target : new ArrayList<>(recipients.values())) {
                answers.computeIfAbsent(target, one -> failure.isEmpty() ? store(mail, one) : failure);
            }
            say(inOrder.stream()
                    .map(address -> answers.get(recipients.get(address)))
                    .toArray(String[]::new));
        }
        forget();
    }

    /** Reads the mail to its end whatever happens, so that the answers come where they are waited for. */
    private String readTo(Arriving mail) throws IOException {
        DotStream dots = new DotStream(in);
        try (BufferedOutputStream buffer = new BufferedOutputStream(new Unclosed(mail), BUFFER)) {
            long ignored = dots.transferTo(buffer);
            return "";
        } catch (RuntimeException e) {
            long ignored = dots.transferTo(OutputStream.nullOutputStream());
            return later(e);
        }
    }

    private String store(Arriving mail, Target target) {
        if (mail.size() > target.bytesMax()) {
            return "552 5.3.4 A mail has at most " + target.bytesMax() + " bytes here";
        }
        List<String> addresses = recipients.entrySet().stream()
                .filter(entry -> entry.getValue().equals(target))
                .map(Map.Entry::getKey)
                .toList();
        try {
            int ignored = ports.inbox()
                    .record(List.of(mail.message(
                            target.desk(), target.channel(), ports.clock().instant(), addresses, found(mail, target))));
            return STORED;
        } catch (RuntimeException e) {
            return later(e);
        }
    }

    private byte[] found(Arriving mail, Target target) {
        Hop hop = new Hop(remote, helo, sender == null ? "" : sender);
        return mail.check(ports.inspection(), target.belief(), Optional.of(hop));
    }

    private static String later(RuntimeException e) {
        LOG.warn("A mail could not be stored and stays with the mail server: {}", e.toString());
        return "451 4.3.0 It could not be stored, try again later";
    }

    private void forget() {
        sender = null;
        recipients.clear();
        inOrder.clear();
    }

    private void say(String... lines) throws IOException {
        for (String line : lines) {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            if (line.size() == LINE_MAX) {
                throw new IOException("a line of more than " + LINE_MAX + " bytes");
            }
            line.write(b);
            b = in.read();
        }
        return b < 0 ? null : line.toString(StandardCharsets.UTF_8).strip();
    }
}
