package dev.parley.app.slack;

import dev.parley.slack.SlackChannel;
import dev.parley.slack.SlackChannel.Answered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what Slack sends by HTTP, where a desk does not use Socket Mode. */
@RestController
public class SlackController {
    private static final int BYTES_MAX = 512 << 10;

    private final SlackDesks desks;

    SlackController(SlackDesks desks) {
        this.desks = desks;
    }

    @PostMapping("/api/v1/slack/{desk}")
    ResponseEntity<String> heard(
            @PathVariable String desk, @RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        if (body.length > BYTES_MAX) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("Larger than anything Slack sends.");
        }
        Map<String, List<String>> all = headers.headerSet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
        return desks.of(desk)
                .map(channel -> answered(channel, desk, all, body))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).body("No desk with Slack."));
    }

    private static ResponseEntity<String> answered(
            SlackChannel channel, String desk, Map<String, List<String>> headers, byte[] body) {
        Answered answer = channel.heard("/api/v1/slack/" + desk, headers, new String(body, StandardCharsets.UTF_8));
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.parseMediaType(answer.contentType()))
                .body(answer.body());
    }
}
