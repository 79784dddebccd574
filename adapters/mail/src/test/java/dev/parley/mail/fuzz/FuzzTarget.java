package dev.parley.mail.fuzz;

import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.EncodedWords;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MailDates;
import dev.parley.mail.mime.MessageIds;
import dev.parley.mail.read.MailReadSettings;
import dev.parley.mail.read.MailReader;
import dev.parley.mail.read.ReadMail;
import dev.parley.mail.text.ReplyText;
import dev.parley.mail.text.SplitText;
import dev.parley.mail.wrapped.Smime;
import dev.parley.mail.wrapped.Tnef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is fuzzed. The first byte of an input chooses the part, so that one run walks through all of them. */
public final class FuzzTarget {
    private static final MailReader READER = new MailReader(MailReadSettings.DEFAULT);

    private FuzzTarget() {}

    /** Called by Jazzer before its clock starts: loading classes is slow and no fault of an input. */
    public static void fuzzerInitialize() {
        for (byte part = 0; part < 8; part++) {
            fuzzerTestOneInput((char) part
                    + "From: MAILER-DAEMON@x.example\n"
                    + "Subject: Undelivered Mail\n\n"
                    + "{ \"notificationType\": 1 } user unknown\n");
        }
    }

    private static void fuzzerTestOneInput(String input) {
        fuzzerTestOneInput(input.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Called by Jazzer with each input; throws if a promise is broken. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        switch (input[0] & 7) {
            case 0, 1, 2 -> mail(rest);
            case 3 -> promise(ReplyText.ofPlain(new String(rest, StandardCharsets.UTF_8)));
            case 4 -> promise(ReplyText.ofHtml(new String(rest, StandardCharsets.UTF_8)));
            case 5 -> headers(new String(rest, StandardCharsets.ISO_8859_1));
            case 6 -> Tnef.read(rest, 100).files().forEach(file -> promise(file.content().length <= 16 << 20));
            default -> promise(Smime.read(rest).kind() != null);
        }
    }

    private static void mail(byte[] raw) {
        ReadMail mail = READER.read(raw);
        promise(mail.attachments().size() <= 2 * Limits.DEFAULT.parts());
        promise(mail.attachments().stream().noneMatch(file -> file.name().isEmpty()));
        promise(mail.text().length() <= 3 * Limits.DEFAULT.textChars());
    }

    private static void promise(SplitText split) {
        promise(split.full().isEmpty() || !split.reply().isEmpty());
        promise(!split.nothingNew() || split.replyWithoutClosing().isEmpty());
    }

    private static void headers(String value) {
        promise(Addresses.parse(value, 50).size() <= 50);
        promise(MessageIds.parse(value, 50).size() <= 50);
        promise(EncodedWords.decode(value).length() <= 4 * value.length());
        promise(MailDates.parse(value) == null || value.length() > 3);
    }

    private static void promise(boolean kept) {
        if (!kept) {
            throw new IllegalStateException("a promise of the reader is broken");
        }
    }
}
