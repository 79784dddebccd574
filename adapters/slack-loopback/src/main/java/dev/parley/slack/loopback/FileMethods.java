package dev.parley.slack.loopback;

import dev.parley.slack.loopback.RateLimits.Tier;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code files.*}. */
final class FileMethods {

    private final Messages messages;

    FileMethods(Messages messages) {
        this.messages = messages;
    }

    void addTo(Methods methods) {
        methods.add("files.getUploadURLExternal", Tier.FOUR, "files:write", this::place);
        methods.add("files.completeUploadExternal", Tier.FOUR, "files:write", this::complete);
        methods.add("files.info", Tier.FOUR, "files:read", this::info);
    }

    private ObjectNode place(Session session, Args args) {
        String name = args.need("filename");
        int length = args.number("length", 0);
        if (length < 1) {
            throw new SlackError("invalid_arguments");
        }
        if (length > Files.SIZE_MAX) {
            throw new SlackError("file_too_large");
        }
        ObjectNode json = Files.describe(session.world, session.team, session.team.botUser, name);
        session.world.files.put(new Files.Stored(json.put("size", length), new byte[0], false));
        String id = Json.text(json, "id");
        return Json.object()
                .put("upload_url", session.world.url("upload/" + id))
                .put("file_id", id);
    }

    private ObjectNode complete(Session session, Args args) {
        JsonNode wanted = args.json("files").orElseThrow(() -> Session.invalid("missing required field: files"));
        List<Files.Stored> stored = new ArrayList<>();
        for (JsonNode each : wanted) {
            Files.Stored file = session.world
                    .files
                    .find(Json.text(each, "id"))
                    .filter(found -> found.content().length > 0)
                    .orElseThrow(() -> new SlackError("file_not_found"));
            if (each.has("title")) {
                file.json().put("title", Json.text(each, "title"));
            }
            stored.add(file);
        }
        ObjectNode answer = Json.object();
        ArrayNode files = answer.putArray("files");
        stored.forEach(file -> {
            session.world.files.put(new Files.Stored(file.json(), file.content(), true));
            files.add(file.json().deepCopy());
        });
        if (args.has("channel_id")) {
            share(session, args, files);
        }
        return answer;
    }

    private void share(Session session, Args args, ArrayNode files) {
        Channel channel = session.channel(args.text("channel_id"));
        if (!session.isIn(channel)) {
            throw new SlackError("not_in_channel");
        }
        if (channel.archived) {
            throw new SlackError("is_archived");
        }
        ObjectNode message = messages.ofBot(session.team, args.text("initial_comment"));
        message.put("subtype", "file_share").set("files", files.deepCopy());
        messages.intoThread(channel, message, args.text("thread_ts"));
        messages.post(channel, message);
    }

    private ObjectNode info(Session session, Args args) {
        ObjectNode answer = Json.object();
        answer.set(
                "file",
                session.world
                        .files
                        .find(args.need("file"))
                        .filter(Files.Stored::complete)
                        .orElseThrow(() -> new SlackError("file_not_found"))
                        .json()
                        .deepCopy());
        answer.putArray("comments");
        return answer;
    }
}
