package dev.parley.slack.loopback;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list, with the cursor of the next. */
record Page<T>(List<T> items, String nextCursor) {

    static <T> Page<T> of(List<T> all, Args args, int usual, int most) {
        int limit = args.number("limit", usual);
        if (limit < 1) {
            throw new SlackError("invalid_limit");
        }
        int from = start(args.text("cursor"));
        int to = Math.min(all.size(), from + Math.min(limit, most));
        if (from > all.size()) {
            throw new SlackError("invalid_cursor");
        }
        return new Page<>(all.subList(from, to), to < all.size() ? "loopback:" + to : "");
    }

    private static int start(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("loopback:\\d{1,9}")) {
            throw new SlackError("invalid_cursor");
        }
        return Integer.parseInt(cursor.substring("loopback:".length()));
    }

    boolean hasMore() {
        return !nextCursor.isEmpty();
    }

    ObjectNode cursor(ObjectNode answer) {
        answer.putObject("response_metadata").put("next_cursor", nextCursor);
        return answer;
    }
}
