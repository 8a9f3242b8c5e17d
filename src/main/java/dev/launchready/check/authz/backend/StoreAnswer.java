package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stores of files answer: the XML of S3 and its kin, of Azure, and Google's JSON; an error's code tells more than its status. */
final class StoreAnswer {
    private static final Pattern LIST =
            Pattern.compile("(?s)^[\\s\\uFEFF]*(?:<\\?xml[^>]*>)?\\s*<(?:ListBucketResult|EnumerationResults)\\b.*");
    private static final Pattern ERROR = Pattern.compile("(?s)^[\\s\\uFEFF]*(?:<\\?xml[^>]*>)?\\s*<Error\\b.*");
    private static final Pattern KEY = Pattern.compile("<Key>([^<]{1,1024})</Key>");
    private static final Pattern BLOB = Pattern.compile("<Blob>\\s*<Name>([^<]{1,1024})</Name>");
    private static final Pattern CODE = Pattern.compile("<Code>([^<]{1,80})</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]{1,300})");
    private static final Pattern ENDPOINT = Pattern.compile("<Endpoint>([^<]{1,200})</Endpoint>");

    /** Refusals that come with another status than 401 and 403. */
    private static final Set<String> REFUSED = Set.of(
            "AccessDenied", "AllAccessDisabled", "PublicAccessNotPermitted", "InvalidArgument", "ResourceNotFound");

    private static final Set<String> GONE = Set.of("NoSuchBucket", "ContainerNotFound");
    private static final Set<String> ELSEWHERE = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");

    private final HttpAnswer answer;
    private final String text;
    private final Optional<Json> json;

    StoreAnswer(HttpAnswer answer) {
        this.answer = answer;
        this.text = answer.text();
        this.json = JsonBody.parse(text).filter(Json.Obj.class::isInstance);
    }

    /** Whether only a store speaks like this. */
    boolean speaks() {
        boolean objects = json.flatMap(each -> each.get("kind"))
                .flatMap(Json::text)
                .filter(kind -> kind.startsWith("storage#"))
                .isPresent();
        return LIST.matcher(text).matches() || objects || !code().isEmpty() || google();
    }

    Access access() {
        if (answer.status() == 200 && speaks() && code().isEmpty()) {
            return names().isEmpty() ? Access.LET_IN : Access.ROWS;
        }
        boolean closed = answer.status() == 401 || answer.status() == 403;
        if (GONE.contains(code()) || (google() && answer.status() == 404)) {
            return Access.MISSING;
        }
        return REFUSED.contains(code()) || (closed && speaks()) ? Access.REFUSED : Access.UNCLEAR;
    }

    /** An error of Google's JSON interface, which lists what was wrong. */
    private boolean google() {
        return json.flatMap(each -> each.get("error"))
                .flatMap(error -> error.get("errors"))
                .isPresent();
    }

    /** Where the bucket is, when the store says that it is not here. */
    Optional<String> elsewhere() {
        Matcher endpoint = ENDPOINT.matcher(text);
        if (!ELSEWHERE.contains(code()) && answer.status() != 301 && answer.status() != 307) {
            return Optional.empty();
        }
        return endpoint.find()
                ? Optional.of("https://" + endpoint.group(1))
                : answer.location().map(url -> url.origin());
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        KEY.matcher(text).results().forEach(match -> names.add(plain(match.group(1))));
        BLOB.matcher(text).results().forEach(match -> names.add(plain(match.group(1))));
        json.flatMap(each -> each.get("items"))
                .filter(Json.Arr.class::isInstance)
                .ifPresent(items -> ((Json.Arr) items)
                        .items()
                        .forEach(item -> item.get("name").flatMap(Json::text).ifPresent(names::add)));
        return names;
    }

    String says() {
        String code = code().isEmpty() ? "" : " " + code();
        String message = message().isEmpty() ? "" : ": " + message();
        return Trees.shortened(answer.status() + code + message);
    }

    private String code() {
        Matcher code = CODE.matcher(text);
        return ERROR.matcher(text).matches() && code.find()
                ? code.group(1)
                : answer.header("x-ms-error-code").orElse("");
    }

    private String message() {
        Matcher message = MESSAGE.matcher(text);
        return json.flatMap(each -> each.get("error"))
                .flatMap(error -> error.get("message"))
                .flatMap(Json::text)
                .orElseGet(() -> message.find() ? plain(message.group(1)) : "");
    }

    private static String plain(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
