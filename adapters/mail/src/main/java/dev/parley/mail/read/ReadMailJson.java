package dev.parley.mail.read;

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
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a read mail as the one line of JSON that {@code parley explain --json} prints. Thread-safe. */
public final class ReadMailJson {

    private final JsonMapper json = JsonMapper.shared();
    private final ReplyReader replies = new ReplyReader();

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
        return json.writeValueAsString(node);
    }

    /** The line for a file that could not be opened. */
    public String unreadable(String file, String why) {
        ObjectNode node = json.createObjectNode();
        node.put("file", file);
        node.put("class", (String) null);
        node.set("warnings", strings(List.of(why)));
        return json.writeValueAsString(node);
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

    /** Only the new words of a person are read (guards G2 and G6); whether they count is decided elsewhere. */
    private ObjectNode decision(ReadMail mail) {
        if (mail.kind() != MailKind.HUMAN) {
            return json.createObjectNode()
                    .put("kind", ReplyKind.OTHER.name())
                    .putNull("amount")
                    .put("rule", "not-a-person");
        }
        Reading reading = replies.read(mail.newText());
        return json.createObjectNode()
                .put("kind", reading.kind().name())
                .put("amount", reading.amount())
                .put("rule", reading.rule());
    }
}
