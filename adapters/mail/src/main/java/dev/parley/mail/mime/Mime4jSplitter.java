package dev.parley.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Takes a multipart apart (RFC 2046 section 5.1) with the pull parser of Apache James Mime4j. */
final class Mime4jSplitter {

    /**
     * Characters of a boundary that are handed to Mime4j. RFC 2046 section 5.1.1 allows 70; Mime4j 0.8.14 never
     * returns when a boundary does not fit into its buffer of 4,096 bytes.
     */
    private static final int BOUNDARY_CHARS_MAX = 200;

    private final MimeConfig config;
    private final int partsMax;

    Mime4jSplitter(Limits limits) {
        this.partsMax = limits.parts();
        this.config = new MimeConfig.Builder()
                .setStrictParsing(false)
                .setMaxLineLen(limits.bytes())
                .setMaxHeaderCount(limits.headerFields())
                .setMaxHeaderLen(limits.headerChars())
                .setMaxContentLen(limits.bytes())
                .setCountLineNumbers(false)
                .build();
    }

    /** Whether Mime4j can be trusted to return: a boundary of ordinary length in visible ASCII and blanks. */
    static boolean takes(String boundary) {
        return boundary.length() <= BOUNDARY_CHARS_MAX && boundary.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    SplitParts split(byte[] body, String boundary) throws IOException, MimeException {
        List<byte[]> parts = new ArrayList<>();
        byte[] after = {};
        MimeTokenStream tokens = new MimeTokenStream(config);
        tokens.setRecursionMode(RecursionMode.M_RAW);
        tokens.parseHeadless(new ByteArrayInputStream(body), contentType(boundary));
        EntityState state = tokens.getState();
        while (state != EntityState.T_END_OF_STREAM && parts.size() <= partsMax) {
            if (state == EntityState.T_RAW_ENTITY) {
                parts.add(tokens.getInputStream().readAllBytes());
            } else if (state == EntityState.T_EPILOGUE) {
                after = tokens.getInputStream().readAllBytes();
            }
            state = tokens.next();
        }
        return new SplitParts(parts, after);
    }

    private static String contentType(String boundary) {
        return "multipart/mixed; boundary=\"" + boundary.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
