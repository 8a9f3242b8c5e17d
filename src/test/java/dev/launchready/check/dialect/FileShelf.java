package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A portal that hands out files, in one of several manners; two for alice of north, two for bob of south, none with a word in it by which it
 * could be told whose it is, but the notes.
 *
 * @param manner how it addresses and refuses
 * @param flaws what it forgets
 * @param clock by which links end
 */
public record FileShelf(Manner manner, Set<Flaw> flaws, Clock clock) implements Function<Ask, Reply> {
    private static final Pattern SIGNED_ID =
            Pattern.compile("/rails/active_storage/blobs/redirect/([^/]+)--([0-9a-f]{64})/(.+)");
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What may be broken. */
    public enum Flaw {
        /** A file asks nobody who is calling. */
        OPEN,
        /** A file asks for a sign-in, and not whose it is. */
        FOREIGN,
        /** No signature is compared. */
        UNCHECKED,
        /** The end is not part of what is signed. */
        END_UNSIGNED,
        /** The path is not part of what is signed. */
        PATH_UNSIGNED,
        /** The end is never looked at. */
        NO_END,
        /** Links open for a month. */
        LONG
    }

    /** Where the signature stands. */
    private enum Style {
        NONE,
        LARAVEL,
        AMAZON,
        GOOGLE,
        AZURE,
        CLAIMS,
        RAILS
    }

    /** The habits of several frameworks and services. */
    public enum Manner {
        /** Ids in the path, the session asked for, 403. */
        BY_SESSION(Style.NONE, "/uploads/", Reply.json(403, "{}")),
        /** Refused with 200 and an error. */
        ENVELOPE(Style.NONE, "/attachments/", Reply.json(200, "{\"ok\":false,\"why\":\"not yours\"}")),
        /** A page stands in for whatever is not to be had. */
        SHELL(Style.NONE, "/files/", Reply.html("<!doctype html><title>App</title><div id=root></div>")),
        /** Pages with links to download and pictures. */
        PAGES(Style.NONE, "/downloads/", Reply.empty(302).with("Location", "/login")),
        /** A route for each file leads on to a signed address. */
        LEADING_ON(Style.LARAVEL, "/blobs/", Reply.json(404, "{}")),
        LARAVEL_SIGNED(Style.LARAVEL, "/documents/", Reply.of(403, "text/html", "<h1>Invalid signature.</h1>")),
        AMAZON(
                Style.AMAZON,
                "/bucket/",
                Reply.of(403, "application/xml", "<Error><Code>SignatureDoesNotMatch</Code></Error>")),
        GOOGLE(Style.GOOGLE, "/bucket/", Reply.of(400, "application/xml", "<Error><Code>ExpiredToken</Code></Error>")),
        AZURE(Style.AZURE, "/container/", Reply.of(403, "application/xml", "<Error>AuthenticationFailed</Error>")),
        SUPABASE(
                Style.CLAIMS,
                "/storage/v1/object/sign/papers/",
                Reply.json(400, "{\"statusCode\":\"400\",\"error\":\"InvalidJWT\"}")),
        RAILS(Style.RAILS, "/rails/active_storage/blobs/redirect/", Reply.empty(404));

        private final Style style;
        private final String folder;
        private final Reply refused;

        Manner(Style style, String folder, Reply refused) {
            this.style = style;
            this.folder = folder;
            this.refused = refused;
        }

        public boolean signs() {
            return style != Style.NONE;
        }
    }

    private record Held(String id, String owner) {
        String name() {
            return "f" + id + "c3b90e7711.pdf";
        }

        Reply content() {
            return Reply.of(
                    200,
                    "application/pdf",
                    "%PDF-1.7 " + Integer.toHexString(name().hashCode()).repeat(40));
        }
    }

    private static final List<Held> FILES = List.of(
            new Held("71a4", "alice"), new Held("82d5", "alice"), new Held("9b3e", "bob"), new Held("a4f7", "bob"));

