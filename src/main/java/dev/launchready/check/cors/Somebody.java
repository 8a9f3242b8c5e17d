package dev.launchready.check.cors;

import dev.launchready.check.CheckContext;
import dev.launchready.check.cors.CorsSurvey.Carried;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Credential;
import dev.launchready.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first identity that can sign in.
 *
 * @param unseen why there is none, where one would be needed
 */
record Somebody(Optional<Session> session, Optional<String> unseen) {
    static final Somebody NOT_NEEDED = new Somebody(Optional.empty(), Optional.empty());

    static Somebody of(CheckContext context) throws InterruptedException {
        List<Identity> identities = context.sessions().identities();
        String why = "no test account is known";
        for (Identity identity : identities) {
            try {
                return new Somebody(Optional.of(context.sessions().of(identity.name())), Optional.empty());
            } catch (ProbeException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        return new Somebody(Optional.empty(), Optional.of(why));
    }

    /** How the session travels to that address. */
    static Set<Carried> carried(Session session, Url url) {
        return session.credentials(url).stream().map(Somebody::carried).collect(Collectors.toSet());
    }

    private static Carried carried(Credential part) {
        if (part.kind() == Credential.Kind.COOKIE) {
            return Carried.COOKIE;
        }
        return part.name().equalsIgnoreCase("authorization") ? Carried.AUTHORIZATION : Carried.OTHER_HEADER;
    }
}
