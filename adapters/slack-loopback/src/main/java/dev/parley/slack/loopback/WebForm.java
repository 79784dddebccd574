package dev.parley.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a form of the page sends. */
final class WebForm {

    private static final Pattern FILE =
            Pattern.compile("name=\"file\"; filename=\"([^\"]*)\".*?\r\n\r\n", Pattern.DOTALL);

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private String fileName = "";
    private byte[] file = new byte[0];

    static WebForm query(HttpExchange http) {
        WebForm form = new WebForm();
        form.read(Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse(""));
        return form;
    }

    static WebForm body(HttpExchange http) throws IOException {
        WebForm form = new WebForm();
        byte[] body = http.getRequestBody().readNBytes(Files.SIZE_MAX);
        String type = Api.header(http, "Content-Type");
        if (type.startsWith("multipart/form-data")) {
            form.readParts(new String(body, StandardCharsets.ISO_8859_1), type);
        } else {
            form.read(new String(body, StandardCharsets.UTF_8));
        }
        return form;
    }

    private void read(String encoded) {
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private void readParts(String body, String type) {
        Multipart.read(body, type).forEach((name, value) -> {
            if (name.equals("file")) {
                file = value.getBytes(StandardCharsets.ISO_8859_1);
            } else {
                add(name, utf8(value));
            }
        });
        Matcher found = FILE.matcher(body);
        fileName = found.find() ? utf8(found.group(1)) : "";
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    String one(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    String fileName() {
        return fileName;
    }

    byte[] file() {
        return file.clone();
    }

    /** What is chosen in the element that acts: {@code now/BLOCK/ACTION}. */
    String now() {
        return String.join(",", fields.getOrDefault("now/" + one("do"), List.of()));
    }

    /** What is entered in an element. */
    String value(String name) {
        List<String> entered = fields.getOrDefault("v/" + name, fields.getOrDefault("now/" + name, List.of()));
        return String.join(",", entered);
    }

    /** What is entered in each element of a view, what is empty included. */
    Map<String, String> entered(View view) {
        Map<String, String> entered = new LinkedHashMap<>();
        for (JsonNode block : view.blocks()) {
            for (JsonNode element : Views.elements(block)) {
                String name = Json.text(block, "block_id") + "/" + Json.text(element, "action_id");
                String type = Json.text(element, "type");
                if (Values.isEnterable(element)
                        && !List.of("file_input", "rich_text_input").contains(type)) {
                    entered.put(name, value(name));
                }
            }
        }
        return entered;
    }
}
