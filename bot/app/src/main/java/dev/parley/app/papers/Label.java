package dev.parley.app.papers;

import java.util.Arrays;
import java.util.Locale;

/** The fixed words of papers, in English and German; every other language gets English. */
enum Label {
    STATEMENT("Account statement", "Kontoauszug"),
    QUOTE("Quote", "Angebot"),
    RECEIPT("Receipt", "Quittung"),
    INVOICE("Invoice", "Rechnung"),
    EVIDENCE("Evidence of a charge", "Nachweis einer Berechnung"),

    PAGE_OF("Page %d of %d", "Seite %d von %d"),
    FROM_DESK("From", "Von"),
    FOR_CUSTOMER("For", "Für"),
    SITE("Site", "Standort"),
    UNIT("Unit", "Einheit"),
    PERIOD("Period", "Zeitraum"),
    PERIOD_OF("%s to %s", "%s bis %s"),
    TIMES("Times", "Zeiten"),
    TIMES_IN("All times are those of %s.", "Alle Zeiten sind die von %s."),
    NUMBER("Number", "Nummer"),
    DATE("Date", "Datum"),
    TICKET("Ticket", "Ticket"),
    SUBJECT("Your request", "Ihr Anliegen"),

    CREDITS("credits", "Credits"),
    CREDIT("credit", "Credit"),
    POINTS("points", "Punkte"),
    POINT("point", "Punkt"),
    ON_DEMAND("hours and minutes on demand", "Stunden und Minuten ohne Paket"),
    HOURS_AND_MINUTES("hours and minutes", "Stunden und Minuten"),

    OPENING("Opening balance", "Anfangsbestand"),
    CLOSING("Closing balance", "Endbestand"),
    OF_WHICH_RESERVED("of which reserved", "davon reserviert"),
    FREE("free", "frei"),
    MOVEMENTS("Movements", "Bewegungen"),
    NO_MOVEMENTS("Nothing moved in this period.", "In diesem Zeitraum hat sich nichts bewegt."),
    WHEN("When", "Wann"),
    WHAT("What", "Was"),
    QUOTE_OR_ORDER("Quote or order", "Angebot oder Auftrag"),
    AMOUNT("Amount", "Betrag"),
    RESERVED("Reserved", "Reserviert"),
    BALANCE("Balance", "Bestand"),
    RESERVED_IN_ALL("Reserved in all", "Reserviert gesamt"),

    WHAT_FOR("What for", "Wofür"),
    CATEGORY("Category", "Kategorie"),
    PRICE("Price", "Preis"),
    OFFERED("Offered", "Angeboten"),
    VALID_UNTIL("Valid until", "Gültig bis"),
    STATE("State", "Stand"),
    HOW_TO_AGREE(
            "To agree, reply with “yes” to the mail of this quote. Before your yes nothing is reserved or charged"
                    + " for it.",
            "Wenn Sie einverstanden sind, antworten Sie auf die Mail mit diesem Angebot mit „ja“. Vor Ihrem Ja wird"
                    + " nichts reserviert oder berechnet."),
    NOT_OPEN("This quote is not open any more.", "Dieses Angebot ist nicht mehr offen."),

    AGREED_PRICE("Agreed price", "Vereinbarter Preis"),
    AGREED_BY("Agreed by", "Zugestimmt hat"),
    NO_YES_NEEDED("no yes was needed", "eine Zustimmung war nicht nötig"),
    CHARGED("Charged", "Berechnet"),
    GIVEN_BACK("Given back", "Zurückgegeben"),
    NET("Remains charged", "Bleibt berechnet"),
    ENTRY("Entry", "Buchung"),
    FROM_LOTS("From", "Aus"),

    QUANTITY("Quantity", "Menge"),
    TOTAL("Total", "Summe"),
    HOURS("hours", "Stunden"),
    INVOICE_PACKAGE("Support package, %s", "Support-Paket, %s"),
    INVOICE_DISCOUNT("Discount for the contract's term, %s", "Rabatt für die Vertragsdauer, %s"),
    INVOICE_OVERAGE("Work beyond the package, %s", "Arbeit über das Paket hinaus, %s"),
    INVOICE_ON_DEMAND("Work on demand, %s", "Arbeit auf Anfrage, %s"),
    INVOICE_ADJUSTMENT(
            "Adjustment of work beyond the package, %s", "Berichtigung der Arbeit über das Paket hinaus, %s"),

