package dev.parley.mail.text;

import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What mail programs put into the elements of an HTML mail: quotes, introductions, signatures, hidden parts. */
final class HtmlMarks {

    /** Elements between the border that Outlook draws and the name of its first header. */
    private static final int DEPTH_OF_NAME = 6;

    private static final Set<String> UNSEEN = Set.of(
            "style",
            "script",
            "head",
            "title",
            "template",
            "noscript",
            "meta",
            "link",
            "object",
            "svg",
            "select",
            "textarea");
    private static final Set<String> WITH_MARGIN =
            Set.of("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "dl");
    private static final Set<String> HISTORY_IDS = Set.of(
            "divrplyfwdmsg",
            "appendonsend",
            "olk_src_body_section",
            "mail-editor-reference-message-container",
            "x_divrplyfwdmsg",
            "x_appendonsend",
            "stopspelling",
            "zwchr",
            "skydriveplaceholder",
            "ms-outlook-mobile-reference-message",
            "isforwardcontent",
            "isreplycontent",
            "orimsghtmlseperator");
    private static final Set<String> SIGNATURE_IDS = Set.of(
            "signature",
            "x_signature",
            "ms-outlook-mobile-signature",
            "applemailsignature",
            "composer_signature",
            "spark_signature",
            "x_applemailsignature",
            "yahoo_signature");
    private static final Set<String> SIGNATURE_CLASSES = Set.of(
            "gmail_signature", "moz-signature", "protonmail_signature_block", "tutanota_signature", "zimbrasignature");
    private static final Set<String> INTRODUCTION_CLASSES =
            Set.of("moz-cite-prefix", "gmail_attr", "moz-email-headers-table", "tutanota_quote_attribution");
    private static final Pattern QUOTE_CLASS =
            Pattern.compile("(?:^|.*[\\s_-]|.*ydp\\w{1,20})(?:yahoo_quoted|protonmail_quote"
                    + "|tutanota_quote|zmail_extra|iosymail|moz-forward-container|cloze_quote)(?:\\s.*|$)");
    private static final Pattern HIDDEN = Pattern.compile("display:none|visibility:hidden|mso-hide:all"
            + "|(?:^|;)(?:max-height:0(?:px)?|font-size:0(?:px|pt)?|opacity:0)(?:;|!|$)");

    private HtmlMarks() {}

    static boolean isHidden(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(style(element)).find();
    }

    static boolean isCell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    static boolean isBlock(Element element) {
        return (element.isBlock() && !element.normalName().equals("br")) || isCell(element);
    }

    static boolean isPreformatted(Element element) {
        return element.normalName().equals("pre") || style(element).contains("white-space:pre");
    }

    static boolean hasMargin(Element element) {
        String name = element.normalName();
        boolean nestedList = (name.equals("ul") || name.equals("ol"))
                && element.parent() != null
                && element.parent().normalName().equals("li");
        return (WITH_MARGIN.contains(name) && !nestedList) || (name.equals("p") && !isTight(element));
    }

    /** Outlook and Zimbra write one paragraph a line and no room between. */
    private static boolean isTight(Element paragraph) {
        String style = style(paragraph);
        return paragraph.className().contains("Mso")
                || style.contains("margin:0")
                || style.contains("margin-bottom:0")
                || style.contains("margin-top:0");
    }

    static boolean isQuote(Element element, List<Line> before) {
        if (element.normalName().equals("blockquote")) {
            return isCited(element) || introduced(before);
        }
        String id = element.id().toLowerCase(Locale.ROOT);
        return QUOTE_CLASS.matcher(element.className().toLowerCase(Locale.ROOT)).matches()
                || id.startsWith("yahoo_quoted")
                || id.contains("yahoo_quoted_")
                || (element.normalName().equals("div") && element.attr("name").equals("quote"));
    }

    /** A bare blockquote is an indent of the writer, unless the program marks it or draws the bar of a quotation. */
    private static boolean isCited(Element blockquote) {
        String style = style(blockquote);
        String names = blockquote.className().toLowerCase(Locale.ROOT);
        return blockquote.attr("type").equalsIgnoreCase("cite")
                || blockquote.hasAttr("cite")
                || names.contains("quote")
                || names.contains("cite")
                || style.contains("border-left")
                || style.contains("border-right:")
                || style.contains("border:none;border-left");
    }

    private static boolean introduced(List<Line> before) {
        int last = before.size() - 1;
        while (last >= 0 && last > before.size() - 4 && before.get(last).isBlank()) {
            last--;
        }
        for (int i = last; i >= 0 && i > last - 3; i--) {
            Attribution found = Attribution.at(before, i);
            if (found != null && i + found.lines() == last + 1) {
                return true;
            }
        }
        HeaderBlock headers = last < 0 ? null : HeaderBlock.at(before, Math.max(0, last - 3));
        return headers != null && headers.isConvincing();
    }

    static boolean isHistory(Element element) {
        String id = element.id().toLowerCase(Locale.ROOT);
        if (HISTORY_IDS.contains(id) || element.attr("name").equals("messageReplySection")) {
            return true;
        }
        String style = style(element);
        return element.normalName().equals("div") && style.contains("border-top:solid") && startsWithBoldName(element);
    }

    /** Outlook's line above "From:" in whatever language: a bold word with a colon comes first. */
    private static boolean startsWithBoldName(Element element) {
        Element at = element.firstElementChild();
        for (int depth = 0; at != null && depth < DEPTH_OF_NAME; depth++) {
            if (at.normalName().equals("b") || at.normalName().equals("strong")) {
                return Phrases.plain(at.ownText()).endsWith(":")
                        || Phrases.plain(at.text()).endsWith(":");
            }
            at = at.firstElementChild();
        }
        return false;
    }

    static boolean isSignature(Element element) {
        return SIGNATURE_IDS.contains(element.id().toLowerCase(Locale.ROOT))
                || element.attr("name").equals("messageSignatureSection")
                || element.classNames().stream()
                        .anyMatch(name -> SIGNATURE_CLASSES.contains(name.toLowerCase(Locale.ROOT)));
    }

    static boolean isIntroduction(Element element) {
        return element.classNames().stream().anyMatch(INTRODUCTION_CLASSES::contains);
    }

    static String bullet(Element item, Deque<Integer> numbers) {
        if (numbers.isEmpty() || numbers.peek() < 0) {
            return "- ";
        }
        int number = numbers.pop() + 1;
        numbers.push(number);
        return number + ". ";
    }

    static String alternative(Element image) {
        String text = image.attr("alt").strip();
        return text.isEmpty() ? "" : "[" + text + "]";
    }

    /** The address of a link, unless its text shows it already. */
    static String target(Element link) {
        String address = link.attr("href").strip();
        String shown = link.text().strip();
        boolean mail = address.regionMatches(true, 0, "mailto:", 0, 7);
        boolean web = address.regionMatches(true, 0, "http", 0, 4);
        if (shown.isEmpty() || !(mail || web)) {
            return "";
        }
        String bare = mail ? address.substring(7).replaceFirst("\\?.*", "") : address;
        boolean told = mail ? shown.contains("@") : sameAddress(shown, bare);
        return told || bare.isEmpty() ? "" : " <" + bare + ">";
    }

    private static boolean sameAddress(String shown, String address) {
        return bare(shown).equalsIgnoreCase(bare(address));
    }

    private static String bare(String address) {
        String rest = address.replaceFirst("(?i)^https?://", "").replaceFirst("(?i)^www\\.", "");
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
