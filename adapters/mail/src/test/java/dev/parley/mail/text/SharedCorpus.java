package dev.parley.mail.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real mail with expected results, kept beside the repository; absent on most machines. */
final class SharedCorpus {

    record Check(String field, String op, String value) {}

    record Case(String id, String source, String file, String kind, String input, List<Check> checks) {

        boolean has(String field) {
            return checks.stream().anyMatch(check -> check.field().equals(field));
        }
    }

    private final Path folder;

    private SharedCorpus(Path folder) {
        this.folder = folder;
    }

    static Optional<SharedCorpus> find() {
        String set = System.getProperty("parley.shared");
        if (set != null) {
            return Optional.of(new SharedCorpus(Path.of(set, "corpus", "mail")));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path mail = at.resolve("shared").resolve("corpus").resolve("mail");
            if (Files.isDirectory(mail)) {
                return Optional.of(new SharedCorpus(mail));
            }
        }
        return Optional.empty();
    }

    List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        JsonMapper mapper = JsonMapper.shared();
        for (String line : Files.readAllLines(folder.resolve("cases.jsonl"))) {
            JsonNode node = mapper.readTree(line);
            List<Check> checks = new ArrayList<>();
            for (JsonNode check : node.get("checks")) {
                checks.add(new Check(
                        check.get("field").asString(),
                        check.get("op").asString(),
                        check.get("value").asString("")));
            }
            cases.add(new Case(
                    node.get("id").asString(),
                    node.get("source").asString(),
                    node.get("file").asString(),
                    node.get("kind").asString(),
                    node.get("input").asString(),
                    checks));
        }
        return cases;
    }

    String read(String file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** The text a person would be shown of this case. */
    String text(Case one) throws IOException {
        return switch (one.input()) {
            case "eml" -> firstPlain(one.file());
            case "html" -> ReplyText.htmlToText(read(one.file()));
            default -> read(one.file());
        };
    }

    SplitText split(Case one) throws IOException {
        return one.input().equals("html") ? ReplyText.ofHtml(read(one.file())) : ReplyText.ofPlain(text(one));
    }

    private String firstPlain(String file) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try (var in = Files.newInputStream(folder.resolve(file))) {
            String text = plainOf(builder.parseMessage(in));
            return text == null ? "" : text;
        }
    }

    private static @Nullable String plainOf(Entity entity) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                String text = plainOf(part);
                if (text != null) {
                    return text;
                }
            }
            return null;
        }
        if (entity.getBody() instanceof TextBody text && "text/plain".equals(entity.getMimeType())) {
            return new String(text.getInputStream().readAllBytes(), charset(text));
        }
        return null;
    }

    private static java.nio.charset.Charset charset(TextBody text) {
        java.nio.charset.Charset named = text.getCharset();
        return named == null ? StandardCharsets.UTF_8 : named;
    }
}