    WHAT_WAS_OFFERED("What was offered", "Was angeboten wurde"),
    PRICED_BY("Priced by", "Preis von"),
    REASON("Reason", "Begründung"),
    WHO_AGREED("Who agreed", "Wer zugestimmt hat"),
    CATEGORY_ONE(
            "No yes was asked for: the price list answers requests of category 1 at once.",
            "Nach einem Ja wurde nicht gefragt: Anliegen der Kategorie 1 werden nach der Preisliste sofort"
                    + " beantwortet."),
    NOBODY_AGREED("Nobody has agreed to this version.", "Dieser Fassung hat niemand zugestimmt."),
    IN_ADVANCE(
            "The ticket was agreed in advance up to %s. The message that opened it:",
            "Dem Ticket war im Voraus bis zu %s zugestimmt. Die Nachricht, mit der es begann:"),
    EARLIER_YES(
            "This version needed no yes of its own: it costs no more than %s, which was agreed to:",
            "Diese Fassung brauchte kein eigenes Ja: Sie kostet nicht mehr als %s, dem zugestimmt wurde:"),
    APPROVER_SINCE("May agree since", "Darf zustimmen seit"),
    VERDICT("Sender proven", "Absender bewiesen"),
    RECEIVED("Received", "Empfangen"),
    READ("Read", "Gelesen"),
    MESSAGE("Message", "Nachricht"),
    READING_RULE("Reading rule", "Leseregel"),
    DECIDING_WORDS("The words that decided", "Die Worte, die entschieden"),
    SPAN("Characters %d to %d of the new text.", "Zeichen %d bis %d des neuen Textes."),
    NEW_TEXT("All that was new in the message", "Alles Neue in der Nachricht"),
    MESSAGE_HEADERS("The message's headers", "Die Kopfzeilen der Nachricht"),
    RAW_MESSAGE("Raw message", "Rohe Nachricht"),
    RAW_SIZE("%d bytes, SHA-256 %s", "%d Bytes, SHA-256 %s"),
    LEDGER_ENTRIES("Entries of the ledger", "Buchungen"),
    NO_ENTRIES("The ledger has no entry for this version.", "Zu dieser Fassung gibt es keine Buchung."),
    BY("By", "Durch"),
    SEALS("Place in the hash chain", "Platz in der Hash-Kette"),
    POSITION("position %d, %s", "Stelle %d, %s"),

    STATUS_SENT("waits for a yes", "wartet auf ein Ja"),
    STATUS_AUTO("held without asking", "ohne Rückfrage reserviert"),
    STATUS_ACCEPTED("agreed", "zugestimmt"),
    STATUS_DECLINED("declined", "abgelehnt"),
    STATUS_EXPIRED("expired", "abgelaufen"),
    STATUS_SUPERSEDED("replaced by a newer version", "durch eine neuere Fassung ersetzt"),
    STATUS_WITHDRAWN("taken back", "zurückgezogen"),

    KIND_GRANT("Paid in", "Gutgeschrieben"),
    KIND_HOLD("Reserved", "Reserviert"),
    KIND_POST("Charged", "Berechnet"),
    KIND_VOID("Released", "Freigegeben"),
    KIND_REFUND("Given back", "Zurückgegeben"),
    KIND_REFUND_MONEY("Refunded in money", "In Geld erstattet"),
    KIND_CHARGE_BACK("Payment charged back", "Zahlung zurückgebucht"),
    KIND_EXPIRE("Expired", "Verfallen"),
    KIND_TIME("Time worked", "Arbeitszeit");

    private final String english;
    private final String german;

    Label(String english, String german) {
        this.english = english;
        this.german = german;
    }

    String in(Locale language) {
        return language.getLanguage().equals("de") ? german : english;
    }

    /** The words for a name of the ledger or the core, such as {@code KIND_} and {@code POST}; itself if none. */
    static String named(String group, String name, Locale language) {
        return Arrays.stream(values())
                .filter(label -> label.name().equals(group + name))
                .findFirst()
                .map(label -> label.in(language))
                .orElse(name);
    }
}
