package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.ForgedTokenCheck.Forged;
import dev.launchready.check.auth.ForgedTokenCheck.Seen;
import dev.launchready.check.auth.ForgedTokenCheck.Taken;
import dev.launchready.check.auth.ForgedTokenCheck.Tried;
import dev.launchready.check.auth.ForgedTokenCheck.Way;
import dev.launchready.check.auth.Forger.Variant;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Credential;
import dev.launchready.session.Session;
import dev.launchready.session.Sighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sends forged tokens in place of good ones, each between two proofs that the good one is taken. */
final class ForgedTokens {
    /** Shorter values are names and numbers: 64 bits are OWASP's least for a session id, 16 characters as hexadecimal digits. */
    private static final int LEAST_SECRET = 16;

    private final CheckContext context;
    private final PublicKeys keys;
    private OwnWordsShown own = OwnWordsShown.NONE;

    ForgedTokens(CheckContext context) {
        this.context = context;
        this.keys = new PublicKeys(context.http(), context.portal());
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Session> able = context.sessions().able();
        List<Tried> tried = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        int most = context.params().integer("max-identities");
        int forgedFor = 0;
        for (Session shared : able) {
            boolean another = parts(shared).stream().map(ForgedTokens::kind).anyMatch(kind -> !kinds.contains(kind));
            if (!another || forgedFor == most) {
                continue;
            }
            forgedFor++;
            Session good = context.sessions().fresh(shared.identity());
            List<TokenPart> parts = parts(good);
            Optional<Session> other = able.stream()
                    .filter(each -> !each.identity().equals(shared.identity()))
                    .findFirst();
            for (TokenPart part : telling(parts, other)) {
                if (kinds.add(kind(part))) {
                    tried.add(tried(good, part, parts, other));
                }
            }
            context.sessions().renew(shared.identity());
        }
        return new Seen(tried, context.portal().api().host());
    }

    /** Tokens of one kind are checked by one piece of code. */
    private static String kind(TokenPart part) {
        return part.says() + part.jwt().map(Jwt::algorithm).orElse("");
    }

    private List<TokenPart> parts(Session session) throws ProbeException, InterruptedException {
        List<Credential> carriers = context.sessions().carriers(session.identity());
        return session.credentials(place(session)).stream()
                .filter(part -> carriers.stream().anyMatch(part::sameSlot))
                .map(TokenPart::of)
                .toList();
    }

    private Url place(Session session) {
        return context.sessions()
                .proof(session.identity())
                .map(proof -> context.portal().resolve(proof.request().target()))
                .orElseGet(() -> context.portal().api());
    }

    /** Parts that stand for the one identity: not those that all have in common, nor a mere name beside a secret. */
    private List<TokenPart> telling(List<TokenPart> parts, Optional<Session> other)
            throws ProbeException, InterruptedException {
        Set<String> common = new HashSet<>();
        if (other.isPresent()) {
            parts(other.get()).forEach(part -> common.add(part.token()));
        }
        List<TokenPart> own = parts.stream()
                .filter(part -> parts.size() == 1 || !common.contains(part.token()))
                .filter(part -> parts.size() == 1
                        || !part.part().name().toLowerCase(Locale.ROOT).contains("apikey"))
                .toList();
        List<TokenPart> secret = own.stream()
                .filter(part -> part.token().length() >= LEAST_SECRET)
                .toList();
        return secret.isEmpty() ? own : secret;
    }

    private Tried tried(Session good, TokenPart part, List<TokenPart> parts, Optional<Session> other)
            throws ProbeException, InterruptedException {
        Session base = alone(good, part, parts);
        Optional<Jwt> jwt = part.jwt();
        List<Forged> forged = new ArrayList<>();
        Forger forger = new Forger(part);
        own = part.basic() ? OwnWordsShown.of(context, good, other) : OwnWordsShown.NONE;
        send(base, part, forger.any(), forged);
        if (jwt.isPresent() && forged.stream().noneMatch(each -> each.taken() == Taken.ACCEPTED)) {
            send(base, part, forger.unsigned(jwt.get()), forged);
            send(base, part, forger.blank(jwt.get()), forged);
            if (!jwt.get().algorithm().startsWith("HS")) {
                send(base, part, forger.confused(jwt.get(), keys.of(jwt.get())), forged);
            }
        }
        foreign(base, part, parts, other).ifPresent(forged::add);
        boolean weak = jwt.filter(common()::sign).isPresent();
        Set<String> words = context.sessions().words(good.identity());
        boolean guessable = parts.stream().allMatch(each -> !each.basic() && Guessing.easy(each.token(), words));
        boolean alive = context.sessions().look(good).shown();
        return new Tried(good.identity(), part.says(), jwt.map(Jwt::algorithm), weak, guessable, alive, forged);
    }

    private CommonSecrets common() {
        Set<String> names = new HashSet<>();
        names.add(context.portal().address().name());
        context.portal().hosts().stream()
                .flatMap(host -> Arrays.stream(host.split("[.:]")))
                .forEach(names::add);
        return new CommonSecrets(names);
    }

    /** Where another part opens the session as well, this part alone: else the other would vouch for the forged one. */
    private Session alone(Session good, TokenPart part, List<TokenPart> parts)
            throws ProbeException, InterruptedException {
        List<Credential> others = parts.stream()
                .filter(each -> !each.equals(part))
                .map(TokenPart::part)
                .toList();
        boolean replaceable = !others.isEmpty()
                && context.sessions().look(good.limitedTo(others)).shown();
        return replaceable ? good.limitedTo(List.of(part.part())) : good;
    }

    private void send(Session base, TokenPart part, List<Variant> variants, List<Forged> forged)
            throws ProbeException, InterruptedException {
        for (Variant variant : variants) {
            forged.add(sent(base, variant.way(), variant.name(), part.worth(variant.token())));
        }
    }

    private Forged sent(Session base, Way way, String name, Credential forged)
            throws ProbeException, InterruptedException {
        Sighting sighting = context.sessions().look(base.bearing(List.of(forged)));
        boolean opened = sighting.shown() && own.by(sighting.answer());
        Taken taken = opened ? Taken.ACCEPTED : sighting.heldBack() ? Taken.HELD_BACK : Taken.REFUSED;
        return new Forged(way, name, taken, sighting.proof(), sighting.answer().evidence());
    }

    /** Another's secret beside one's own name: whoever has any account is then anybody. */
    private Optional<Forged> foreign(Session base, TokenPart part, List<TokenPart> parts, Optional<Session> other)
            throws ProbeException, InterruptedException {
        boolean named = parts.size() > 1
                && parts.stream()
                        .filter(each -> !each.equals(part))
                        .allMatch(each -> each.token().length() < LEAST_SECRET);
        if (!named || other.isEmpty()) {
            return Optional.empty();
        }
        for (TokenPart theirs : parts(other.get())) {
            if (theirs.part().sameSlot(part.part())) {
                return Optional.of(
                        sent(base, Way.FOREIGN, "the secret of " + other.get().identity(), theirs.part()));
            }
        }
        return Optional.empty();
    }
}
