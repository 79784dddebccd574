package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P-08: what says when is found, and what does not is left alone. */
class TimePromiseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        It comes on 2027-03-01.                            | 2027-03-01
        Out 3/15/2027 at the latest                        | 3/15/2027
        We aim for Q3                                      | Q3
        planned for the second half, H2 2027               | H2 2027
        It should be there in May                          | in May
        on May 3 it is done                                | May 3
        Expect it in early September                       | September
        by the end of the year you have it                 | the end of the year
        late this summer                                   | this summer
        You get it next week                               | next week
        It is part of the next release                     | next release
        done in two weeks                                  | in two weeks
        within a few months                                | within a few months
        in 3 to 4 weeks                                    | in 3 to 4 weeks
        by Friday                                          | by Friday
        ready tomorrow                                     | tomorrow
        It comes soon                                      | soon
        We do it shortly.                                  | shortly
        sometime in 2027                                   | in 2027
        two weeks from now                                 | weeks from now
        before Christmas                                   | before Christmas
        by spring                                          | by spring
        Am 3.5.2027 ist es so weit                         | 3.5.2027
        bis zum 24.12. fertig                              | bis zum 24.12.
        Geplant für das 3. Quartal                         | 3. Quartal
        im Oktober                                         | Oktober
        nächste Woche                                      | nächste Woche
        im kommenden Jahr                                  | kommenden Jahr
        mit der nächsten Version                           | nächsten Version
        in drei Wochen                                     | in drei Wochen
        innerhalb von zwei Monaten                         | innerhalb von zwei Monaten
        Ende des Jahres                                    | Ende des Jahres
        bis Freitag                                        | bis Freitag
        Das kommt demnächst                                | demnächst
        schon morgen                                       | morgen
        noch im Sommer                                     | im Sommer
        """)
    void p08WhatSaysWhenIsFound(String text, String words) {
        assertThat(TimePromise.in(text)).contains(words);
        assertThat(TimePromise.explained(words)).contains(words).contains("P-08");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "It is part of version 4.3.9, see the release notes.",
                "Since version 5.2 it can be switched on in the settings.",
                "Many shops ask for it, and it may well fit our plans.",
                "It would break what others rely on: orders older than 30 days.",
                "We tell you as soon as something changes.",
                "That works on Windows Server 2025 and with Office 2019.",
                "You wrote that it took 3 weeks, 2 weeks ago it was one.",
                "It needs Spring Boot 4 and runs in Spring Boot only.",
                "We have no date for it and cannot promise one.",
                "It marches on: the order of 10/20 items stays.",
                "The next step is a look at the costs.",
                "Ticket 1042 and order 2027A ask for the same.",
                "See https://vendor.example/2027-03/notes and mail march@vendor.example.",
                "Shortly after the log-in the page is empty; that is solved differently.",
                "Guten Morgen, wir sehen uns das an, sobald wir mehr wissen.",
                "Das ist in Version 4.3.9 enthalten.",
                "Das würde Bestellungen ändern, die älter als 30 Tage sind.",
                "Einen Termin gibt es nicht."
            })
    void whatSaysNothingOfTimeIsLeftAlone(String text) {
        assertThat(TimePromise.in(text)).isEmpty();
    }
}
