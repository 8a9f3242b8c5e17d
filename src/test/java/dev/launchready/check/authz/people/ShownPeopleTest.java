package dev.launchready.check.authz.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which answers tell of people, and which only look as if they did. */
class ShownPeopleTest {
    private static final Url HOME = Url.parse("https://portal.harbor.example/");
    private static final OnPurpose OWN = new OnPurpose(
            Portal.at(HOME),
            List.of(
                    Jsoup.parse(
                            "<footer>Write to office@harbor-group.example or to <a href=mailto:jo.press@post.example>Jo</a></footer>")));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tells(String what, String expected, String place, String type, String body) {
        HttpAnswer answer = new HttpAnswer(
                HttpCall.get(HOME.at(place)),
                200,
                List.of(new Header("Content-Type", type)),
                body.getBytes(StandardCharsets.UTF_8),
                false,
                Duration.ZERO,
                "h2",
                "127.0.0.1",
                new HttpExchange("nobody", "GET", "", List.of(), 200, List.of(), 0, "", Duration.ZERO, ""));
        assertThat(ShownPeople.in(answer, place, OWN)
                        .map(each -> each.kind() + " " + each.people())
                        .orElse("nothing"))
                .isEqualTo(expected);
    }

    static Stream<Arguments> tells() {
        return Stream.concat(sound(), flawed());
    }

    private static Stream<Arguments> flawed() {
        return Stream.of(
                json(
                        "users with accounts",
                        "CLIENTS 3",
                        "/api/users",
                        "[" + user(1) + "," + user(2) + "," + user(3) + "]"),
                json(
                        "users by their ids",
                        "CLIENTS 3",
                        "/users.json",
                        "{\"u1\":" + user(1) + ",\"u2\":" + user(2) + ",\"u3\":" + user(3) + "}"),
                json(
                        "a page of GraphQL",
                        "CLIENTS 3",
                        "/graphql",
                        "{\"data\":{\"customers\":{\"edges\":[{\"node\":" + user(1) + "},{\"node\":" + user(2)
                                + "},{\"node\":" + user(3) + "}]}}}"),
                json(
                        "reviews with the reviewer's record",
                        "CLIENTS 3",
                        "/api/reviews",
                        "[" + review(1) + "," + review(2) + "," + review(3) + "]"),
                json(
                        "staff with their dates of birth",
                        "CLIENTS 3",
                        "/api/team",
                        "[" + born(1) + "," + born(2) + "," + born(3) + "]"),
                json(
                        "bookings",
                        "BUSINESS 2",
                        "/api/calendar",
                        "[{\"booking\":\"B1\",\"guest\":\"Mara Brandt\",\"total\":120},{\"booking\":\"B2\",\"guest\":\"Jonas Keller\",\"total\":80}]"),
                json(
                        "rows below names of columns",
                        "CLIENTS 3",
                        "/crm/customers.json",
                        "{\"columns\":[\"id\",\"full_name\",\"email\"],\"rows\":[[1,\"Mara Brandt\",\"m1@post.example\"],[2,\"Jo Ek\",\"m2@post.example\"],[3,\"Al Bo\",\"m3@post.example\"]]}"),
                json(
                        "a sheet",
                        "CLIENTS 3",
                        "/api/signups",
                        "[[\"name\",\"mail\"],[\"Mara\",\"m1@post.example\"],[\"Jo\",\"m2@post.example\"],[\"Al\",\"m3@post.example\"]]"),
                json("one user", "FEW 1", "/api/users/1", user(1)),
                arguments(
                        "a line for each",
                        "CLIENTS 3",
                        "/export",
                        "application/x-ndjson",
                        user(1) + "\n" + user(2) + "\n" + user(3)),
                arguments(
                        "an export",
                        "CLIENTS 3",
                        "/members.csv",
                        "text/csv",
                        "First name;E-mail;Newsletter\nMara;mara1@post.example;yes\nJonas;\"jonas2@post.example\";no\nEdda;edda3@post.example;no\n"),
                arguments(
                        "an export that calls itself text",
                        "CLIENTS 3",
                        "/customers.csv",
                        "text/plain",
                        "id,name,email\n1,\"Brandt, Mara\",m1@post.example\n2,Jo Ek,m2@post.example\n3,Al Bo,m3@post.example\n"),
                arguments(
                        "XML",
                        "CLIENTS 3",
                        "/members.xml",
                        "application/xml",
                        "<?xml version=\"1.0\"?><members><member><name>Mara Brandt</name><email>m1@post.example</email></member><member><name>Jo Ek</name><email>m2@post.example</email></member><member><name>Al Bo</name><email>m3@post.example</email></member></members>"),
                html(
                        "a payload that no reader sees",
                        "CLIENTS 3",
                        "/start",
                        "<div id=__next>Hello</div><script id=__NEXT_DATA__ type=application/json>{\"props\":{\"users\":["
                                + user(1) + "," + user(2) + "," + user(3) + "]}}</script>"),
                html(
                        "a state that a script sets",
                        "CLIENTS 3",
                        "/start",
                        "<script>window.__STATE__ = {\"users\":[" + user(1) + "," + user(2) + "," + user(3)
                                + "]};</script>"),
                html(
                        "a page full of addresses",
                        "LISTED 10",
                        "/friends",
                        "<p>"
                                + Stream.iterate(1, at -> at + 1)
                                        .limit(10)
                                        .map(at -> "friend" + at + "@post.example")
                                        .toList()
                                + "</p>"));
    }

