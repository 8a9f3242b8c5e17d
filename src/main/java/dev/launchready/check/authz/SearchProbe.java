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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Searches as one identity for words that only another's objects hold. */
final class SearchProbe {
    private static final int MOST_WORDS = 6;
    private static final int MOST_TEXTS = 40;
    private static final int SHORTEST_WORD = 5;
    private static final int LONGEST_WORD = 40;
    /** No address of any kind, and letters enough to be a word. */
    private static final Pattern NAMES = Pattern.compile("^(?!/|http)[^@]*\\p{L}{4}[^@]*$");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Words as people write them: no sentence, no id, no number among them. */
    private static final Pattern TITLE = Pattern.compile("\\p{Lu}[\\p{L}'&-]+(?: [\\p{L}'&-]+){1,4}");

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
            List<Look> found = new ArrayList<>();
            Optional<Look> silent = Optional.empty();
            for (Session owner : able) {
                for (Session reader : able) {
                    if (pairs.strangers(route, owner.identity(), reader.identity())) {
                        look(flow, route, owner, reader).ifPresent(found::add);
                        silent = Optional.of(look(route, owner, reader, Shown.NO_WORD, List.of()));
                    }
                }
            }
            looks.addAll(found.isEmpty() ? silent.stream().toList() : found);
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
                return Optional.of(look(route, owner, reader, shown(glimpse), List.of(readers, before)));
            }
        }
        return Optional.empty();
    }

    private boolean fillable(Request request, Session who) throws ProbeException, InterruptedException {
        return context.sessions().workbench().fillable(request, request.as().orElseGet(who::identity));
    }

    /**
     * Words of the owner's own lists that neither the reader's nor nobody's hold: of names and titles first, and of these the longest word
     * alone, so that what is found says more than what was asked for.
     */
    private List<String> words(Session owner, Session reader) throws ProbeException, InterruptedException {
        Set<String> others =
                new HashSet<>(context.sessions().holdings(reader.identity()).texts());
        others.addAll(context.sessions().publicTexts());
        return context.sessions().holdings(owner.identity()).texts().stream()
                .filter(text -> !others.contains(text) && text.length() >= SHORTEST_WORD)
                .filter(text ->
                        text.length() <= LONGEST_WORD && NAMES.matcher(text).find())
                .sorted(Comparator.comparing(
                                (String text) -> !TITLE.matcher(text).matches())
                        .thenComparing(Comparator.comparingInt(String::length).reversed())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_TEXTS)
                .flatMap(text -> Stream.of(longest(text), text))
                .distinct()
                .filter(word -> others.stream().noneMatch(other -> other.contains(word)))
                .limit(MOST_WORDS)
                .toList();
    }

    private static String longest(String text) {
        return SPACES.splitAsStream(text)
                .max(Comparator.comparingInt(String::length))
                .orElse(text);
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

    private static Shown shown(Glimpse glimpse) {
        if (glimpse.kind() == Glimpse.Kind.UNCLEAR) {
            return Shown.UNCLEAR;
        }
        if (glimpse.leak().isEmpty()) {
            return Shown.NOTHING;
        }
        return glimpse.kind() == Glimpse.Kind.RESEMBLES ? Shown.LIKE : Shown.FOUND;
    }

    private Look look(Route route, Session owner, Session reader, Shown shown, List<HttpAnswer> answers) {
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
