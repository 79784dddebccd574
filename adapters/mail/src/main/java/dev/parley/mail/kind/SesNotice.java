package dev.parley.mail.kind;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the notifications of Amazon SES, which say in JSON what became of a mail. */
final class SesNotice {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SesNotice() {}

    static KindReader.@Nullable Verdict read(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{\"notificationType\":") && !start.startsWith("{\"eventType\":")) {
            return null;
        }
        int end = start.lastIndexOf('}');
        try {
            return verdict(JSON.readTree(start.substring(0, end + 1)));
        } catch (JacksonException e) {
            boolean complaint = start.startsWith("{\"notificationType\":\"Complaint\"");
            return complaint ? new KindReader.Verdict(MailKind.ABUSE_REPORT, null) : null;
        }
    }

    private static KindReader.@Nullable Verdict verdict(JsonNode notice) {
        String type = notice.path("notificationType")
                .asString(notice.path("eventType").asString(""));
        return switch (type) {
            case "Complaint" -> new KindReader.Verdict(MailKind.ABUSE_REPORT, null);
            case "Bounce" -> new KindReader.Verdict(MailKind.BOUNCE, bounced(notice));
            case "Delivery" -> new KindReader.Verdict(MailKind.DELIVERED, delivered(notice));
            default -> null;
        };
    }

    private static Bounce bounced(JsonNode notice) {
        List<BounceRecipient> recipients = new ArrayList<>();
        for (JsonNode one : notice.path("bounce").path("bouncedRecipients")) {
            String said = one.path("diagnosticCode").asString("");
            String words = said.substring(said.indexOf(';') + 1).strip();
            String code = StatusCodes.status(one.path("status").asString(""));
            String status = StatusCodes.isVague(code) ? StatusCodes.status(words) : code;
            String smtp = StatusCodes.smtp(words);
            String reason = BounceReasons.of(words, "", status, smtp);
            boolean hard = BounceReasons.isHard(reason, status, smtp);
            recipients.add(
                    new BounceRecipient(one.path("emailAddress").asString(""), status, smtp, hard, reason, words));
        }
        return new Bounce(recipients, messageId(notice));
    }

    private static Bounce delivered(JsonNode notice) {
        List<BounceRecipient> recipients = new ArrayList<>();
        String said = notice.path("delivery").path("smtpResponse").asString("");
        for (JsonNode one : notice.path("delivery").path("recipients")) {
            recipients.add(new BounceRecipient(
                    one.asString(""), StatusCodes.status(said), StatusCodes.smtp(said), false, "delivered", said));
        }
        return new Bounce(recipients, messageId(notice));
    }

    private static @Nullable String messageId(JsonNode notice) {
        JsonNode mail = notice.path("mail");
        String id = mail.path("commonHeaders").path("messageId").asString("");
        return id.isEmpty() ? null : id.replace("<", "").replace(">", "");
    }
}
