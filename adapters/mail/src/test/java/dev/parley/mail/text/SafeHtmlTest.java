package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a mail's HTML reaches the people who read it. */
class SafeHtmlTest {
    private static final Map<String, String> PICTURES = Map.of("logo@shop.example", "files/0");

    private final SafeHtml safe = new SafeHtml(PICTURES);

    @Test
    void pitfall37WordsTablesAndLooksStay() {
        String html = "<p style=\"color: #333; MARGIN-TOP:4px\">Dear <b>team</b>,</p><table border=1 bgcolor=#eeeeee>"
                + "<tr><td colspan=2 align=center>1</td></tr></table><ol start=3><li>x</li></ol><pre>a\n  b</pre>";

        String shown = safe.ofHtml(html);

        assertThat(shown)
                .contains("<p style=\"color:#333;margin-top:4px\">Dear <b>team</b>,</p>")
                .contains("<table border=\"1\" bgcolor=\"#eeeeee\">")
                .contains("<td colspan=\"2\" align=\"center\">1</td>")
                .contains("<ol start=\"3\">")
                .contains("<pre>a\n  b</pre>");
        assertThat(safe.isCut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><animate onbegin=alert(1)>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1"
                        + " onerror=alert(1)&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<form action=https://evil.example><input name=password><button formaction=javascript:alert(1)>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=data:text/html,x></object><embed src=x><applet code=x>",
                "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<link rel=stylesheet href=https://evil.example/x.css><style>@import 'https://evil.example';</style>",
                "<div id=app class=modal name=cookie><a name=x id=location>x</a></div>",
                "<p style=\"background:url(https://evil.example/x)\">x</p>",
                "<p style=\"position:fixed;top:0;left:0;width:100%;height:100%;z-index:9\">x</p>",
                "<p style=\"background-color:red;background-image:\\75 rl(https://evil.example)\">x</p>",
                "<p style=\"color:red/**/;width:expression(alert(1))\">x</p>",
                "<p style=\"margin-top:-9999px;margin:0 0 0 -5000px;float:left;transform:scale(99)\">x</p>",
                "<p style='font-family:\"a;position:fixed\"'>x</p>",
                "<table background=https://evil.example/x.png><tr><td background=//evil.example/y>x</td></tr></table>",
                "<video poster=https://evil.example/x src=x autoplay></video><audio src=x>",
                "<a href=\"java\tscript:alert(1)\">x</a><a href=\" javascript:alert(1)\">y</a><a"
                        + " href=data:text/html,x>z</a>",
                "<a href=&#106;avascript:alert(1)>x</a><a href=vbscript:x>y</a><a href=file:///etc/passwd>z</a>",
                "<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)</script>",
                "<template><script>alert(1)</script></template><textarea></textarea><script>alert(1)</script>",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\"><img srcset=\"https://evil.example/a 2x\">",
            })
    void pitfall37NothingRunsCallsOutOrLeavesItsPlace(String html) {
        Document shown = Jsoup.parse(safe.ofHtml(html));

        assertThat(shown.select(
                        "script,style,svg,math,form,input,button,iframe,object,embed,base,meta[http-equiv],link,"
                                + "video,audio,template,noscript,textarea,xmp,plaintext,img"))
                .as(shown.body().html())
                .isEmpty();
        for (Element element : shown.body().getAllElements()) {
            element.attributes()
                    .forEach(attribute -> assertThat(attribute.getKey())
                            .doesNotStartWith("on")
                            .isNotIn("id", "class", "name", "background", "srcset", "srcdoc", "poster", "action"));
            assertThat(element.attr("style"))
                    .doesNotContain("url", "position", "expression", "-9", "-5", "float", "transform", "\\", "/*");
            assertThat(element.attr("href")).doesNotContain("script", "data:", "file:");
        }
    }

