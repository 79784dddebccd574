package dev.parley.slack.loopback;

import com.slack.api.methods.SlackApiTextResponse;
import java.util.Collections;

/** Reads what the Web API says, through the SDK's own classes. */
final class Refused {

    private Refused() {}

    /** A call of the SDK's client. */
    @FunctionalInterface
    interface Asked {
        SlackApiTextResponse ask() throws Exception;
    }

    /** The word Slack refused with, {@code ok} when it did not. */
    static String word(Asked call) throws Exception {
        SlackApiTextResponse answer = call.ask();
        return answer.isOk() ? "ok" : String.valueOf(answer.getError());
    }

    static String text(int length) {
        return "x".repeat(length);
    }

    static String blocks(String block, int times) {
        return "[" + String.join(",", Collections.nCopies(times, block)) + "]";
    }
}
