package dev.parley.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What a form remembers of how it was opened; it travels with it and comes back as it was, from Slack alone.
 *
 * @param ticket the number of the ticket it is about
 * @param heard the newest message of the customer its reader could see
 * @param previewed stands for what was previewed; "" before
 */
record Memo(long ticket, long heard, String previewed) {
    String written() {
        JsonObject json = new JsonObject();
        json.addProperty("ticket", ticket);
        json.addProperty("heard", heard);
        json.addProperty("previewed", previewed);
        return json.toString();
    }

    Memo after(String preview) {
        return new Memo(ticket, heard, preview);
    }

    static Memo of(Call call) {
        try {
            JsonObject json = JsonParser.parseString(Call.text(call.view(), "private_metadata"))
                    .getAsJsonObject();
            return new Memo(
                    Long.parseLong(Call.text(json, "ticket")),
                    Long.parseLong(Call.text(json, "heard")),
                    Call.text(json, "previewed"));
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new IllegalArgumentException("a form came back without what it was about", e);
        }
    }
}