    @Test
    void pitfall37LinksTellWhereTheyLeadAndNobodyThereWhoFollowed() {
        assertThat(safe.ofHtml("<a href=\"https://evil.example/login\" onclick=x target=_top>https://bank.example</a>"))
                .isEqualTo("<a href=\"https://evil.example/login\" title=\"https://evil.example/login\""
                        + " target=\"_blank\" rel=\"noopener noreferrer nofollow\">https://bank.example</a>");
        assertThat(safe.ofHtml("<a href=\"mailto:a@b.example\">mail</a>")).contains("href=\"mailto:a@b.example\"");
        assertThat(safe.ofHtml("<a href=\"/relative\">here</a>")).isEqualTo("<a>here</a>");
    }

    @Test
    void pitfall32APictureThatCameAlongIsShownFromTheKeptFile() {
        assertThat(safe.ofHtml("<img src=\"CID:Logo@shop.example\" alt=Logo width=10>"))
                .isEqualTo("<img src=\"files/0\" alt=\"Logo\" width=\"10\">");
        assertThat(safe.ofHtml("<img src=\"logo@shop.example\">"))
                .as("some programs leave the scheme out")
                .contains("files/0");
        assertThat(safe.ofHtml("<img src=\"cid:other@shop.example\" alt=Chart>"))
                .contains("[▧ Chart]");
        assertThat(safe.ofHtml("<img src=\"data:image/png;base64,iVBORw0KGgo=\">"))
                .contains("data:image/png");
        assertThat(safe.blockedPictures()).isZero();
    }

    @Test
    void pitfall37PicturesFromElsewhereAreMarkedAndCounted() {
        String shown = safe.ofHtml("<p>a<img src=\"https://u:p@track.example/x.png?id=7\" alt=\"Our <offer>\">b"
                + "<img src=//cdn.example/y.png>c<img src=\"HTTP://pixel.example/o.gif\" width=1 height=1>d</p>");

        assertThat(safe.blockedPictures()).isEqualTo(3);
        assertThat(shown)
                .doesNotContain("<img")
                .contains("[▧ Our &lt;offer&gt;]")
                .contains("This picture from track.example was not loaded.")
                .contains("[▧ picture from cdn.example]")
                .doesNotContain("pixel.example")
                .doesNotContain("id=7");
    }

    @Test
    void pitfall25WhatIsTooMuchIsCutOrShownAsText() {
        assertThat(safe.ofHtml("<b>".repeat(5_000) + "deep")).contains("deep").doesNotContain("<b>");
        assertThat(safe.isCut()).isTrue();

        SafeHtml many = new SafeHtml(PICTURES);
        assertThat(Jsoup.parse(many.ofHtml("<a href=https://a.example>x</a>".repeat(SafeHtml.LINKS_MAX + 10)))
                        .select("a[href]"))
                .hasSize(SafeHtml.LINKS_MAX);
        assertThat(many.isCut()).isTrue();

        SafeHtml elements = new SafeHtml(PICTURES);
        assertThat(elements.ofHtml("<br>x".repeat(SafeHtml.ELEMENTS_MAX + 1))).doesNotContain("<br>");

        SafeHtml long1 = new SafeHtml(PICTURES);
        assertThat(long1.ofPlain("x".repeat(SafeHtml.CHARS_MAX + 5)).length()).isLessThan(SafeHtml.CHARS_MAX + 100);
        assertThat(long1.ofPlain("more")).doesNotContain("more");
        assertThat(long1.isCut()).isTrue();
    }

    @Test
    void pitfall25HostileHtmlIsDoneInTime() {
        for (String piece :
                new String[] {"<p style='color:", "<a href='", "<table><tr><td>", "<img src=cid:", "&#x", "<!--"}) {
            long begun = System.nanoTime();
            String ignored = new SafeHtml(PICTURES).ofHtml(piece.repeat(1_000_000 / piece.length()));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(piece).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void plainTextLooksAsItIs() {
        assertThat(safe.ofPlain("a < b\n  <script>"))
                .contains("white-space:pre-wrap")
                .contains("a &lt; b\n  &lt;script&gt;");
    }
}