    private static Stream<Arguments> sound() {
        return Stream.of(
                json(
                        "prices",
                        "nothing",
                        "/api/plans",
                        "[{\"name\":\"Solo Plan\",\"price\":29,\"billing\":\"monthly\"},{\"name\":\"Crew Plan\",\"price\":99,\"billing\":\"yearly\"}]"),
                json(
                        "products",
                        "nothing",
                        "/api/orders/products",
                        "[{\"name\":\"Oak Table\",\"price\":199,\"id\":1},{\"name\":\"Pine Chair\",\"price\":49,\"id\":2}]"),
                json(
                        "shops",
                        "nothing",
                        "/api/stores",
                        "[" + shop(1) + "," + shop(2) + "," + shop(3) + "," + shop(4) + "," + shop(5) + "]"),
                json(
                        "a team by its own addresses",
                        "nothing",
                        "/api/team",
                        "[" + staff(1) + "," + staff(2) + "," + staff(3) + "," + staff(4) + "," + staff(5) + "]"),
                json(
                        "names under comments",
                        "nothing",
                        "/api/comments",
                        "[{\"author\":\"Mara Brandt\",\"text\":\"Nice\"},{\"author\":\"Jonas Keller\",\"text\":\"True\"},{\"author\":\"Edda Lind\",\"text\":\"Yes\"}]"),
                json(
                        "labels of a form",
                        "nothing",
                        "/api/i18n",
                        "{\"user\":{\"email\":\"E-mail\",\"phone\":\"Telephone\",\"firstName\":\"First name\"}}"),
                json(
                        "a description of an API",
                        "nothing",
                        "/openapi.json",
                        "{\"paths\":{\"/users\":{\"get\":{\"example\":{\"email\":\"user@example.com\",\"firstName\":\"string\"}}}}}"),
                json(
                        "what is masked",
                        "nothing",
                        "/api/users",
                        "[{\"email\":\"m***@post.example\",\"phone\":\"+49 ** ***73\",\"name\":\"Mara B.\"}]"),
                json(
                        "roles' addresses",
                        "nothing",
                        "/api/contacts",
                        "[{\"name\":\"Press Office\",\"email\":\"press@news.example\"},{\"name\":\"Help Desk\",\"email\":\"support@desk.example\"},{\"name\":\"Job Office\",\"email\":\"jobs@desk.example\"}]"),
                json(
                        "somebody whom a page names with the address",
                        "nothing",
                        "/api/press",
                        "{\"contact\":{\"name\":\"Jo Ek\",\"email\":\"jo.press@post.example\"}}"),
                json(
                        "state of health",
                        "nothing",
                        "/api/health",
                        "{\"status\":\"ok\",\"version\":\"1.2.3\",\"uptime\":1234567}"),
                html(
                        "an imprint",
                        "nothing",
                        "/imprint",
                        "<p>Harbor Ltd, Pier 7, 20457 Hamburg, +49 40 555010, info@harbor.example, jo.ek@gmail.com</p>"),
                html(
                        "what is written for search engines",
                        "nothing",
                        "/",
                        "<script type=application/ld+json>{\"@type\":\"Organization\",\"email\":\"mara@post.example\",\"telephone\":\"+49 40 5550173\",\"founder\":{\"givenName\":\"Mara\"}}</script>"),
                html(
                        "a table of opening hours",
                        "nothing",
                        "/hours",
                        "<table><tr><th>Day</th><th>Phone</th></tr><tr><td>Monday</td><td>+49 40 555010</td></tr></table>"));
    }

    private static Arguments json(String what, String expected, String place, String body) {
        return arguments(what, expected, place, "application/json", body);
    }

    private static Arguments html(String what, String expected, String place, String body) {
        return arguments(what, expected, place, "text/html", "<!doctype html><html><body>" + body + "</body></html>");
    }

    private static String user(int at) {
        return "{\"id\":" + at + ",\"email\":\"mara" + at
                + "@post.example\",\"role\":\"user\",\"created_at\":\"2026-01-02\"}";
    }

    private static String review(int at) {
        return "{\"stars\":5,\"text\":\"Great\",\"user\":{\"displayName\":\"Mara\",\"email\":\"mara" + at
                + "@post.example\"}}";
    }

    private static String born(int at) {
        return "{\"name\":\"Mara Brandt\",\"email\":\"mara@harbor.example\",\"date_of_birth\":\"198" + at + "-03-17\"}";
    }

    private static String shop(int at) {
        return "{\"name\":\"Harbor Shop\",\"street\":\"Pier " + at + "\",\"zip\":\"2045" + at
                + "\",\"phone\":\"+49 40 55501" + at + "\",\"email\":\"pier" + at + "@harbor.example\"}";
    }

    private static String staff(int at) {
        return "{\"name\":\"Mara Brandt\",\"role\":\"Head of Design\",\"email\":\"mara" + at
                + "@harbor-group.example\",\"phone\":\"+49 40 55501" + at + "\"}";
    }
}
