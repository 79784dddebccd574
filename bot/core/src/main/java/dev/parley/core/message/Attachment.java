package dev.parley.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message; its bytes stay in the raw message.
 *
 * @param name the cleaned file name, never a path
 * @param type the media type, lower case
 * @param size in bytes after decoding
 * @param sha256 of the decoded bytes, hex
 * @param inline true if shown within the text
 * @param contentId the Content-ID without brackets, null if none
 */
public record Attachment(
        String name,
        String type,
        long size,
        String sha256,
        boolean inline,
        @Nullable String contentId) {}
