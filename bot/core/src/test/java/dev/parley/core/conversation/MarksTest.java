package dev.parley.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.ticket.TicketId;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final String DESK = "pro-support";
    private static final Pointer POINTER = new Pointer(new TicketId(DESK, 1042), 2, 17);

    private final Marks marks = new Marks(new Seal(key(1)));

    @Test
    void aReplyAddressLeadsBackToTicketVersionAndAddressee() {
        String address = marks.replyAddress("support@vendor.example", POINTER);

        assertThat(address).startsWith("support+1042-2-17-").endsWith("@vendor.example");
        assertThat(address.substring(0, address.indexOf('@')).length()).isLessThanOrEqualTo(64);
        assertThat(marks.ofAddress(DESK, address)).contains(POINTER);
    }

    @Test
    void aServerThatChangesTheCaseDoesNoHarm() {
        String address = marks.replyAddress("support@vendor.example", POINTER).toUpperCase(Locale.ROOT);

        assertThat(marks.ofAddress(DESK, address)).contains(POINTER);
    }

    @Test
    void pitfall11AnotherVersionUnderTheSameSignatureIsNobodys() {
        String address = marks.replyAddress("support@vendor.example", POINTER);

        assertThat(marks.ofAddress(DESK, address.replace("1042-2-", "1042-3-"))).isEmpty();
        assertThat(marks.ofAddress(DESK, address.replace("1042-2-17", "1042-2-18")))
                .isEmpty();
        assertThat(marks.ofAddress(DESK, address.replace("1042-2-", "1043-2-"))).isEmpty();
    }

    @Test
    void anotherDesksMarkIsNotOurs() {
        assertThat(marks.ofAddress("other", marks.replyAddress("support@vendor.example", POINTER)))
                .isEmpty();
    }

    @Test
    void anotherKeysMarkIsNotOurs() {
        Marks other = new Marks(new Seal(key(2)));

        assertThat(marks.ofAddress(DESK, other.replyAddress("support@vendor.example", POINTER)))
                .isEmpty();
        assertThat(marks.ofMessageId(DESK, other.messageId("vendor.example", POINTER, "x")))
                .isEmpty();
    }

    @Test
    void aMessageIdLeadsBackAndIsTheSameForTheSameEvent() {
        String id = marks.messageId("vendor.example", POINTER, "3 0 QUOTE");

        assertThat(id).isEqualTo(marks.messageId("vendor.example", POINTER, "3 0 QUOTE"));
        assertThat(id).isNotEqualTo(marks.messageId("vendor.example", POINTER, "3 1 QUOTE"));
        assertThat(marks.ofMessageId(DESK, id)).contains(POINTER);
    }

    @Test
    void pitfall11TheUniquePartOfAMessageIdIsSignedToo() {
        String id = marks.messageId("vendor.example", POINTER, "a");
        String other = marks.messageId("vendor.example", POINTER, "b");
        String mixed = id.replace(id.split("\\.", -1)[1], other.split("\\.", -1)[1]);

        assertThat(marks.ofMessageId(DESK, mixed)).isEmpty();
    }

    @Test
    void aMarkMadeForOnePurposeIsWorthNothingForAnother() {
        String token = marks.decisionToken(POINTER);

        assertThat(marks.ofDecisionToken(DESK, token)).contains(POINTER);
        assertThat(marks.ofAddress(DESK, "support+" + token + "@vendor.example"))
                .isEmpty();
    }

    @Test
    void aLinkToBuyPointsIsOfItsOwnKind() {
        String token = marks.pointsToken(POINTER);

        assertThat(marks.ofPointsToken(DESK, token)).contains(POINTER);
        assertThat(marks.ofBuyToken(DESK, token)).isEmpty();
        assertThat(marks.ofDecisionToken(DESK, token)).isEmpty();
        assertThat(marks.ofPointsToken(DESK, marks.buyToken(POINTER))).isEmpty();
    }

    @Test
    void aLinkToAPlanIsOfItsOwnKindDeskAndVersion() {
        String token = marks.planToken(POINTER);

        assertThat(marks.ofPlanToken(DESK, token)).contains(POINTER);
        assertThat(marks.ofPlanToken("other", token)).isEmpty();
        assertThat(marks.ofPlanToken(DESK, token.replace("1042-2-", "1042-3-"))).isEmpty();
        assertThat(marks.ofDecisionToken(DESK, token)).isEmpty();
        assertThat(marks.ofBuyToken(DESK, token)).isEmpty();
        assertThat(marks.ofPointsToken(DESK, token)).isEmpty();
        assertThat(marks.ofPlanToken(DESK, marks.decisionToken(POINTER))).isEmpty();
    }

    @Test
    void c26ALinkToLogInIsOfItsOwnKindDeskAndPerson() {
        String token = marks.loginToken(POINTER);

        assertThat(marks.ofLoginToken(DESK, token)).contains(POINTER);
        assertThat(marks.ofLoginToken("other", token)).isEmpty();
        assertThat(marks.ofLoginToken(DESK, token.replace("1042-2-", "1043-2-")))
                .isEmpty();
        assertThat(marks.ofPlanToken(DESK, token)).isEmpty();
        assertThat(marks.ofBuyToken(DESK, token)).isEmpty();
        assertThat(marks.ofLoginToken(DESK, marks.buyToken(POINTER))).isEmpty();
        assertThat(marks.ofLoginToken(DESK, marks.decisionToken(POINTER))).isEmpty();
    }

    @Test
    void ordinaryAddressesAndIdsPointNowhere() {
        assertThat(marks.ofAddress(DESK, "support@vendor.example")).isEmpty();
        assertThat(marks.ofAddress(DESK, "support+sales@vendor.example")).isEmpty();
        assertThat(marks.ofAddress(DESK, "nonsense+")).isEmpty();
        assertThat(marks.ofAddress(DESK, "support+0-1-1-aaaaaaaaaaaaaaaa@vendor.example"))
                .isEmpty();
        assertThat(marks.ofMessageId(DESK, "20260101.1234@mail.example")).isEmpty();
        assertThat(marks.ofMessageId(DESK, "")).isEmpty();
        assertThat(marks.ofMessageId(DESK, marks.messageId("vendor.example", "loose")))
                .isEmpty();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new Seal(new byte[31])).hasMessageContaining("31 bytes, at least 32");
    }

    @Test
    void aPointerHasNoNegativeParts() {
        assertThatThrownBy(() -> new Pointer(new TicketId(DESK, 1), -1, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Pointer(new TicketId(DESK, 1), 0, -1)).hasMessageContaining("contact -1");
    }

    static byte[] key(int seed) {
        byte[] key = new byte[Seal.KEY_BYTES_MIN];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
