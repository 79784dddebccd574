package dev.parley.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.report.Report;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** One report as a table, for a spreadsheet and as a chart. */
class ReportShapesTest {
    private static final Report REPORT = new Report(
            "Tickets",
            List.of("customer", "state"),
            List.of("tickets", "median"),
            0,
            List.of(
                    new Report.Row(List.of("Müller \"& Söhne\", GmbH", "NEW"), Arrays.asList(12L, null)),
                    new Report.Row(List.of("=HYPERLINK(\"http://x.example\")", "<b>\u0001"), List.of(-3L, 7L))));

    @Test
    void inATerminalNumbersStandToTheRight() {
        assertThat(ReportText.of(REPORT).replace('\u0001', '#')).isEqualTo("""
            Tickets

            customer                        state  tickets  median
            Müller "& Söhne", GmbH          NEW         12       -
            =HYPERLINK("http://x.example")  <b>#        -3       7\
            """);
        assertThat(ReportText.of(empty())).isEqualTo("Nothing\n\nNothing.");
    }

    private static Report empty() {
        return new Report("Nothing", List.of("customer"), List.of("tickets"), 0, List.of());
    }

    @Test
    void inASpreadsheetNoTextIsAFormulaAndNumbersStayNumbers() {
        assertThat(ReportCsv.of(REPORT).split("\r\n", -1))
                .containsExactly(
                        "\uFEFFcustomer,state,tickets,median",
                        "\"Müller \"\"& Söhne\"\", GmbH\",NEW,12,",
                        "\"'=HYPERLINK(\"\"http://x.example\"\")\",<b>\u0001,-3,7",
                        "");
        for (String evil : List.of("=1", "+1", "-1", "@x", "\t=1", " =1", "\n@x", "＝1")) {
            Report report = new Report(
                    "Evil", List.of("name"), List.of("n"), 0, List.of(new Report.Row(List.of(evil), List.of(1L))));
            assertThat(ReportCsv.of(report)).as(evil).contains("\"'" + evil);
        }
    }

    @Test
    void aChartIsSoundXmlWithATitleATableAndNothingThatRuns() throws Exception {
        Document chart = parsed(ReportSvg.of(REPORT));
        assertThat(chart.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(chart.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Tickets");
        assertThat(chart.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Müller \"& Söhne\", GmbH", "median");
        assertThat(chart.getElementsByTagName("rect").getLength())
                .as("paper and two bars")
                .isEqualTo(3);
        assertThat(chart.getElementsByTagName("script").getLength()).isZero();
        assertThat(chart.getElementsByTagName("b").getLength()).isZero();
        assertThat(ReportSvg.of(REPORT)).contains("prefers-color-scheme: dark");
        assertThat(parsed(ReportSvg.of(empty())).getElementsByTagName("rect").getLength())
                .isEqualTo(1);
    }

    @Test
    void aChartHasNoMoreBarsThanSomebodyReadsAndSaysSo() throws Exception {
        List<Report.Row> rows = new ArrayList<>();
        for (long i = 0; i < 100; i++) {
            rows.add(new Report.Row(List.of("Customer " + i), List.of(Long.MAX_VALUE - i)));
        }
        String chart = ReportSvg.of(new Report("Many", List.of("customer"), List.of("credits"), 0, rows));
        assertThat(parsed(chart).getElementsByTagName("rect").getLength()).isEqualTo(ReportSvg.BARS_MAX + 1);
        assertThat(chart).contains("the first 40 of 100", "Customer 99");
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
