package dev.parley.mail.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real mail with expected results, kept beside the repository; absent on most machines. */
public record MailCorpus(Path folder) {

    /** Where the corpus is, or nothing when this machine has none. */
    public static Optional<MailCorpus> find() {
        String set = System.getProperty("parley.shared");
        if (set != null) {
            return Optional.of(new MailCorpus(Path.of(set, "corpus", "mail")));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path mail = at.resolve("shared").resolve("corpus").resolve("mail");
            if (Files.isDirectory(mail)) {
                return Optional.of(new MailCorpus(mail));
            }
        }
        return Optional.empty();
    }

    /** A line of {@code cases.jsonl}. */
    List<JsonNode> cases() throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        return Files.readAllLines(folder.resolve("cases.jsonl")).stream()
                .map(mapper::readTree)
                .toList();
    }

    /** Source, file, kind, expectation. */
    record Listed(String source, String file, String kind, String expected) {}

    List<Listed> manifest() throws IOException {
        List<Listed> listed = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("manifest.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (cells.length >= 4 && Files.isRegularFile(folder.resolve(cells[1]))) {
                listed.add(new Listed(cells[0], cells[1], cells[2], cells[3]));
            }
        }
        return listed;
    }

    /** Every file, whether it is a mail or not. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}
