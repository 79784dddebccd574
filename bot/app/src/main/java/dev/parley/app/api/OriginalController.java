package dev.parley.app.api;

import dev.parley.core.message.Attachment;
import dev.parley.core.port.KeptFiles;
import dev.parley.core.port.Originals;
import dev.parley.core.port.Originals.Original;
import dev.parley.mail.MailView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Messages as they came: their HTML made safe, and their files. Somebody else wrote all of it, so a browser is told to
 * run, load and guess nothing.
 */
@RestController
@RequestMapping("/api/v1/tickets/{number}/messages/{id}")
class OriginalController {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** Even if the sanitiser had a hole: nothing runs, nothing is fetched from elsewhere, no form is sent. */
    private static final String POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

    /** What a browser may show as a picture; everything else is bytes. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/gif", "image/jpeg", "image/webp");

    private final Originals originals;
    private final KeptFiles files;

    OriginalController(Originals originals, KeptFiles files) {
        this.originals = originals;
        this.files = files;
    }

    /** What a mail program would show, with pictures from elsewhere left out and counted. */
    @GetMapping("/html")
    ResponseEntity<String> html(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @PathVariable long id) {
        Original original = original(caller, number, id);
        MailView.Shown shown = MailView.of(original.message()).html(original.files(), index -> "files/" + index);
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Parley-Blocked-Pictures", Integer.toString(shown.blockedPictures()))
                .body(page("Message " + id + " of ticket " + number, remark(shown) + shown.body()));
    }

    private static String page(String title, String body) {
        return """
            <!doctype html>
            <html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>%s</title>
            <style>body{font:15px/1.45 system-ui,sans-serif;margin:1em;overflow-wrap:break-word}img{max-width:100%%}
            .parley{color:#555;border-bottom:1px solid #ccc;font-size:13px}</style></head>
            <body>%s</body></html>
            """.formatted(title, body);
    }

    private static String remark(MailView.Shown shown) {
        String blocked = shown.blockedPictures() == 0
                ? ""
                : shown.blockedPictures()
                        + " picture(s) from elsewhere were not loaded: they tell who reads the mail. ";
        String cut = shown.cut() ? "The mail has more than is shown here." : "";
        return blocked.isEmpty() && cut.isEmpty() ? "" : "<p class=\"parley\">" + blocked + cut + "</p>\n";
    }

    /** A file that came with it, counted from 0 as the ticket shows them. */
    @GetMapping("/files/{index}")
    void file(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @PathVariable long id,
            @PathVariable int index,
            HttpServletResponse answer)
            throws IOException {
        Original original = original(caller, number, id);
        if (index < 0 || index >= original.files().size()) {
            throw ApiProblem.missing("file " + index + " of message " + id + "; it has "
                    + original.files().size() + ", counted from 0");
        }
        Attachment file = original.files().get(index);
        var inMail = MailView.of(original.message()).file(file.sha256());
        String type = PICTURES.contains(file.type()) ? file.type() : MediaType.APPLICATION_OCTET_STREAM_VALUE;
        Downloads.head(answer, file.name(), type);
        answer.setContentLengthLong(file.size());
        if (inMail.isPresent()) {
            answer.getOutputStream().write(inMail.get());
        } else if (!files.write(caller.desk(), file.sha256(), answer.getOutputStream())) {
            answer.reset();
            throw ApiProblem.missing("file " + index + " of message " + id + " any more");
        }
    }

    private Original original(Caller caller, long number, long id) {
        return originals
                .find(caller.desk(), number, id)
                .orElseThrow(() -> ApiProblem.missing("message " + id + " that came in on ticket " + number));
    }
}
