package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.TenantListsCheck.Look;
import dev.launchready.check.authz.TenantListsCheck.Shown;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Backdrop;
import dev.launchready.session.Bodies;
import dev.launchready.session.Filling;
import dev.launchready.session.Glimpse;
import dev.launchready.session.LookalikeId;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Original;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches as one identity for words that only another's objects hold. */
final class SearchProbe {
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 40;

    private final CheckContext context;
    private final List<Session> able;
    private final Pairs pairs;
    private final LookalikeId lookalike = new LookalikeId();

    SearchProbe(CheckContext context, List<Session> able, Pairs pairs) {
        this.context = context;
        this.able = able;
        this.pairs = pairs;
    }

    List<Look> look() throws ProbeException, InterruptedException {
        List<Look> looks = new ArrayList<>();
        for (Flow flow : context.portal().flows().named("search")) {
            Route route = route(flow.request());
            for (Session owner : able) {
                for (Session reader : able) {
                    if (pairs.strangers(route, owner.identity(), reader.identity())) {
                        look(flow, route, owner, reader).ifPresent(looks::add);
                    }
                }
            }
        }
        return looks;
    }

    /** With the first word for which the owner's own search shows something that the word itself does not say. */
    private Optional<Look> look(Flow flow, Route route, Session owner, Session reader)
            throws ProbeException, InterruptedException {
        if (!fillable(flow.request(), owner) || !fillable(flow.request(), reader)) {
            return Optional.empty();
        }
        for (String word : words(owner, reader)) {
            HttpAnswer before = search(flow, owner, word);
            HttpAnswer none = search(flow, owner, lookalike.of(word));
            HttpAnswer readers = search(flow, reader, word);
            HttpAnswer readersNone = search(flow, reader, lookalike.of(word));
            Original original = new Original(before, search(flow, owner, word));
            Set<String> known = new HashSet<>(context.sessions().publicTexts());
            known.add(word);
            Onlooker onlooker = new Onlooker(original, new Backdrop(known, List.of(none, readersNone), List.of()));
            if (original.trouble().isEmpty() && onlooker.canProve()) {
                Glimpse glimpse = onlooker.see(readers);
                return Optional.of(look(route, owner, reader, glimpse, List.of(readers, before)));
            }
        }
        return Optional.empty();
    }

    private boolean fillable(Request request, Session who) throws ProbeException, InterruptedException {
        return context.sessions().workbench().fillable(request, request.as().orElseGet(who::identity));
    }

    /** Texts of the owner's own lists that the reader's do not hold. */
    private List<String> words(Session owner, Session reader) throws ProbeException, InterruptedException {
        Set<String> readers = context.sessions().holdings(reader.identity()).texts();
        return context.sessions().markers(owner.identity()).stream()
                .map(marker -> marker.value())
                .filter(text -> !readers.contains(text) && text.length() <= LONGEST_WORD && !text.contains("@"))
                .filter(text -> !text.startsWith("/") && !text.startsWith("http"))
                .limit(MOST_WORDS)
                .toList();
    }

    private HttpAnswer search(Flow flow, Session who, String word) throws ProbeException, InterruptedException {
        Request request = flow.request();
        Map<String, String> values = new LinkedHashMap<>(Map.of("word", word, "marker", word));
        values.putAll(context.sessions().workbench().owned(request, request.as().orElseGet(who::identity)));
        HttpCall call = HttpCall.of(
                request.method(),
                context.portal().resolve(Filling.fill(request.target(), values, SearchProbe::encoded)));
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            call = call.with(header.getKey(), Filling.fill(header.getValue(), values));
        }
        if (request.body().isPresent()) {
            call = call.carrying(Bodies.encode(
                    Filling.fill(request.body().get(), values),
                    request.encoding().orElse(Bodies.JSON)));
        }
        return context.http().send(who.sign(call));
    }

    private static String encoded(String word) {
        return java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private Look look(Route route, Session owner, Session reader, Glimpse glimpse, List<HttpAnswer> answers) {
        Shown shown = Shown.NOTHING;
        if (glimpse.kind() == Glimpse.Kind.UNCLEAR) {
            shown = Shown.UNCLEAR;
        } else if (glimpse.leak().isPresent()) {
            shown = glimpse.kind() == Glimpse.Kind.RESEMBLES ? Shown.LIKE : Shown.FOUND;
        }
        return new Look(
                route.method(),
                route.template(),
                context.portal().api().host(),
                Optional.empty(),
                "search",
                reader.identity(),
                owner.identity(),
                pairs.roles(owner.identity(), reader.identity()),
                shown,
                "result",
                1,
                answers.stream().map(HttpAnswer::evidence).toList());
    }

    private static Route route(Request request) {
        int query = request.target().indexOf('?');
        String template = query < 0 ? request.target() : request.target().substring(0, query);
        return new Route(
                request.method(),
                template,
                Access.SIGNED_IN,
                Set.of(),
                false,
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
