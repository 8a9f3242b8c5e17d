package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Credential;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Who asks the back ends, and who is a stranger to whom. */
final class Readers {
    private static final String TOKEN = "token";
    private static final String AUTHORIZATION = "authorization";

    private final CheckContext context;
    private final List<Session> able;
    private final Pairs pairs;

    private Readers(CheckContext context, List<Session> able) {
        this.context = context;
        this.able = able;
        this.pairs = new Pairs(context.portal());
    }

    /** Identities that cannot sign in are left out; that is told by other checks, and by how few are left. */
    static Readers of(CheckContext context) throws ProbeException, InterruptedException {
        List<Session> able = new ArrayList<>();
        for (Identity identity : context.sessions().identities()) {
            try {
                able.add(context.sessions().of(identity.name()));
            } catch (ProbeException.SignIn e) {
                LoggerFactory.getLogger(Readers.class).debug("{} does not sign in: {}", identity.name(), e.code());
            }
        }
        return new Readers(context, able);
    }

    boolean none() {
        return able.isEmpty();
    }

    /** Nobody, with what every browser sends. */
    static Reader nobody(List<Header> publicly) {
        return new Reader(
                HttpCall.NOBODY, Optional.empty(), publicly, Optional.empty(), Set.of(), TrafficClass.PASSIVE);
    }

    /** Every identity that signs in at all, known by its words. */
    List<Reader> all() throws ProbeException, InterruptedException {
        List<Reader> readers = new ArrayList<>();
        for (Session session : able) {
            readers.add(reader(session, "", List.of()));
        }
        return List.copyOf(readers);
    }

    /**
     * Identities whose session counts at that back end: by header lines that the file has for its origin, or by a token that it has
     * issued.
     *
     * @param issuers parts of an issuer's name that show that
     */
    List<Reader> at(Url base, List<Header> publicly, List<String> issuers) throws ProbeException, InterruptedException {
        List<Reader> readers = new ArrayList<>();
        for (Session session : able) {
            List<Header> lines = session.credentials(base).stream()
                    .filter(part -> part.kind() == Credential.Kind.HEADER)
                    .map(part -> new Header(part.name(), part.value()))
                    .toList();
            Optional<String> bearer = lines.stream()
                    .filter(line -> line.name().equalsIgnoreCase(AUTHORIZATION))
                    .map(line -> line.value().replaceFirst("(?i)^bearer\\s+", ""))
                    .findFirst()
                    .or(() -> Optional.ofNullable(session.taken().get(TOKEN)));
            boolean named = !context.portal().ownOrigins().contains(base.origin()) && !lines.isEmpty();
            Optional<String> token = bearer.filter(text -> named || issued(text, issuers));
            if (token.isPresent()) {
                readers.add(reader(session, token.get(), publicly));
            }
        }
        return List.copyOf(readers);
    }

    private static boolean issued(String token, List<String> issuers) {
        Optional<Json> claims = SupabaseKey.claims(token);
        String issuer =
                claims.flatMap(each -> each.get("iss")).flatMap(Json::text).orElse("");
        return issuers.stream().anyMatch(issuer::contains)
                || claims.flatMap(each -> each.get("role"))
                        .flatMap(Json::text)
                        .filter("authenticated"::equals)
                        .isPresent();
    }

    private Reader reader(Session session, String token, List<Header> publicly)
            throws ProbeException, InterruptedException {
        List<Header> lines = new ArrayList<>(publicly.stream()
                .filter(line -> !line.name().equalsIgnoreCase(AUTHORIZATION))
                .toList());
        lines.add(new Header("Authorization", "Bearer " + token));
        Optional<Json> claims = SupabaseKey.claims(token);
        Optional<String> id = claims.flatMap(each -> each.get("sub"))
                .or(() -> claims.flatMap(each -> each.get("user_id")))
                .flatMap(Json::text);
        Set<String> words = new HashSet<>(context.sessions().words(session.identity()));
        id.ifPresent(words::add);
        return new Reader(session.identity(), Optional.of(token), lines, id, words, TrafficClass.OWN_ACCOUNTS);
    }

    /** Whether that reader has to be refused what belongs to that owner. */
    boolean strangers(Reader owner, Reader reader) {
        Route anywhere = new Route(
                "GET",
                "/",
                Access.OWNED,
                Set.of(),
                false,
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return pairs.strangers(anywhere, owner.name(), reader.name());
    }

    boolean anyStrangers(List<Reader> readers) {
        return readers.stream().anyMatch(owner -> readers.stream().anyMatch(reader -> strangers(owner, reader)));
    }

    String roles(Reader owner, Reader reader) {
        return pairs.roles(owner.name(), reader.name());
    }
}
