package dev.parley.mail.kind;

import dev.parley.mail.kind.DeliveryGroups.Group;
import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.Headers;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.mime.MessageIds;
import dev.parley.mail.mime.MimeMail;
import dev.parley.mail.mime.MimeMail.ReportPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads recipients, codes and reasons out of a delivery report, structured or not. */
final class BounceReader {

    private static final int DIAGNOSTIC_CHARS_MAX = 500;
    private static final Set<String> FAILED_OR_UNSAID = Set.of("failed", "failure", "expired", "");

    private final MimeMail mail;
    private final Notice notice;
    private final List<Group> groups;

    BounceReader(MimeMail mail, String text) {
        this.mail = mail;
        this.notice = Notice.of(text);
        List<Group> found = new ArrayList<>();
        for (ReportPart report : mail.reports()) {
            if (report.contentType().endsWith("delivery-status")) {
                found.addAll(DeliveryGroups.parse(report.text()));
            }
        }
        this.groups = found.isEmpty() ? DeliveryGroups.parse(text) : found;
    }

    Notice notice() {
        return notice;
    }

    /** FAILED, DELAYED or DELIVERED as the groups say, or null without groups. */
    @Nullable
    MailKind kindByGroups() {
        if (groups.isEmpty()) {
            return null;
        }
        boolean failed = false;
        boolean delayed = false;
        for (Group group : groups) {
            String action = group.action();
            failed |= FAILED_OR_UNSAID.contains(action) && !group.status().startsWith("2.");
            delayed |= action.equals("delayed");
        }
        return failed ? MailKind.BOUNCE : delayed ? MailKind.DELAYED : MailKind.DELIVERED;
    }

    Bounce read() {
        List<BounceRecipient> recipients = groups.isEmpty() ? fromText() : fromGroups();
        return new Bounce(recipients, messageId());
    }

    private List<BounceRecipient> fromGroups() {
        List<BounceRecipient> recipients = new ArrayList<>();
        Map<String, String> said = groups.size() > 1 ? new FailedAddresses(notice, notRecipients()).find() : Map.of();
        for (Group group : groups) {
            String context = groups.size() == 1
                    ? notice.text()
                    : said.getOrDefault(group.address().toLowerCase(Locale.ROOT), "");
            String words = group.diagnostic().isBlank() ? group.statusRemark() : group.diagnostic();
            recipients.add(recipient(group.address(), group.status(), words, context, group.action()));
        }
        return recipients;
    }

    private List<BounceRecipient> fromText() {
        List<BounceRecipient> recipients = new ArrayList<>();
        Map<String, String> said = new java.util.LinkedHashMap<>();
        for (Mailbox failed : Addresses.parse(String.join(",", mail.headers().all("X-Failed-Recipients")), 100)) {
            said.put(failed.address().toLowerCase(Locale.ROOT), "");
        }
        Map<String, String> inText = new FailedAddresses(notice, notRecipients()).find();
        if (said.isEmpty()) {
            said.putAll(inText);
        } else {
            said.replaceAll((address, none) -> inText.getOrDefault(address, none));
        }
        if (said.isEmpty() && notice.returnedTo() != null) {
            for (Mailbox to : Addresses.parse(notice.returnedTo(), 10)) {
                said.put(to.address(), "");
            }
        }
        boolean one = said.size() == 1;
        said.forEach((address, words) ->
                recipients.add(recipient(address, "", one ? "" : words, one ? notice.text() : words, "")));
        if (recipients.isEmpty()) {
            recipients.add(recipient("", "", "", notice.text(), ""));
        }
        return recipients;
    }

    private BounceRecipient recipient(String address, String declared, String wrapped, String context, String action) {
        String diagnostic = unwrapped(wrapped);
        String status = StatusCodes.status(diagnostic);
        if (!StatusCodes.isVague(declared) && StatusCodes.isVague(status)) {
            status = declared;
        }
        if (StatusCodes.isVague(status) && !diagnostic.equals(wrapped)) {
            status = StatusCodes.status(wrapped);
        }
        if (StatusCodes.isVague(status)) {
            String inContext = StatusCodes.status(context);
            status = !StatusCodes.isVague(inContext) ? inContext : status.isEmpty() ? declared : status;
        }
        String smtp = StatusCodes.smtp(diagnostic);
        if (smtp.isEmpty()) {
            smtp = StatusCodes.smtp(context);
        }
        boolean delivered =
                Set.of("delivered", "relayed", "expanded", "deliverable").contains(action);
        String rejected = BounceReasons.said(notice.rejection());
        String reason = delivered
                ? "delivered"
                : rejected.isEmpty() ? BounceReasons.of(diagnostic, context, status, smtp) : rejected;
        boolean hard = !delivered && BounceReasons.isHard(reason, status, smtp);
        String words = diagnostic.isBlank() ? BounceReasons.flat(context) : diagnostic;
        String shown = words.substring(0, Math.min(words.length(), DIAGNOSTIC_CHARS_MAX));
        return new BounceRecipient(address, status, smtp, hard, reason, shown);
    }

    /** Amazon SES puts its own verdict before the server's words: {@code 5.1.0 - Unknown address error 550-'…'}. */
    private static String unwrapped(String diagnostic) {
        int quote = diagnostic.indexOf("-'");
        boolean wrapped = quote >= 8 && Character.isDigit(diagnostic.charAt(0)) && diagnostic.startsWith(" - ", 5);
        return wrapped ? diagnostic.substring(quote - 3) : diagnostic;
    }

    /** The original sender (the bounce goes to him), the server that writes, and everybody's postmaster. */
    private Set<String> notRecipients() {
        Set<String> others = new HashSet<>();
        Headers headers = mail.headers();
        for (String field : List.of("To", "From", "Delivered-To", "X-Original-To", "Reply-To")) {
            for (Mailbox mailbox : Addresses.parse(headers.decoded(field), 20)) {
                others.add(mailbox.address().toLowerCase(Locale.ROOT));
            }
        }
        return others;
    }

    private @Nullable String messageId() {
        if (mail.returned() != null) {
            String id = MessageIds.own(mail.returned().headers().text("Message-ID"));
            if (!id.isEmpty()) {
                return id;
            }
        }
        for (ReportPart report : mail.reports()) {
            String id = Notice.of(report.text()).returnedId();
            if (id != null) {
                return id;
            }
        }
        return notice.returnedId();
    }
}
