package dev.parley.core.conversation;

import java.util.regex.Pattern;

/** Pages of the bot's whose address is one reader's secret: whoever has it acts in their name. */
public final class OwnPages {
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[^\\s<>\"]+/(?:quote|buy|points|plan|reviews)/[^\\s/<>\"]+/)[^\\s<>\"]+");

    private OwnPages() {}

    /** {@code text} for anybody but its reader: addresses of such pages end before their secret. */
    public static String masked(String text) {
        return ADDRESS.matcher(text).replaceAll("$1…");
    }
}
