package dev.launchready.portal;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an identity signs in; one record for each {@code kind} of recipe. */
public sealed interface Login {

    /** What every kind may carry. */
    Common common();

    /** Hosts that this recipe alone calls. */
    default Set<String> hosts() {
        if (this instanceof OAuth2Login oauth2) {
            return Set.of(oauth2.tokenUrl().host());
        }
        if (this instanceof SupabaseLogin supabase) {
            return Set.of(supabase.url().host());
        }
        if (this instanceof FirebaseLogin) {
            return FIREBASE_HOSTS;
        }
        return requests().stream()
                .map(Request::target)
                .filter(target -> !target.startsWith("/"))
                .map(target -> Url.parse(target).host())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The requests that this recipe spells out; none for the kinds that know them by themselves. */
    private List<Request> requests() {
        if (this instanceof JsonLogin json) {
            return List.of(json.request());
        }
        if (this instanceof FormLogin form) {
            return Stream.concat(form.page().stream(), Stream.of(form.request()))
                    .toList();
        }
        return this instanceof StepsLogin several
                ? several.steps().stream().map(Step::request).toList()
                : List.of();
    }

    /** Where Firebase Authentication signs in and renews (its REST reference). */
    Set<String> FIREBASE_HOSTS = Set.of("identitytoolkit.googleapis.com", "securetoken.googleapis.com");

    /**
     * @param sendAs header lines with {@code {token}}, {@code {cookie:NAME}} or {@code {basic}}, by origin; the origin {@code *}
     *     is the portal's own
     * @param refused how a refusal shows
     */
    record Common(Map<String, String> headers, Map<String, List<String>> sendAs, Optional<Refusal> refused) {
        public static final Common NONE = new Common(Map.of(), Map.of(), Optional.empty());

        public Common {
            headers = Map.copyOf(headers);
            sendAs = Map.copyOf(sendAs);
        }
    }

    record Refusal(Optional<Integer> status, Optional<String> contains) {}

    /** @param token a JSONPath; absent: the cookies that come back */
    record JsonLogin(Common common, Request request, Json body, Optional<String> token) implements Login {}

    /** @param page fetched first, for hidden fields and a CSRF token */
    record FormLogin(Common common, Optional<Request> page, Request request, Json body) implements Login {}

    record BasicLogin(Common common, String user, String password) implements Login {}

    record BearerLogin(Common common, String token) implements Login {}

    /** The kinds {@code header} and {@code cookie}: the lines under {@code send-as} are the session. */
    record HeaderLogin(Common common) implements Login {}

    /** @param grant {@code client-credentials}, {@code password} or {@code refresh} */
    record OAuth2Login(
            Common common,
            Url tokenUrl,
            String grant,
            Optional<String> clientId,
            Optional<String> clientSecret,
            Optional<String> user,
            Optional<String> password,
            Optional<String> refreshToken,
            Optional<String> scope)
            implements Login {}

    record SupabaseLogin(Common common, Url url, String key, String email, String password) implements Login {}

    record FirebaseLogin(Common common, String apiKey, String email, String password) implements Login {}

    /** A browser's storage state as Playwright writes it. */
    record StorageStateLogin(Common common, Path file) implements Login {}

    record HarLogin(Common common, Path file) implements Login {}

    record StepsLogin(Common common, List<Step> steps) implements Login {
        public StepsLogin {
            steps = List.copyOf(steps);
        }
    }

    /** @param take name to where in the answer it is found: a JSONPath, {@code header:NAME} or {@code cookie:NAME} */
    record Step(Request request, Map<String, String> take, Optional<Totp> totp) {
        public Step {
            take = Map.copyOf(take);
        }
    }

    /** @param into the name under which the code (RFC 6238) is filled in */
    record Totp(String secret, String into) {}
}
