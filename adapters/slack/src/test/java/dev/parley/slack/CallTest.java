package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final String CLICK = """
        {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"1.2.3","channel":{"id":"C1"},
         "actions":[{"action_id":"parley:claim","action_ts":"17.5","value":"1001"}]}\
        """;

    @Test
    void aClickIsTheSameWhetherItComesByHttpOrBySocket() {
        Call bySocket = Call.of(CLICK);
        Call byHttp = Call.of("payload=" + URLEncoder.encode(CLICK, StandardCharsets.UTF_8));
        assertThat(byHttp.json()).isEqualTo(bySocket.json());
        assertThat(byHttp.key()).isEqualTo("action T1 U1 parley:claim 17.5");
        assertThat(byHttp.kind()).isEqualTo(Call.Kind.ACTION);
        assertThat(byHttp.room()).isEqualTo("C1");
        assertThat(byHttp.value()).isEqualTo("1001");
    }

    @Test
    void anotherClickOnTheSameButtonIsAnotherOne() {
        assertThat(Call.of(CLICK.replace("17.5", "17.6")).key())
                .isNotEqualTo(Call.of(CLICK).key());
        assertThat(Call.of(CLICK.replace("\"U1\"", "\"U2\"")).key())
                .isNotEqualTo(Call.of(CLICK).key());
    }

    @Test
    void anEventIsKnownByItsIdHoweverOftenItComes() {
        Call event = Call.of("""
            {"type":"event_callback","team_id":"T1","event_id":"Ev1",
             "event":{"type":"message","user":"U1","channel":"C1","thread_ts":"1.1","text":"hm"}}\
            """);
        assertThat(event.key()).isEqualTo("event Ev1");
        assertThat(event.account()).isEqualTo("T1 U1");
    }

    @Test
    void aFormIsKnownByItsVersion() {
        String form = """
            {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},
             "view":{"id":"V1","hash":"h1","callback_id":"close","state":{"values":{
               "reason":{"value":{"type":"plain_text_input","value":"done"}},
               "empty":{"value":{"type":"plain_text_input","value":null}},
               "as":{"value":{"type":"static_select","selected_option":{"value":"upgrade"}}}}}}}\
            """;
        Call call = Call.of(form);
        assertThat(call.key()).isEqualTo("view V1 h1");
        assertThat(call.field("reason")).isEqualTo("done");
        assertThat(call.field("as")).isEqualTo("upgrade");
        assertThat(call.field("empty")).isEmpty();
        assertThat(call.field("nowhere")).isEmpty();
    }

    @Test
    void aCommandComesAsAForm() {
        Call call = Call.of("command=%2Fparley&text=show+1001&team_id=T1&user_id=U1&channel_id=C1&trigger_id=9.9");
        assertThat(call.kind()).isEqualTo(Call.Kind.COMMAND);
        assertThat(call.text("text")).isEqualTo("show 1001");
        assertThat(call.key()).isEqualTo("trigger T1 U1 9.9");
    }

    @Test
    void whatHasNoIdIsNotRecordedAsIfItWereAllTheSame() {
        assertThatThrownBy(() ->
                        Call.of("{\"type\":\"event_callback\",\"event\":{}}").key())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Call.of("{nonsense")).isInstanceOf(IllegalArgumentException.class);
    }
}
