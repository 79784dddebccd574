package dev.parley.core.desk;

import dev.parley.core.hours.HourlyRate;
import dev.parley.core.message.Party;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Renderer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A desk as the use cases see it.
 *
 * @param from name and address customers write to and get mail from
 * @param channel the way out, e.g. {@code mail:support}
 * @param addresses where customers may write, {@code from}'s first, lower case
 * @param personal staff members' own addresses, lower case: mail to them makes no ticket (C-25)
 * @param contactForm the website's contact form, lower case: likewise
 * @param staffMailbox where staff get notices by mail, lower case; null if they only look at the list
 * @param language what it writes in where nothing else is known
 * @param brakes how much it may write by itself
 * @param renderer its texts
 * @param onDemand what an hour without a package costs; null unless the desk works by time
 */
public record DeskProfile(
        DeskPolicy policy,
        Party from,
        String channel,
        List<String> addresses,
        List<String> personal,
        List<String> contactForm,
        @Nullable String staffMailbox,
        Locale language,
        Brakes brakes,
        Renderer renderer,
        @Nullable HourlyRate onDemand) {

    public DeskProfile {
        addresses = List.copyOf(addresses);
        personal = List.copyOf(personal);
        contactForm = List.copyOf(contactForm);
    }

    /** A desk that does not work by time. */
    public DeskProfile(
            DeskPolicy policy,
            Party from,
            String channel,
            List<String> addresses,
            List<String> personal,
            List<String> contactForm,
            @Nullable String staffMailbox,
            Locale language,
            Brakes brakes,
            Renderer renderer) {
        this(policy, from, channel, addresses, personal, contactForm, staffMailbox, language, brakes, renderer, null);
    }

    /** True for one of the desk's own addresses, with or without a signed detail behind a plus sign (RFC 5233). */
    public boolean isOwn(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        String plain = plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
        return addresses.stream().anyMatch(plain::equalsIgnoreCase);
    }

    /** True for the mailbox notices go to: what comes from there is no customer's. */
    public boolean isStaff(String address) {
        return address.equalsIgnoreCase(staffMailbox);
    }

    /** True for an address that makes no ticket and agrees to nothing (C-25, T05). */
    public boolean isRedirected(String address) {
        return personal.contains(address) || contactForm.contains(address);
    }

    /** True for a staff member who writes from an address of their own. */
    public boolean isColleague(String address) {
        return isStaff(address) || personal.contains(address);
    }

    /** The domain of the desk's own address. */
    public String domain() {
        return from.address().substring(from.address().lastIndexOf('@') + 1);
    }

    /**
     * Limits against loops and relay spam (mail requirements 10, 12).
     *
     * @param acknowledgements to people nobody could prove
     * @param automaticPerHour messages to one address that no person wrote and no staff member brought about
     */
    public record Brakes(List<AcknowledgementCap> acknowledgements, int automaticPerHour) {
        public Brakes {
            acknowledgements = List.copyOf(acknowledgements);
        }
    }
}