    /** The portal file from {@code identities} on. */
    public String file() {
        String who = List.of("alice", "bob").stream()
                .map(name -> "  " + name + ": {role: client, tenant: of-" + name + ", login: {kind: bearer, token: tok-"
                        + name
                        + "-1}, signed-in-when: {request: GET /me, contains: " + name + "@shelf.example}"
                        + (manner == Manner.LEADING_ON ? owns(name) : "") + "}\n")
                .collect(Collectors.joining());
        String routes = manner == Manner.LEADING_ON
                ? "{signed-in: [GET /me], owned: [\"GET /papers/{paper}/download\"]}"
                : "{signed-in: [GET /me, GET /papers]}";
        return "identities:\n" + who + "consent: {by: the owner, allow: [active]}\nroutes: " + routes + "\n";
    }

    private static String owns(String name) {
        return FILES.stream()
                .filter(each -> each.owner().equals(name))
                .map(Held::id)
                .collect(Collectors.joining(", ", ", owns: {paper: [", "]}"));
    }

    @Override
    public Reply apply(Ask ask) {
        return answer(ask)
                .with(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME
                                .withLocale(Locale.ROOT)
                                .format(clock.instant().atZone(ZoneOffset.UTC)));
    }

    private Reply answer(Ask ask) {
        Optional<String> who = Tokens.bearer(ask);
        if (ask.path().startsWith(manner.folder)) {
            return FILES.stream()
                    .filter(each -> ask.path().endsWith("/" + each.name()))
                    .findFirst()
                    .filter(each -> opens(ask, each, who))
                    .map(Held::content)
                    .orElse(manner.refused);
        }
        if (who.isEmpty()) {
            return Reply.json(401, "{}");
        }
        Matcher leading = Pattern.compile("/papers/(\\w+)/download").matcher(ask.path());
        if (leading.matches()) {
            return FILES.stream()
                    .filter(each -> each.id().equals(leading.group(1)))
                    .filter(each -> each.owner().equals(who.get()) || flaws.contains(Flaw.FOREIGN))
                    .findFirst()
                    .map(each -> Reply.empty(302).with("Location", link(each)))
                    .orElse(manner.refused);
        }
        List<Held> own =
                FILES.stream().filter(each -> each.owner().equals(who.get())).toList();
        return switch (ask.path()) {
            case "/me" -> Reply.json(200, "{\"email\":\"" + who.get() + "@shelf.example\"}");
            case "/papers" -> manner == Manner.PAGES ? page(own) : list(own);
            default -> Reply.json(404, "{}");
        };
    }

    private Reply list(List<Held> own) {
        return Reply.json(
                200,
                own.stream()
                        .map(each -> "{\"id\":\"" + each.id() + "\",\"logo\":\"/static/logo.png\",\"download_url\":\""
                                + link(each) + "\"}")
                        .collect(Collectors.joining(",", "{\"papers\":[", "]}")));
    }

    private Reply page(List<Held> own) {
        return Reply.html(own.stream()
                .map(each -> "<li><a download href=\"" + link(each) + "\">Paper</a></li>")
                .collect(Collectors.joining(
                        "", "<!doctype html><title>Papers</title><img src=/static/logo.png><ul>", "</ul>")));
    }

    private boolean opens(Ask ask, Held held, Optional<String> who) {
        if (!manner.signs()) {
            boolean signedIn = flaws.contains(Flaw.FOREIGN) && who.isPresent();
            return flaws.contains(Flaw.OPEN)
                    || signedIn
                    || who.filter(held.owner()::equals).isPresent();
        }
        if (flaws.contains(Flaw.UNCHECKED)) {
            return true;
        }
        Instant end = end(ask).orElse(Instant.EPOCH);
        String given = given(ask);
        boolean lives = flaws.contains(Flaw.NO_END) || clock.instant().isBefore(end);
        boolean known = flaws.contains(Flaw.PATH_UNSIGNED)
                ? FILES.stream().anyMatch(each -> sign(each, end).equals(given))
                : sign(held, end).equals(given);
        return lives && known;
    }

