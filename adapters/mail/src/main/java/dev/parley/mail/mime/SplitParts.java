package dev.parley.mail.mime;

import java.util.List;

/**
 * A multipart cut at its boundaries.
 *
 * @param parts each with its own header
 * @param after what stands after the closing boundary
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
record SplitParts(List<byte[]> parts, byte[] after) {}
