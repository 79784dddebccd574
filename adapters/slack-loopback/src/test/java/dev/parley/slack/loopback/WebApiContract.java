package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import org.junit.jupiter.api.Test;

/** What a Slack-like Web API does, whoever made it: run by the loopback, and by another's where that is installed. */
interface WebApiContract {

    /** A client of a workspace with a channel triage and a member ada@acme.example. */
    MethodsClient client() throws Exception;

    private static String triage(MethodsClient client) throws Exception {
        return client.conversationsList(list -> list).getChannels().stream()
                .filter(channel -> channel.getName().equals("triage"))
                .map(Conversation::getId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void aMessageIsPostedUpdatedAnsweredAndDeleted() throws Exception {
        MethodsClient client = client();
        String channel = triage(client);
        String ts = client.chatPostMessage(post -> post.channel(channel)
                        .text("card")
                        .blocksAsString("[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*T-1*\"}}]"))
                .getTs();
        assertThat(client.chatUpdate(update -> update.channel(channel).ts(ts).text("changed"))
                        .isOk())
                .isTrue();
        assertThat(client.chatPostMessage(
                                post -> post.channel(channel).threadTs(ts).text("reply"))
                        .isOk())
                .isTrue();
        assertThat(client.conversationsReplies(
                                replies -> replies.channel(channel).ts(ts))
                        .getMessages())
                .extracting(Message::getText)
                .containsExactly("changed", "reply");
        assertThat(client.chatDelete(delete -> delete.channel(channel).ts(ts)).isOk())
                .isTrue();
        assertThat(client.chatUpdate(
                                update -> update.channel(channel).ts("1.000001").text("x"))
                        .getError())
                .isEqualTo("message_not_found");
        assertThat(client.chatPostMessage(post -> post.channel("C404NOWHERE").text("x"))
                        .getError())
                .isEqualTo("channel_not_found");
    }

    @Test
    default void aReactionIsAddedOnce() throws Exception {
        MethodsClient client = client();
        String channel = triage(client);
        String ts = client.chatPostMessage(post -> post.channel(channel).text("react"))
                .getTs();
        assertThat(client.reactionsAdd(add -> add.channel(channel).timestamp(ts).name("ticket"))
                        .isOk())
                .isTrue();
        assertThat(client.reactionsAdd(add -> add.channel(channel).timestamp(ts).name("ticket"))
                        .getError())
                .isEqualTo("already_reacted");
    }

    @Test
    default void somebodyIsFoundByAddressGetsAHomeAndAWhisper() throws Exception {
        MethodsClient client = client();
        String channel = triage(client);
        String user = client.usersLookupByEmail(lookup -> lookup.email("ada@acme.example"))
                .getUser()
                .getId();
        assertThat(client.viewsPublish(home -> home.userId(user).viewAsString("{\"type\":\"home\",\"blocks\":[]}"))
                        .isOk())
                .isTrue();
        assertThat(client.chatPostEphemeral(
                                post -> post.channel(channel).user(user).text("psst"))
                        .isOk())
                .isTrue();
        assertThat(client.usersLookupByEmail(lookup -> lookup.email("nobody@acme.example"))
                        .getError())
                .isEqualTo("users_not_found");
    }

    @Test
    default void aPermalinkAndAFileAreMade() throws Exception {
        MethodsClient client = client();
        String channel = triage(client);
        String ts = client.chatPostMessage(post -> post.channel(channel).text("link"))
                .getTs();
        assertThat(client.chatGetPermalink(link -> link.channel(channel).messageTs(ts))
                        .getPermalink())
                .contains(channel, "/p" + ts.replace(".", ""));
        assertThat(client.filesUploadV2(upload -> upload.channel(channel)
                                .threadTs(ts)
                                .filename("a.txt")
                                .content("hello")
                                .title("a"))
                        .isOk())
                .isTrue();
    }
}
