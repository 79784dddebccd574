package dev.parley.app.desk;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Turns a file into YAML nodes, which know their line; anything that is no YAML mapping is a problem. */
final class YamlFile {
    /** Larger than any desk file a person writes, small enough to be read at once. */
    static final int BYTES_MAX = 1_000_000;

    private YamlFile() {}

    /** The file's top section; empty after a problem was added to {@code problems}. */
    static Optional<Section> open(Path path, List<Problem> problems) {
        var file = path.toString();
        try {
            if (Files.size(path) > BYTES_MAX) {
                return fail(problems, at(file, 1, 1, "the file is too large", "at most " + BYTES_MAX + " bytes"));
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return compose(file, text, problems);
        } catch (NoSuchFileException _) {
            return fail(problems, at(file, 1, 1, "there is no such file", "check the path"));
        } catch (CharacterCodingException _) {
            return fail(problems, at(file, 1, 1, "the file is not UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            return fail(problems, at(file, 1, 1, "the file cannot be read", String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Section> compose(String file, String text, List<Problem> problems) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(new Page(file, text, problems).section(null, "", mapping.getStartMark(), mapping));
            }
            var what = node == null ? "the file is empty" : "the file holds no keys";
            return fail(problems, at(file, 1, 1, what, "write keys and values, such as ‘desk: pro-support’"));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var what = "this is not YAML: " + String.valueOf(e.getProblem()).replaceAll("\\s+", " ");
            var right = "check indentation (spaces, not tabs), colons and quotes";
            return fail(
                    problems,
                    mark == null
                            ? at(file, 1, 1, what, right)
                            : at(file, mark.getLine() + 1, mark.getColumn() + 1, what, right));
        } catch (ReaderException e) {
            var before = text.substring(0, Math.min(e.getPosition(), text.length()));
            var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            var column = before.length() - before.lastIndexOf('\n');
            return fail(problems, at(file, line, column, "a character that cannot be printed", "delete it"));
        } catch (YAMLException e) {
            return fail(problems, at(file, 1, 1, "this is not YAML: " + e.getMessage(), "make it simpler"));
        }
    }

    private static Problem at(String file, int line, int column, String what, String right) {
        return new Problem(file, line, column, "", what, right);
    }

    private static Optional<Section> fail(List<Problem> problems, Problem problem) {
        problems.add(problem);
        return Optional.empty();
    }
}
