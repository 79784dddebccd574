package dev.parley.mail.wire;

/** The last UID that was dealt with; UIDs are only worth something together with the folder's UIDVALIDITY. */
record Checkpoint(long validity, long uid) {
    static Checkpoint of(String text) {
        int colon = text.indexOf(':');
        return new Checkpoint(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return validity + ":" + uid;
    }
}
