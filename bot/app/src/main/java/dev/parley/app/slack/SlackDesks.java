package dev.parley.app.slack;

import dev.parley.core.port.Inbox;
import dev.parley.slack.SlackChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The desks whose people do triage in Slack. */
public final class SlackDesks implements AutoCloseable {
    private final List<SlackChannel> channels;

    public SlackDesks(List<SlackChannel> channels) {
        this.channels = List.copyOf(channels);
    }

    Optional<SlackChannel> of(String desk) {
        return channels.stream().filter(channel -> channel.desk().equals(desk)).findFirst();
    }

    /** Who works on what was recorded, by channel. */
    public Map<String, BiConsumer<Inbox.Claim, Instant>> work() {
        return channels.stream().collect(Collectors.toMap(SlackChannel::channel, channel -> channel::work));
    }

    /** One step for each desk; true if there may be more to do at once. */
    public boolean post(String worker, Duration lease, Instant now) {
        boolean more = false;
        for (SlackChannel channel : channels) {
            more |= channel.post(worker, lease, now);
        }
        return more;
    }

    /** What is wrong just now, a line each; empty if all is well. */
    public List<String> problems() {
        return channels.stream()
                .map(SlackChannel::problem)
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    @Override
    public void close() {
        channels.forEach(SlackChannel::close);
    }
}
