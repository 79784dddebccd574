package dev.parley.mail.mime;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a mail of so many small things that it had to be taken out.
 *
 * @param before the mail without it
 * @param takenOut the line that stands for it, or null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record MailRest(byte[] before, @Nullable StandIn takenOut) {
    private static final int LINE_MAX = 400;
    private static final String TYPE = "application/octet-stream";

    static MailRest of(byte[] mail, String mark) {
        int last = -1;
        if (!mark.isEmpty()) {
            for (int at = Math.max(0, mail.length - LINE_MAX); at >= 0; ) {
                at = StandIn.next(mail, at, mark);
                if (at >= 0) {
                    last = at++;
                }
            }
        }
        StandIn takenOut = last < 0 ? null : StandIn.at(mail, last, mark);
        boolean isRest = takenOut != null && takenOut.form().equals(StandIn.REST);
        return isRest ? new MailRest(Arrays.copyOf(mail, last), takenOut) : new MailRest(mail, null);
    }

    /** The mail's parts and it, as a file. */
    MimePart with(MimePart root, List<String> warnings) {
        if (takenOut == null) {
            return root;
        }
        warnings.add("the mail has more small parts than can be read; the last " + takenOut.size()
                + " bytes are kept as a file");
        Parameters parameters = new Parameters(TYPE, Map.of("name", "rest-of-the-mail.bin"));
        MimePart file = new MimePart(Headers.NONE, TYPE, parameters, new byte[0], List.of(), takenOut);
        Parameters mixed = Parameters.parse("multipart/mixed");
        return new MimePart(root.headers(), mixed.value(), mixed, new byte[0], List.of(root, file));
    }
}
