package dev.parley.app.api;

import dev.parley.core.desk.ReleaseMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.KeptFiles;
import dev.parley.core.port.Quarantine;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.mail.MailView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages that failed every try: look, try again, or let them out without being understood. */
@RestController
@RequestMapping("/api/v1/quarantine")
class QuarantineController {
    private final Inbox inbox;
    private final Quarantine quarantine;
    private final ReleaseMessage releasing;
    private final KeptFiles files;
    private final Store store;
    private final InstantSource clock;

    QuarantineController(
            Inbox inbox,
            Quarantine quarantine,
            ReleaseMessage releasing,
            KeptFiles files,
            Store store,
            InstantSource clock) {
        this.inbox = inbox;
        this.quarantine = quarantine;
        this.releasing = releasing;
        this.files = files;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping
    List<Inbox.Quarantined> list(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestParam(defaultValue = "50") int max) {
        return inbox.quarantined(caller.desk(), StaffActions.lines(max));
    }

    /** The whole message as it came, as a file. */
    @GetMapping("/{id}/raw")
    void raw(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long id, HttpServletResponse answer)
            throws IOException {
        RawMessage message = mail(caller, id);
        Downloads.head(answer, "message-" + id + ".eml", "application/octet-stream");
        MailView.write(message, files, answer.getOutputStream());
    }

    /** Lets one be tried again. */
    @PostMapping("/{id}/retry")
    void retry(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long id) {
        caller.needs(Staff.Role.AGENT);
        if (!inbox.release(caller.desk(), id)) {
            throw missing(id);
        }
        audit(caller, id, "retry", "new");
    }

    /** Lets one out without being understood: staff see it as a message of nobody, on no ticket. */
    @PostMapping("/{id}/release")
    void release(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long id) {
        caller.needs(Staff.Role.AGENT);
        String channel = mail(caller, id).key().channel();
        if (!channel.startsWith("mail:") && !channel.startsWith(MessageKey.REDIRECT)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "Message " + id + " came by " + channel + "; only mail can be released.");
        }
        if (releasing.release(caller.desk(), id, clock.instant()).isEmpty()) {
            throw missing(id);
        }
        audit(caller, id, "release", "done");
    }

    private RawMessage mail(Caller caller, long id) {
        return quarantine.find(caller.desk(), id).orElseThrow(() -> missing(id));
    }

    private static ApiProblem missing(long id) {
        return ApiProblem.missing("message " + id + " in quarantine (any more)");
    }

    private void audit(Caller caller, long id, String what, String after) {
        AuditLine line = new AuditLine(
                caller.desk(), caller.actor(), "message " + id, what, "quarantined", after, clock.instant());
        store.transact(tx -> {
            tx.audit(line);
            return line;
        });
    }
}
