package dev.parley.app.desk;

import java.util.List;

/**
 * Where mail may be sent, all in lower case.
 *
 * @param desk where customers write to and answers come from
 * @param also further addresses that make tickets
 * @param personal addresses of staff: mail to them makes no ticket and agrees to nothing (C-25, T05)
 * @param contactForm the address of the website's contact form: likewise; may be empty
 * @param customerSupport who answers questions about prices (P-21)
 * @param portal the page where customers buy credits and see their tickets
 */
public record Addresses(
        String desk,
        List<String> also,
        List<String> personal,
        List<String> contactForm,
        String customerSupport,
        String portal) {

    public Addresses {
        also = List.copyOf(also);
        personal = List.copyOf(personal);
        contactForm = List.copyOf(contactForm);
    }

    /** True if mail to {@code address} makes a ticket. */
    public boolean makesTickets(String address) {
        return desk.equalsIgnoreCase(address) || also.stream().anyMatch(address::equalsIgnoreCase);
    }

    /** True if mail to {@code address} gets a pointer to the desk and nothing else (C-25). */
    public boolean getsPointer(String address) {
        return personal.stream().anyMatch(address::equalsIgnoreCase)
                || contactForm.stream().anyMatch(address::equalsIgnoreCase);
    }
}
