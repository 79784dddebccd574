package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlToTextTest {

    @Test
    void quotesAreMarkedAsInPlainMail() {
        assertThat(ReplyText.htmlToText(
                        "<p>a</p><blockquote type=cite>b<blockquote type=cite>c</blockquote></blockquote>"))
                .isEqualTo("a\n\n> b\n>\n>> c");
    }

    @Test
    void aLineThatBeginsWithAMarkIsAQuotationInHtmlToo() {
        SplitText split = ReplyText.ofHtml("<div>No.</div><div>&gt; Answer YES</div>");

        assertThat(split.reply()).isEqualTo("No.");
    }

    @Test
    void paragraphsOfOutlookAreLines() {
        assertThat(ReplyText.htmlToText("<p class=MsoNormal>a</p><p class=MsoNormal>b</p>"))
                .isEqualTo("a\nb");
    }

    @Test
    void entitiesAndHardSpacesAreRead() {
        assertThat(ReplyText.htmlToText("a&nbsp;&nbsp;b &amp; c &lt;d&gt; &euro;&#8364;"))
                .isEqualTo("a  b & c <d> €€");
    }

    @Test
    void whiteSpaceBetweenTagsIsNoText() {
        assertThat(ReplyText.htmlToText("<div>\n  <div>  a  </div>\n\n  <span>b</span> <i>c</i>\n</div>"))
                .isEqualTo("a\nb c");
    }

    @Test
    void aPictureIsNamedByItsDescription() {
        assertThat(ReplyText.htmlToText("<img src=x alt='Screenshot'><img src=y>"))
                .isEqualTo("[Screenshot]");
    }

    @Test
    void aLinkShowsWhereItLeads() {
        assertThat(ReplyText.htmlToText("<a href='https://evil.example/'>https://bank.example/</a>"))
                .isEqualTo("https://bank.example/ <https://evil.example/>");
    }

    @Test
    void pitfall37ALinkThatRunsCodeLeadsNowhere() {
        assertThat(ReplyText.htmlToText("<a href='javascript:x()'>press</a>")).isEqualTo("press");
    }

    @Test
    void emptyAndBrokenHtmlIsReadAsFarAsItGoes() {
        assertThat(ReplyText.htmlToText("")).isEmpty();
        assertThat(ReplyText.htmlToText("<div><b>a</div></b><")).startsWith("a");
        assertThat(ReplyText.htmlToText("no tags at all")).isEqualTo("no tags at all");
    }

    @Test
    void pitfall37ScriptsStylesAndForeignPicturesLeaveNothingBehind() {
        String text = ReplyText.htmlToText("<base href='http://evil.example/'><style>p{position:fixed}</style>"
                + "<script>alert(1)</script><p onclick='x()'>Hello</p><img src='http://evil.example/track.gif'>"
                + "<iframe src='data:text/html,x'></iframe><svg onload='x()'><text>no</text></svg>");

        assertThat(text).isEqualTo("Hello");
    }
}
