package dev.parley.mail.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The HTML of a mail with nothing left in it but what is allowed: words, tables, pictures that came along, links by
 * http, https and mailto, and styles that neither fetch anything nor leave their place. Whatever is not on a list here
 * is gone; what it says stays. Not thread-safe; one for a mail, so that its limits hold for all of its parts.
 */
public final class SafeHtml {
    /** Of all HTML of one mail; what follows is left out, with a mark. */
    public static final int CHARS_MAX = 2_000_000;

    /** Elements of one part, beyond which only its text is shown. */
    public static final int ELEMENTS_MAX = 50_000;

    /** Links of one mail; what follows is text. */
    public static final int LINKS_MAX = 5_000;

    /** Characters of one address. */
    private static final int ADDRESS_MAX = 4_000;

    /** Characters of one picture that stands in its own address. */
    private static final int PICTURE_CHARS_MAX = 500_000;

    /** Pictures up to this width or height in pixels only count who looks. */
    private static final int PIXEL_MAX = 3;

    private static final Set<String> SCHEMES = Set.of("http:", "https:", "mailto:");
    private static final String OWN_PICTURE = "data:image/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=\\s]*";
    private static final String TAGS = "a abbr address article b bdi bdo big blockquote br caption center cite"
            + " code col colgroup dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header"
            + " hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strike strong sub"
            + " sup table tbody td tfoot th thead time tr tt u ul var wbr";
    private static final Safelist ALLOWED = allowed();

    private final Map<String, String> pictures;
    private int chars;
    private int links;
    private int blocked;
    private boolean cut;

    /** {@code pictures}: where the pictures lie that came along, by Content-ID in lower case. */
    public SafeHtml(Map<String, String> pictures) {
        this.pictures = Map.copyOf(pictures);
    }

    /** How many pictures were not loaded because they lie elsewhere and tell their sender who reads the mail. */
    public int blockedPictures() {
        return blocked;
    }

    /** True if the mail has more than is shown. */
    public boolean isCut() {
        return cut;
    }

    /** Plain text as HTML that looks the same. */
    public String ofPlain(String text) {
        return "<div style=\"white-space:pre-wrap\">" + Entities.escape(room(text)) + "</div>";
    }

    /** What is allowed of this HTML, to be put into a page's body. */
    public String ofHtml(String html) {
        String text = room(html);
        if (HtmlNesting.isTooDeep(text)) {
            return bare(text);
        }
        Document clean = new Cleaner(ALLOWED).clean(Jsoup.parse(text));
        if (clean.body().select("*").size() > ELEMENTS_MAX) {
            return bare(text);
        }
        clean.outputSettings().prettyPrint(false);
        clean.body().select("img").forEach(this::picture);
        clean.body().select("a").forEach(this::link);
        clean.body().select("[style]").forEach(SafeHtml::style);
        return clean.body().html();
    }

    private String bare(String html) {
        cut = true;
        return "<div style=\"white-space:pre-wrap\">" + Entities.escape(HtmlNesting.bareText(html)) + "</div>";
    }

    private String room(String text) {
        int room = CHARS_MAX - chars;
        cut |= text.length() > room;
        String shown = text.length() > room ? text.substring(0, room) : text;
        chars += shown.length();
        return shown;
    }

    // ---- pictures

    private void picture(Element picture) {
        String source = picture.attr("src").strip();
        String lower = source.substring(0, Math.min(8, source.length())).toLowerCase(Locale.ROOT);
        String kept = pictures.get(contentId(source, lower));
        if (kept != null) {
            picture.attr("src", kept);
        } else if (source.length() > PICTURE_CHARS_MAX || !source.matches(OWN_PICTURE)) {
            block(picture, source, lower);
        }
    }

    /** Some programs write it without its scheme, others with escapes (RFC 2392). */
    private static String contentId(String source, String lower) {
        String id = lower.startsWith("cid:") ? source.substring(4) : source;
        return id.length() > ADDRESS_MAX ? "" : id.toLowerCase(Locale.ROOT).replace("%40", "@");
    }

    private void block(Element picture, String source, String lower) {
        boolean remote = lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//");
        blocked += remote ? 1 : 0;
        if (isPixel(picture, "width") || isPixel(picture, "height")) {
            picture.remove();
            return;
        }
        String shown = picture.attr("alt").strip();
        String from = remote ? " from " + host(source) : "";
        Element mark = new Element("span").attr("title", "This picture" + from + " was not loaded.");
        picture.replaceWith(mark.text("[▧ " + (shown.isEmpty() ? "picture" + from : shown) + "]"));
    }

    private static boolean isPixel(Element picture, String side) {
        String pixels = picture.attr(side).replace("px", "").strip();
        return pixels.matches("\\d{1,4}") && Integer.parseInt(pixels) <= PIXEL_MAX;
    }

    private static String host(String source) {
        String address = source.substring(source.indexOf("//") + 2);
        int end = 0;
        while (end < address.length() && end < 100 && "/?#\\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(address.lastIndexOf('@', end) + 1, end);
    }

    // ---- links

    /** Shows where it leads, and tells nobody there who followed it. */
    private void link(Element link) {
        String target = link.attr("href").replaceAll("[\\p{Cntrl}\\s]", "");
        int colon = target.indexOf(':');
        String scheme = target.substring(0, colon + 1).toLowerCase(Locale.ROOT);
        link.clearAttributes();
        if (!SCHEMES.contains(scheme) || target.length() > ADDRESS_MAX) {
            return;
        }
        if (++links > LINKS_MAX) {
            cut = true;
            return;
        }
        link.attr("href", target)
                .attr("title", target)
                .attr("target", "_blank")
                .attr("rel", "noopener noreferrer nofollow");
    }

    private static void style(Element element) {
        String kept = SafeStyle.of(element.attr("style"));
        if (kept.isEmpty()) {
            element.removeAttr("style");
        } else {
            element.attr("style", kept);
        }
    }

    private static Safelist allowed() {
        return Safelist.none()
                .addTags(TAGS.split("\\s+", -1))
                .addAttributes(":all", "style", "dir", "lang", "title", "align", "valign")
                .addAttributes("a", "href")
                .addAttributes("img", "src", "alt", "width", "height")
                .addAttributes("font", "color", "face", "size")
                .addAttributes("ol", "start", "type")
                .addAttributes("ul", "type")
                .addAttributes("table", "bgcolor", "border", "cellpadding", "cellspacing", "width")
                .addAttributes("tr", "bgcolor")
                .addAttributes("td", "bgcolor", "colspan", "rowspan", "nowrap", "width", "height")
                .addAttributes("th", "bgcolor", "colspan", "rowspan", "nowrap", "width", "height", "scope")
                .addAttributes("col", "span", "width");
    }
}
