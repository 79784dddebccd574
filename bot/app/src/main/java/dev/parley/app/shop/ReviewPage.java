package dev.parley.app.shop;

import dev.parley.core.desk.WriteReview;
import dev.parley.core.review.Draft;
import dev.parley.core.review.Review;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What everybody sees of reviews, and what somebody who is logged in sees of their own. */
final class ReviewPage {
    private final Of desk;
    private final Locale language;
    private final Wording words;

    ReviewPage(Of desk, Locale language) {
        this.desk = desk;
        this.language = language;
        this.words = Wording.of(language);
    }

    /** Whose page it is. {@code key}: the desk's short name. */
    record Of(String key, String name, ZoneId zone) {}

    /** What somebody typed; it stays in the form when it is refused. */
    record Typed(int stars, String name, String text) {
        static Typed before(WriteReview.View view) {
            String name = view.who().name();
            return view.review()
                    .map(Review::said)
                    .map(said -> new Typed(said.stars(), said.name(), said.text()))
                    .orElseGet(() -> new Typed(Draft.STARS_MAX, name.contains("@") ? "" : name, ""));
        }
    }

    /** {@code more}: whether there are older ones. */
    String all(List<Review> reviews, boolean more) {
        String list = reviews.isEmpty()
                ? words.paragraph("review-none")
                : reviews.stream().map(this::one).collect(Collectors.joining());
        String older = more
                ? "<p><a href=\"?before=" + reviews.getLast().number() + "\">" + words.say("review-older") + "</a></p>"
                : "";
        return html("<h2>" + words.say("review-title") + "</h2>" + list + older + askForm());
    }

    private String one(Review review) {
        return "<article>" + said(review.said())
                + "<p><small>"
                + words.say("review-by", review.said().name(), date(review)) + "</small></p></article>";
    }

    private String said(Draft said) {
        return "<p><b>" + words.say("review-stars", Integer.toString(said.stars())) + "</b></p>"
                + "<blockquote dir=\"auto\" style=\"white-space:pre-wrap\">" + Wording.escaped(said.text())
                + "</blockquote>";
    }

    private String date(Review review) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(review.changedAt().atZone(desk.zone()));
    }

    private String askForm() {
        return words.paragraph("review-only") + "<form method=\"post\" action=\"/reviews/" + desk.key() + "/login\"><p>"
                + "<label>" + words.say("review-address")
                + " <input type=\"email\" required maxlength=\"254\" name=\"address\"></label></p><button>"
                + words.say("review-ask") + "</button></form>";
    }

    String asked() {
        return html(words.paragraph("review-asked") + back());
    }

    /** {@code first}: what is said before the form, as HTML. */
    String own(WriteReview.View view, Typed typed, String first) {
        String stands = view.review().map(this::stands).orElse("");
        String write = view.mayWrite() ? form(typed) : words.paragraph("review-buy");
        return html(words.paragraph("review-hello", view.who().name())
                + first
                + stands
                + write
                + back()
                + button("logout", "review-out"));
    }

    private String stands(Review review) {
        return switch (review.state()) {
            case Review.State.Shown _ ->
                words.paragraph("review-shown") + said(review.said()) + button("withdraw", "review-withdraw");
            case Review.State.Withdrawn _ -> words.paragraph("review-withdrawn");
            case Review.State.Hidden(var reason) -> words.paragraph("review-hidden", reason) + said(review.said());
        };
    }

    private String form(Typed typed) {
        String stars = IntStream.iterate(Draft.STARS_MAX, n -> n >= Draft.STARS_MIN, n -> n - 1)
                .mapToObj(n -> "<option" + (n == typed.stars() ? " selected" : "") + " value=\"" + n + "\">"
                        + words.say("review-stars", Integer.toString(n)) + "</option>")
                .collect(Collectors.joining());
        return "<form method=\"post\"><p><label>" + words.say("review-your-stars") + " <select name=\"stars\">" + stars
                + "</select></label></p><p><label>" + words.say("review-your-name")
                + " <input required maxlength=\"" + Draft.NAME_CHARS_MAX + "\" name=\"name\" value=\""
                + Wording.escaped(typed.name()) + "\"></label></p><p><label>"
                + words.say("review-your-text", Integer.toString(Draft.TEXT_CHARS_MAX))
                + "<br><textarea required rows=\"10\" cols=\"60\" maxlength=\"" + Draft.TEXT_CHARS_MAX
                + "\" name=\"text\">\n" + Wording.escaped(typed.text())
                + "</textarea></label></p><button name=\"do\" value=\"write\">"
                + words.say("review-send") + "</button></form>";
    }

    private String button(String action, String key) {
        return "<form method=\"post\"><button name=\"do\" value=\"" + action + "\">" + words.say(key)
                + "</button></form>";
    }

    private String back() {
        return "<p><a href=\"/reviews/" + desk.key() + "\">" + words.say("review-page") + "</a></p>";
    }

    String saved() {
        return words.paragraph("review-saved");
    }

    String taken() {
        return words.paragraph("review-taken");
    }

    String refused(String why) {
        return words.paragraph("refused", why);
    }

    String gone() {
        return html(words.paragraph("review-gone") + back());
    }

    /** For a link that logs nobody in. */
    String unknown() {
        return html(words.paragraph("review-unknown") + askForm());
    }

    private String html(String body) {
        return words.html("review-head", desk.name(), body);
    }
}
