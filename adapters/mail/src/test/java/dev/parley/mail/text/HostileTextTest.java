package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A megabyte of anything takes about a second of this thread's processor time at most, however unkind. */
class HostileTextTest {

    private static final int SIZE = 1 << 20;

    /** Measured at a third of this; the quadratic way takes twenty times as long. */
    private static final long MOST_CPU_MILLIS = 3000;

    static final List<String> PLAIN = List.of(
            ">",
            "> ",
            ">\n",
            " ",
            "\n",
            "\r",
            "a",
            "-",
            "-- \n",
            "________________________________________\n",
            "On Mon, Jan 8, 2024 at 12:00 PM\n",
            "On 8 Jan 2024 we saw:\n",
            "x On 8 On 8 On 8 On 8 On 8 On 8 On 8\n",
            "x On Mon, Jan 8, 2024 at 12:00 PM A <a@b.example> wrote:\n> x\ny\n",
            "wrote wrote wrote wrote wrote wrote wrote wrote:\n",
            "<a@b> <a@b> <a@b> <a@b> <a@b> <a@b> <a@b>\n",
            "From: a@b.example\n",
            "From:\nSubject:\n",
            "a: b\n",
            "12:34 56 78 12:34 56:\n",
            "---------- Forwarded message ----------\n> From: a\n> x\ny\n",
            "-----BEGIN PGP SIGNATURE-----\n",
            "Thanks,\nAlice\n",
            "Sent from my iPhone\n");

    static final List<String> HTML = List.of(
            "<div>",
            "<blockquote>",
            "<blockquote type=cite>x",
            "<ul><li>",
            "<table><tr><td>",
            "<div style='border-top:solid'>",
            "<a href=http://x.example><span>y</span>",
            "<blockquote>x</blockquote>",
            "<br>",
            "<b>x",
            "<",
            "&",
            "<p style='font-size:0'>x");

    @ParameterizedTest
    @FieldSource("PLAIN")
    void pitfall25AMegabyteOfPlainTextIsReadInTime(String piece) {
        String text = piece.repeat(SIZE / piece.length());

        assertThat(cpuMillis(() -> ReplyText.ofPlain(text))).isLessThan(MOST_CPU_MILLIS);
    }

    @ParameterizedTest
    @FieldSource("HTML")
    void pitfall25AMegabyteOfHtmlIsReadInTime(String piece) {
        String html = piece.repeat(SIZE / piece.length());

        assertThat(cpuMillis(() -> ReplyText.ofHtml(html))).isLessThan(MOST_CPU_MILLIS);
    }

    @ParameterizedTest
    @FieldSource("HTML")
    void whatIsNestedTooDeepDecidesNothing(String piece) {
        SplitText split = ReplyText.ofHtml(piece.replace("</blockquote>", "").repeat(600) + "<i>".repeat(600) + "yes");

        assertThat(split.nothingNew()).isTrue();
        assertThat(split.replyWithoutClosing()).isEmpty();
    }

    private static long cpuMillis(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
    }
}
