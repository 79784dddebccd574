package dev.parley.slack.loopback;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Uploaded files. Guarded by the {@link World}'s lock. */
final class Files {

    /** Most bytes of one file here. */
    static final int SIZE_MAX = 20 * 1024 * 1024;

    /** A file and what is in it. */
    static final class Stored {

        private final ObjectNode json;
        private final byte[] content;
        private final boolean complete;

        Stored(ObjectNode json, byte[] content, boolean complete) {
            this.json = json;
            this.content = content.clone();
            this.complete = complete;
        }

        String id() {
            return Json.text(json, "id");
        }

        ObjectNode json() {
            return json;
        }

        byte[] content() {
            return content.clone();
        }

        boolean complete() {
            return complete;
        }
    }

    private final Map<String, Stored> all = new LinkedHashMap<>();

    Optional<Stored> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    void put(Stored file) {
        all.put(file.id(), file);
    }

    /** A new file of somebody, without its content yet. */
    static ObjectNode describe(World world, Team team, String user, String name) {
        String id = world.id("F");
        int dot = name.lastIndexOf('.');
        String type = dot < 0 ? "binary" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return Json.object()
                .put("id", id)
                .put("created", world.now().getEpochSecond())
                .put("timestamp", world.now().getEpochSecond())
                .put("name", name)
                .put("title", name)
                .put("mimetype", mime(type))
                .put("filetype", type)
                .put("pretty_type", type.toUpperCase(java.util.Locale.ROOT))
                .put("user", user)
                .put("user_team", team.homeOf(user))
                .put("editable", false)
                .put("size", 0)
                .put("mode", "hosted")
                .put("is_external", false)
                .put("external_type", "")
                .put("is_public", false)
                .put("public_url_shared", false)
                .put("url_private", world.url("files-pri/" + id + "/" + safe))
                .put("url_private_download", world.url("files-pri/" + id + "/download/" + safe))
                .put("permalink", "https://" + team.domain + ".slack.com/files/" + user + "/" + id + "/" + safe)
                .put("has_rich_preview", false)
                .put("file_access", "visible");
    }

    private static String mime(String type) {
        return switch (type) {
            case "txt", "log", "md" -> "text/plain";
            case "csv" -> "text/csv";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "pdf" -> "application/pdf";
            case "json" -> "application/json";
            case "zip" -> "application/zip";
            default -> "application/octet-stream";
        };
    }
}
