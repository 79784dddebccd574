package dev.parley.core.ticket;

/** Whether the customer wants to be asked before work that costs more than category 1 (C-14, C-15). */
public sealed interface Mode {
    /** Assess first, then ask (C-15). */
    record Ask() implements Mode {}

    /**
     * The request came from an address nobody could prove (G3): even category 1 is asked for, because answering it
     * would charge somebody on a forger's word.
     */
    record AskAlways() implements Mode {}

    /** Agreed in advance for fixed prices up to {@code cap} units (C-14, C-14a). */
    record PreAgreed(long cap) implements Mode {
        public PreAgreed {
            if (cap < 1) {
                throw new IllegalArgumentException("pre-agreement cap " + cap + " is below 1");
            }
        }
    }
}