    private String sign(Held held, Instant end) {
        String signed = held.name() + (flaws.contains(Flaw.END_UNSIGNED) ? "" : end.getEpochSecond()) + "of the shelf";
        return java.util.stream.IntStream.rangeClosed(1, 8)
                .mapToObj(at -> String.format("%08x", (signed + at).repeat(at).hashCode()))
                .collect(Collectors.joining());
    }

    /** The link to a file, as this manner writes it. */
    private String link(Held held) {
        Duration life = flaws.contains(Flaw.LONG) ? Duration.ofDays(30) : Duration.ofMinutes(5);
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Instant end = now.plus(life);
        String sign = sign(held, end);
        String at = manner.folder + held.name();
        return switch (manner.style) {
            case NONE -> at;
            case LARAVEL -> at + "?expires=" + end.getEpochSecond() + "&signature=" + sign;
            case AMAZON ->
                at + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + BASIC.format(now) + "&X-Amz-Expires="
                        + life.toSeconds() + "&X-Amz-Signature=" + sign;
            case GOOGLE ->
                at + "?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Date=" + BASIC.format(now) + "&X-Goog-Expires="
                        + life.toSeconds() + "&X-Goog-Signature=" + sign;
            case AZURE -> at + "?sv=2024-11-04&sr=b&sp=r&se=" + end + "&sig=" + sign;
            case CLAIMS ->
                at + "?token=" + encoded("{\"alg\":\"HS256\"}") + "."
                        + encoded("{\"url\":\"" + held.name() + "\",\"iat\":" + now.getEpochSecond() + ",\"exp\":"
                                + end.getEpochSecond() + "}")
                        + "." + sign;
            case RAILS ->
                manner.folder
                        + encoded("{\"_rails\":{\"message\":\"" + held.id() + "\",\"exp\":\"" + end
                                + "\",\"pur\":\"blob_id\"}}")
                        + "--" + sign + "/" + held.name();
        };
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Instant> end(Ask ask) {
        return switch (manner.style) {
            case NONE -> Optional.empty();
            case LARAVEL -> parameter(ask, "expires").map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
            case AMAZON -> vendor(ask, "X-Amz-");
            case GOOGLE -> vendor(ask, "X-Goog-");
            case AZURE -> parameter(ask, "se").map(Instant::parse);
            case CLAIMS ->
                payload(parameter(ask, "token")
                                .map(token -> token.split("\\.", -1)[1])
                                .orElse(""))
                        .map(json -> json.replaceAll(".*\"exp\":([0-9]+).*", "$1"))
                        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
            case RAILS ->
                payload(signedId(ask, 1)).map(json -> Instant.parse(json.replaceAll(".*\"exp\":\"([^\"]+)\".*", "$1")));
        };
    }

    private static Optional<Instant> vendor(Ask ask, String prefix) {
        Optional<Instant> from = parameter(ask, prefix + "Date").map(text -> BASIC.parse(text, Instant::from));
        return from.flatMap(
                start -> parameter(ask, prefix + "Expires").map(seconds -> start.plusSeconds(Long.parseLong(seconds))));
    }

    private String given(Ask ask) {
        return switch (manner.style) {
            case NONE -> "";
            case LARAVEL -> parameter(ask, "signature").orElse("");
            case AMAZON -> parameter(ask, "X-Amz-Signature").orElse("");
            case GOOGLE -> parameter(ask, "X-Goog-Signature").orElse("");
            case AZURE -> parameter(ask, "sig").orElse("");
            case CLAIMS ->
                parameter(ask, "token").map(token -> token.split("\\.", -1)[2]).orElse("");
            case RAILS -> signedId(ask, 2);
        };
    }

    private static String signedId(Ask ask, int group) {
        Matcher id = SIGNED_ID.matcher(ask.path());
        return id.matches() ? id.group(group) : "";
    }

    private static Optional<String> payload(String base64) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8))
                    .filter(json -> json.contains("\"exp\""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> parameter(Ask ask, String name) {
        Matcher found =
                Pattern.compile("[?&]" + Pattern.quote(name) + "=([^&]+)").matcher(ask.target());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
