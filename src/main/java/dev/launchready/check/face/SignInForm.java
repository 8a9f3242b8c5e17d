package dev.launchready.check.face;

import dev.launchready.model.Url;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * A form that asks for a password.
 *
 * @param action where it is sent
 * @param userField the name of the field for the user, or empty text where none has a name
 */
public record SignInForm(Url page, Url action, String userField, String passwordField) {
    private static final String USER_FIELDS = "input[type=email], input[type=text], input:not([type])";

    /** The first such form of the page whose password field has a name. */
    public static Optional<SignInForm> of(Page page) {
        for (Element form : page.document().select("form:has(input[type=password])")) {
            String password = form.select("input[type=password]").attr("name");
            if (!password.isEmpty()) {
                Url action = page.url().resolve(form.attr("action")).orElse(page.url());
                return Optional.of(new SignInForm(page.url(), action, user(form), password));
            }
        }
        return Optional.empty();
    }

    private static String user(Element form) {
        Elements fields = form.select(USER_FIELDS);
        return fields.stream()
                .filter(field -> field.attr("type").equals("email"))
                .findFirst()
                .or(() -> fields.stream().findFirst())
                .map(field -> field.attr("name"))
                .orElse("");
    }
}
