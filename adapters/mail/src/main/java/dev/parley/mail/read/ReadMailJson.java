package dev.parley.mail.read;

import dev.parley.core.reading.OpenQuote;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyKind;
import dev.parley.core.reading.ReplyReader;
import dev.parley.mail.auth.AuthResult;
import dev.parley.mail.kind.Bounce;
import dev.parley.mail.kind.BounceRecipient;
import dev.parley.mail.kind.MailKind;
import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.text.ForwardedText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a read mail as the one line of JSON that {@code parley explain --json} prints. Thread-safe. */
public final class ReadMailJson {

    /** Line breaks to some readers of lines, though not to JSON; in JSON text they stand in strings only. */
    private static final Pattern OTHER_LINE_BREAKS = Pattern.compile("[\\u0085\\u2028\\u2029]");

    private final JsonMapper json = JsonMapper.shared();
    private final ReplyReader replies = new ReplyReader();
    private final OpenQuote quote;

    /** @param quote what is known of the quote that the mails answer */
    public ReadMailJson(OpenQuote quote) {
        this.quote = quote;
    }

    /** One line without a line break. What a mail does not have is null, an empty string or an empty array. */
    public String line(String file, ReadMail mail) {
        ObjectNode node = json.createObjectNode();
        node.put("file", file);
        node.put("class", mail.kind().word());
        node.set("from", mail.from() == null ? json.nullNode() : mailbox(mail.from()));
        node.set("to", mailboxes(mail.to()));
        node.set("cc", mailboxes(mail.cc()));
        node.put("subject", mail.subject());
        node.put("date", mail.date() == null ? null : mail.date().toString());
        node.put("messageId", mail.messageId());
        node.set("inReplyTo", strings(mail.inReplyTo()));
        node.set("references", strings(mail.references()));
        node.put("text", mail.text());
        node.put("reply", mail.reply());
        node.put("elided", mail.elided());
        node.put("signature", mail.signature());
        node.set("attachments", attachments(mail.attachments()));
        node.set("forward", mail.forward() == null ? json.nullNode() : forward(mail.forward()));
        node.set("bounce", mail.bounce() == null ? json.nullNode() : bounce(mail.bounce()));
        node.set("auth", auth(mail.auth()));
        node.set("decision", decision(mail));
        node.set("warnings", strings(mail.warnings()));
        return oneLine(node);
    }

    /** The line for a file that could not be read: every field is there, and empty. */
    public String unreadable(String file, String why) {
        ObjectNode node = json.createObjectNode();
        node.put("file", file);
        List.of("class", "from").forEach(node::putNull);
        List.of("to", "cc").forEach(node::putArray);
        List.of("subject", "date", "messageId").forEach(node::putNull);
        List.of("inReplyTo", "references").forEach(node::putArray);
        List.of("text", "reply", "elided", "signature").forEach(name -> node.put(name, ""));
        node.putArray("attachments");
        List.of("forward", "bounce", "auth", "decision").forEach(node::putNull);
        node.set("warnings", strings(List.of(why)));
        return oneLine(node);
    }

    /** How the new words of the mail are read. Only a person's count (guards G2 and G6), and never what is quoted. */
    public Reading reading(ReadMail mail) {
        if (mail.kind() != MailKind.HUMAN) {
            return new Reading(ReplyKind.OTHER, null, "not-a-person", "");
        }
        Set<String> names = mail.from() == null
                ? Set.of()
                : Arrays.stream(mail.from().name().split("\\s+", -1)).collect(Collectors.toSet());
        return replies.read(mail.newText(), new OpenQuote(quote.number(), quote.amount(), names));
    }

    private String oneLine(ObjectNode node) {
        return OTHER_LINE_BREAKS
                .matcher(json.writeValueAsString(node))
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    private ArrayNode strings(List<String> values) {
        ArrayNode array = json.createArrayNode();
        values.forEach(array::add);
        return array;
    }

    private ArrayNode mailboxes(List<Mailbox> mailboxes) {
        ArrayNode array = json.createArrayNode();
        mailboxes.forEach(mailbox -> array.add(mailbox(mailbox)));
        return array;
    }

    private ObjectNode mailbox(Mailbox mailbox) {
        return json.createObjectNode().put("name", mailbox.name()).put("address", mailbox.address());
    }

    private ArrayNode attachments(List<MailAttachment> attachments) {
        ArrayNode array = json.createArrayNode();
        for (MailAttachment file : attachments) {
            array.add(json.createObjectNode()
                    .put("name", file.name())
                    .put("type", file.type())
                    .put("size", file.size())
                    .put("sha256", file.sha256())
                    .put("inline", file.inline())
                    .put("cid", file.cid()));
        }
        return array;
    }

    private ObjectNode forward(ForwardedText forward) {
        return json.createObjectNode()
                .put("from", forward.from())
                .put("subject", forward.subject())
                .put("date", forward.date())
                .put("text", forward.text());
    }

    private ObjectNode bounce(Bounce bounce) {
        ArrayNode recipients = json.createArrayNode();
        for (BounceRecipient one : bounce.recipients()) {
            recipients.add(json.createObjectNode()
                    .put("address", one.address())
                    .put("status", one.status())
                    .put("smtpCode", one.smtpCode())
                    .put("hard", one.hard())
                    .put("reason", one.reason()));
        }
        ObjectNode node = json.createObjectNode();
        node.set("recipients", recipients);
        return node.put("messageId", bounce.messageId());
    }

    private ObjectNode auth(AuthResult auth) {
        ArrayNode signatures = json.createArrayNode();
        for (AuthResult.Dkim one : auth.dkim()) {
            signatures.add(json.createObjectNode()
                    .put("result", one.result())
                    .put("domain", one.domain())
                    .put("aligned", one.aligned()));
        }
        ObjectNode node = json.createObjectNode()
                .put("verdict", auth.verdict().word())
                .put("server", auth.server())
                .put("dmarc", auth.dmarc());
        node.set("dkim", signatures);
        return node.put("spf", auth.spf()).put("spfDomain", auth.spfDomain()).put("spfAligned", auth.spfAligned());
    }

    private ObjectNode decision(ReadMail mail) {
        Reading reading = reading(mail);
        return json.createObjectNode()
                .put("kind", reading.kind().name())
                .put("amount", reading.amount())
                .put("rule", reading.rule());
    }
}
