package dev.parley.mail.read;

import dev.parley.mail.kind.Bounce;
import dev.parley.mail.kind.BounceRecipient;
import dev.parley.mail.kind.MailKind;
import dev.parley.mail.read.MailCorpus.Listed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Scores classification and bounce reading against the shared corpus; prints Markdown tables. */
final class CorpusScores {

    private static final Set<MailKind> FAILED = Set.of(MailKind.BOUNCE, MailKind.DELAYED);
    private static final Set<String> NOT_BOUNCES = Set.of("mime", "charset", "threading", "auth");

    /** Delivery reports that other projects keep as examples of MIME. */
    private static final Set<String> BOUNCES_BY_CONTENT = Set.of(
            "enmime/mail/multipart-wo-boundary.raw",
            "mikel-mail/fixtures/emails/mime_emails/raw_email_with_mimepart_without_content_type.eml",
            "mime4j/resources/mimetools-testmsgs/badbound.msg",
            "webklex/messages/issue-462.eml");

    /** Right answers out of all, for one source and one question. */
    static final class Score {
        private int right;
        private int all;

        int right() {
            return right;
        }

        int all() {
            return all;
        }

        double share() {
            return all == 0 ? 1 : (double) right / all;
        }
    }

    private final MailCorpus corpus;
    private final MailReader reader = new MailReader(MailReadSettings.DEFAULT);
    private final Map<String, Score> scores = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    CorpusScores(MailCorpus corpus) {
        this.corpus = corpus;
    }

    public static void main(String[] args) throws IOException {
        CorpusScores scores = new CorpusScores(MailCorpus.find().orElseThrow());
        scores.run();
        if (args.length > 0 && args[0].equals("--failures")) {
            scores.failures.forEach(System.out::println);
        }
        System.out.println(scores.table());
    }

    CorpusScores run() throws IOException {
        Set<String> labelled = new HashSet<>();
        for (JsonNode one : corpus.cases()) {
            if (Set.of("bounce", "abuse", "auto_reply").contains(one.get("kind").asString())) {
                labelled.add(one.get("file").asString());
                labelled(one);
            }
        }
        for (Listed listed : corpus.manifest()) {
            if (!labelled.contains(listed.file())) {
                listed(listed);
            }
        }
        texts();
        return this;
    }

    Score score(String question) {
        return scores.getOrDefault(question, new Score());
    }

    private void labelled(JsonNode one) throws IOException {
        String file = one.get("file").asString();
        String source = one.get("source").asString();
        ReadMail mail = reader.read(corpus.bytes(file));
        for (JsonNode check : one.get("checks")) {
            JsonNode value = check.get("value");
            switch (check.get("field").asString()) {
                case "bounce" -> {
                    boolean wanted = value.asBoolean();
                    String question = wanted ? " | bounce found" : " | not taken for a bounce";
                    count(
                            source + question,
                            FAILED.contains(mail.kind()) == wanted,
                            file,
                            mail.kind().word());
                }
                case "dsn" ->
                    count(
                            source + " | delivered",
                            mail.kind() == MailKind.DELIVERED,
                            file,
                            mail.kind().word());
                case "abuse_report" ->
                    count(
                            source + " | abuse report",
                            mail.kind() == MailKind.ABUSE_REPORT,
                            file,
                            mail.kind().word());
                case "auto_reply" -> {
                    boolean right = mail.kind() == MailKind.AUTO_REPLY || mail.kind() == MailKind.OUT_OF_OFFICE;
                    count(
                            source + " | automatic answer",
                            right,
                            file,
                            mail.kind().word());
                }
                case "recipients" -> recipients(source, file, mail, value);
                default -> {}
            }
        }
    }

    private void listed(Listed listed) throws IOException {
        if (NOT_BOUNCES.contains(listed.kind()) && !BOUNCES_BY_CONTENT.contains(listed.file())) {
            MailKind kind = reader.read(corpus.bytes(listed.file())).kind();
            count(listed.source() + " | not taken for a bounce", !FAILED.contains(kind), listed.file(), kind.word());
        } else if (listed.kind().equals("bounce") || BOUNCES_BY_CONTENT.contains(listed.file())) {
            MailKind kind = reader.read(corpus.bytes(listed.file())).kind();
            count(listed.source() + " | bounce found", FAILED.contains(kind), listed.file(), kind.word());
        }
    }

    /** Words that another parser reads in plain text parts must be somewhere: in the text or in an attachment. */
    private void texts() throws IOException {
        for (Listed listed : corpus.manifest()) {
            byte[] raw = corpus.bytes(listed.file());
            if (Set.of("mime", "charset", "threading").contains(listed.kind()) && !OtherParser.hangs(listed.file())) {
                ReadMail mail = reader.read(raw);
                StringBuilder kept = new StringBuilder(mail.text());
                mail.attachments()
                        .forEach(file -> kept.append(new String(file.content(), StandardCharsets.ISO_8859_1)));
                List<String> lost = OtherParser.words(raw).stream()
                        .filter(word -> kept.indexOf(word) < 0)
                        .toList();
                count(listed.source() + " | no word lost", lost.isEmpty(), listed.file(), lost.toString());
            }
        }
    }

    private void recipients(String source, String file, ReadMail mail, JsonNode wanted) {
        Bounce bounce = mail.bounce();
        List<BounceRecipient> found = bounce == null ? List.of() : bounce.recipients();
        count(source + " | number of recipients", found.size() == wanted.size(), file, found.size() + " of " + wanted);
        for (int i = 0; i < wanted.size(); i++) {
            JsonNode label = wanted.get(i);
            BounceRecipient one = i < found.size() ? found.get(i) : new BounceRecipient("", "", "", false, "", "");
            boolean hard = label.get("hardbounce").asBoolean();
            count(source + " | hard or soft", i < found.size() && one.hard() == hard, file, one + " not " + label);
            String status = label.get("status").asString();
            boolean invented = status.matches("[45]\\.0\\.9\\d\\d");
            if (!invented) {
                count(source + " | status code", one.status().equals(status), file, one + " not " + label);
            }
            String reply = label.get("reply").asString();
            if (!reply.isEmpty()) {
                count(source + " | SMTP code", one.smtpCode().equals(reply), file, one + " not " + label);
            }
            String reason = label.get("reason").asString();
            count(source + " | reason", one.reason().equals(reason), file, one + " not " + label);
        }
    }

    private void count(String question, boolean right, String file, String detail) {
        Score score = scores.computeIfAbsent(question, _ -> new Score());
        score.all++;
        if (right) {
            score.right++;
        } else {
            failures.add(question + " | " + file + " | " + detail);
        }
    }

    String table() {
        StringBuilder table = new StringBuilder("| source | question | right | of | % |\n|---|---|---|---|---|\n");
        scores.forEach((question, score) -> table.append("| ")
                .append(question)
                .append(" | ")
                .append(score.right)
                .append(" | ")
                .append(score.all)
                .append(" | ")
                .append(Math.round(score.share() * 1000) / 10.0)
                .append(" |\n"));
        return table.toString();
    }
}
