package dev.parley.app.bot;

import java.net.URI;

/** The bots a conversation is held with, and what happens to them on the way. */
interface Crew extends AutoCloseable {
    /** A living bot's staff API. */
    URI url();

    /** Something has just happened: the moment to kill. */
    void after(String step);

    @Override
    void close();
}
