package dev.parley.app.bot;

import dev.parley.app.desk.Acknowledgements;
import dev.parley.app.desk.Desk;
import dev.parley.app.desk.DeskFile;
import dev.parley.app.desk.HourDefaults;
import dev.parley.app.desk.Packages;
import dev.parley.app.desk.Problem;
import dev.parley.app.desk.Rate;
import dev.parley.app.desk.RequestType;
import dev.parley.app.desk.Severity;
import dev.parley.app.shop.StripeDesks;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.Shop;
import dev.parley.core.desk.Shops;
import dev.parley.core.message.Party;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.AcknowledgementCap.Scope;
import dev.parley.core.port.Payments;
import dev.parley.core.standing.Promises;
import dev.parley.stripe.StripeAccount;
import dev.parley.stripe.StripeMessages;
import dev.parley.stripe.StripePayments;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Desk files as the use cases see them. */
final class Profiles {
    /** More mail than this to one address in an hour is a loop, whatever it says. */
    private static final int AUTOMATIC_PER_HOUR = 60;

    private Profiles() {}

    /** Loads a desk file. @throws BadSettings with every problem of the file */
    static Desk load(Path file) {
        return switch (DeskFile.load(file)) {
            case DeskFile.Loaded.Good good -> good.desk();
            case DeskFile.Loaded.Bad bad ->
                throw new BadSettings(
                        bad.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        };
    }

    static DeskProfile profile(Desk desk, String channel) {
        List<String> addresses = new ArrayList<>();
        addresses.add(desk.addresses().desk());
        addresses.addAll(desk.addresses().also());
        return new DeskProfile(
                desk.policy(),
                new Party(desk.policy().name(), desk.addresses().desk()),
                channel,
                addresses,
                lower(desk.addresses().personal()),
                lower(desk.addresses().contactForm()),
                desk.staffMailbox(),
                desk.languages().getFirst(),
                new DeskProfile.Brakes(caps(desk.acknowledgements()), AUTOMATIC_PER_HOUR),
                desk.texts(),
                desk.hours().map(HourDefaults::onDemand).orElse(null));
    }

    private static List<String> lower(List<String> addresses) {
        return addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What the desks sell. */
    static Shops shops(Desks desks, String publicUrl) {
        Map<String, Shop> byDesk = desks.entries().stream()
                .filter(entry -> entry.desk().offers().isPresent())
                .collect(Collectors.toMap(
                        Desks.Entry::name, entry -> shop(entry.desk().packages().orElseThrow())));
        Map<String, Payments> payments = desks.entries().stream()
                .filter(entry -> entry.settings().stripe().used())
                .collect(Collectors.toMap(Desks.Entry::name, Profiles::payments));
        return new Shops(byDesk, payments, publicUrl.replaceAll("/+$", ""));
    }

    private static Shop shop(Packages packages) {
        return Shop.of(packages.offers(), packages.lowBalance(), packages.automatic());
    }

    private static Payments payments(Desks.Entry entry) {
        BotSettings.Stripe stripe = entry.settings().stripe();
        return new StripePayments(
                new StripeAccount(entry.name(), stripe.secretKey(), stripe.apiBase(), stripe.timeout()));
    }

    /** What requests to {@code desk} can be. */
    static AssessRequest.Kinds kinds(Desk desk) {
        return new AssessRequest.Kinds(
                desk.requests().types().stream().map(RequestType::key).collect(Collectors.toSet()),
                desk.severities().stream().map(Severity::key).toList(),
                desk.requests().services());
    }

    /** Who tells Stripe's messages from forged ones. */
    static StripeDesks stripeDesks(Desks desks, InstantSource clock) {
        return new StripeDesks(desks.entries().stream()
                .filter(entry -> entry.settings().stripe().used())
                .collect(Collectors.toMap(
                        Desks.Entry::name,
                        entry -> new StripeMessages(
                                entry.name(), entry.settings().stripe().webhookSecret(), clock))));
    }

    static Promises promises(Desk desk) {
        List<String> severities = desk.severities().stream().map(Severity::key).toList();
        return new Promises(
                desk.promises().levels(),
                desk.promises().calendar(),
                severities,
                desk.hours().map(HourDefaults::onDemandLevel1Preempts).orElse(false),
                desk.promises().calendars());
    }

    private static List<AcknowledgementCap> caps(Acknowledgements rates) {
        return List.of(
                cap(Scope.ADDRESS, rates.perAddress()),
                cap(Scope.DOMAIN, rates.perDomain()),
                cap(Scope.DESK, rates.inAll()));
    }

    private static AcknowledgementCap cap(Scope of, Rate rate) {
        return new AcknowledgementCap(of, rate.count(), rate.within());
    }
}
