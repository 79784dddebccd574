package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The schema for editors knows the keys the loader knows, no more and no less. */
class SchemaTest {
    private static final String NOT_A_KEY = "not-a-key";
    private static final String STAFF = "\nstaff:\n  notices: team@vendor.example\n";
    private static final List<Path> FILES = Stream.of("pro-support", "rayos", "support-packages")
            .map(name -> ProSupportTest.FILE.resolveSibling(name + ".yaml"))
            .toList();
    private static final JsonNode SCHEMA = new JsonMapper()
            .readTree(ProSupportTest.FILE.resolveSibling("desk.schema.json").toFile());

    @TempDir
    private Path folder = Path.of("");

    /** Every place of the schema with keys of its own, such as {@code packages/sizes/*}; empty for the whole file. */
    private static Stream<String> places() {
        var places = new ArrayList<String>();
        places(SCHEMA, "", places);
        return places.stream();
    }

    private static void places(JsonNode node, String path, List<String> places) {
        places.add(path);
        for (var property : node.path("properties").properties()) {
            var below = path.isEmpty() ? property.getKey() : path + "/" + property.getKey();
            if (property.getValue().has("properties")) {
                places(property.getValue(), below, places);
            } else if (resolved(property.getValue().path("items")).has("properties")) {
                places(resolved(property.getValue().path("items")), below + "/*", places);
            }
        }
    }

    /** Every key that holds a value, as the page on desk files names it, such as {@code packages.sizes[].price}. */
    static List<String> keysOfAllPlaces() {
        return places().flatMap(place -> keys(place).stream()
                        .map(key -> place.isEmpty() ? key : place + "/" + key)
                        .filter(key -> places().noneMatch(other -> other.equals(key) || other.equals(key + "/*"))))
                .map(key -> key.replace("/*", "[]").replace('/', '.'))
                .toList();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? SCHEMA.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** Puts an unknown key into the place of each desk; the loader's complaint lists the keys it knows there. */
    @ParameterizedTest
    @MethodSource("places")
    void schemaAndLoaderKnowTheSameKeys(String place) throws IOException {
        var known = new TreeSet<String>();
        for (var desk : FILES) {
            var text = Files.readString(desk) + STAFF;
            var node = find(new Yaml().compose(new StringReader(text)), place);
            if (node.isPresent()) {
                known.addAll(known(with(text, node.get())));
            }
        }
        assertThat(known).isEqualTo(keys(place));
    }

    @Test
    void severalPlacesAreCompared() {
        assertThat(places())
                .contains("", "staff", "severities/*/signs/*", "hours/overage", "service-levels/escalate/*");
    }

    @ParameterizedTest
    @MethodSource("files")
    void editorsFindTheSchemaFromTheFile(Path file) throws IOException {
        assertThat(Files.readString(file)).startsWith("# yaml-language-server: $schema=desk.schema.json\n");
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachOfTheThreeDesksIsAsTheSchemaHasIt(Path file) throws IOException {
        assertThat(mistakes(Files.readString(file) + STAFF)).isEmpty();
    }

    /** What an editor underlines already, before anybody runs the check. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rayos            | unit: point                | unit: points",
                "rayos            | 'unit: point'              | unit: credit",
                "rayos            | work: by points            | works: by points",
                "rayos            | monday: [09:00-13:00,      | 'monday: [9-13,'",
                "rayos            | 2026-12-24: []             | 24.12.2026: []",
                "rayos            | monday: [                  | mondays: [",
                "rayos            | {type: work, first         | {type: feature, first",
                "rayos            | accepted-up-to: 0          | extra-point: 50.00",
                "support-packages | percent: 10 %              | percent: 10",
                "support-packages | service: monitoring        | service: gardening",
                "support-packages | after: 4 hours             | after: soon",
                "pro-support      | expire: never              | expire: 90 days",
                "pro-support      | 4.3.9]                     | 4.3.9.SP1]",
                "pro-support      | '{credits: 25, price: 100.00}' | '{units: 25, price: 100.00}'"
            })
    void theSchemaRefusesWhatItCanSee(String desk, String right, String wrong) throws IOException {
        var text = Files.readString(ProSupportTest.FILE.resolveSibling(desk + ".yaml"));
        assertThat(text).contains(right);
        assertThat(mistakes(text.replaceFirst(Pattern.quote(right), wrong))).isNotEmpty();
    }

    private static List<String> mistakes(String text) {
        return new JsonSchema(SCHEMA).mistakes(json(new Yaml().compose(new StringReader(text))));
    }

    private static JsonNode json(Node node) {
        var nodes = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            var object = nodes.objectNode();
            mapping.getValue()
                    .forEach(tuple ->
                            object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode list) {
            var array = nodes.arrayNode();
            list.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        var text = ((ScalarNode) node).getValue();
        if (node.getTag().equals(Tag.INT)) {
            return nodes.numberNode(Integer.parseInt(text));
        }
        if (node.getTag().equals(Tag.FLOAT)) {
            return nodes.numberNode(new BigDecimal(text));
        }
        return node.getTag().equals(Tag.BOOL) ? nodes.booleanNode(text.equals("true")) : nodes.stringNode(text);
    }

    private static Stream<Path> files() {
        return FILES.stream();
    }

    /** The first mapping at {@code place}. */
    private static Optional<MappingNode> find(Node node, String place) {
        Optional<Node> found = Optional.of(node);
        for (var step : place.isEmpty() ? new String[0] : place.split("/", -1)) {
            found = found.flatMap(n -> below(n, step));
        }
        return found.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
    }

    private static Optional<Node> below(Node node, String step) {
        if (step.equals("*")) {
            return node instanceof SequenceNode list ? list.getValue().stream().findFirst() : Optional.empty();
        }
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(step))
                        .map(tuple -> tuple.getValueNode())
                        .findFirst()
                : Optional.empty();
    }

    /** The file with an unknown key before the first of the mapping. */
    private static String with(String text, MappingNode node) {
        var mark = node.getValue().getFirst().getKeyNode().getStartMark();
        var at = text.offsetByCodePoints(0, mark.getIndex());
        var flow = node.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
        var more = NOT_A_KEY + ": 1" + (flow ? ", " : "\n" + " ".repeat(mark.getColumn()));
        return text.substring(0, at) + more + text.substring(at);
    }

    private static Set<String> keys(String place) {
        var node = SCHEMA;
        for (var step : place.isEmpty() ? new String[0] : place.split("/", -1)) {
            node = resolved(
                    step.equals("*")
                            ? node.path("items")
                            : node.path("properties").path(step));
        }
        return new TreeSet<>(node.path("properties").propertyNames());
    }

    private Set<String> known(String text) throws IOException {
        DeskFileTest.copyTexts(folder);
        var file = Files.writeString(folder.resolve("desk.yaml"), text);
        if (!(DeskFile.load(file) instanceof DeskFile.Loaded.Bad(var problems))) {
            throw new AssertionError("an unknown key went unnoticed");
        }
        assertThat(problems).hasSize(1);
        var right = problems.getFirst().right();
        assertThat(right).contains("known here: ");
        return Arrays.stream(right.replaceFirst(".*known here: ", "").split(", ", -1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
