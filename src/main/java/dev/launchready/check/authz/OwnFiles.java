package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.OwnReading;
import dev.launchready.check.authz.files.FileLink;
import dev.launchready.check.authz.files.FileLinks;
import dev.launchready.check.authz.files.SignedUrl;
import dev.launchready.model.Url;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.portal.routes.RouteLookup;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The files that each identity's own answers name, without those that others are given as well. */
final class OwnFiles {
    private static final int MOST_OF_A_PLACE = 2;

    /** Where frameworks keep what comes with the application itself: a file without an id there is nobody's own. */
    private static final Pattern PUBLIC_FOLDER = Pattern.compile(
            "(?i)^/(.*/)?(static|assets?|public|docs?|help|legal|resources|img|images|fonts|dist|build|_next|_nuxt|webpack|packs)/");

    private final CheckContext context;
    private final Pairs pairs;
    private final RouteLookup routes;
    private final AnswerPlace.Finder places;
    private final List<Held> held = new ArrayList<>();
    private int shared;

    private OwnFiles(CheckContext context) {
        this.context = context;
        this.pairs = new Pairs(context.portal());
        this.routes = new RouteLookup(context.portal());
        this.places = new AnswerPlace.Finder(context.portal());
    }

    /**
     * @param source method and template of the route that names it
     * @param direct whether the address is the route itself, which leads on to the file
     */
    record Held(Session owner, FileLink link, Optional<SignedUrl> signed, String source, boolean direct) {}

    static OwnFiles of(CheckContext context, List<Session> able) throws ProbeException, InterruptedException {
        OwnFiles files = new OwnFiles(context);
        OwnReading reading = new OwnReading(context, context.params().integer("max-routes"));
        List<HttpAnswer> own = reading.of(able);
        List<HttpAnswer> nobodys = new ArrayList<>(reading.ofNobody());
        nobodys.add(context.http()
                .send(context.sessions()
                        .nobody()
                        .sign(HttpCall.get(context.portal().url()))));
        files.gather(able, own, nobodys);
        return files;
    }

    /** Those first whose addresses end. */
    List<Held> held() {
        List<Held> ordered = new ArrayList<>(held);
        ordered.sort(Comparator.comparing(each -> each.signed().isEmpty()));
        return List.copyOf(ordered);
    }

    int shared() {
        return shared;
    }

    private void gather(List<Session> able, List<HttpAnswer> own, List<HttpAnswer> nobodys) {
        Set<String> open = new HashSet<>();
        nobodys.forEach(answer -> FileLinks.in(answer).forEach(link -> open.add(link.file())));
        Map<String, Set<String>> whose = new HashMap<>();
        own.forEach(answer -> FileLinks.in(answer)
                .forEach(link -> whose.computeIfAbsent(link.file(), unseen -> new HashSet<>())
                        .add(answer.call().sender())));
        for (Session owner : able) {
            Map<String, Held> mine = new LinkedHashMap<>();
            for (HttpAnswer answer : own) {
                if (answer.call().sender().equals(owner.identity())) {
                    FileLinks.in(answer).forEach(link -> hold(owner, link, mine));
                }
            }
            Map<String, Integer> ofPlace = new HashMap<>();
            int most = context.params().integer("max-files");
            for (Held each : mine.values()) {
                boolean others = open.contains(each.link().file())
                        || whose.getOrDefault(each.link().file(), Set.of()).stream()
                                .anyMatch(other -> pairs.strangers(owner.identity(), other));
                if (others) {
                    shared++;
                } else if (ofPlace.merge(each.source() + each.link().place() + each.direct(), 1, Integer::sum)
                                <= MOST_OF_A_PLACE
                        && most-- > 0) {
                    held.add(each);
                }
            }
        }
    }

    private void hold(Session owner, FileLink link, Map<String, Held> mine) {
        AnswerPlace place = places.of(link.source());
        String source = place.method() + " " + place.template();
        Optional<SignedUrl> signed = SignedUrl.of(link.url());
        if (link.place().equals(FileLinks.LOCATION)) {
            Url route = link.source().call().url();
            FileLink direct = new FileLink(route, link.source(), link.place(), link.picture());
            mine.putIfAbsent(direct.file(), new Held(owner, direct, Optional.empty(), source, true));
        }
        boolean plain = signed.isEmpty() && !template(link.url()).contains("{");
        boolean decoration = plain
                && (link.picture() || PUBLIC_FOLDER.matcher(link.url().path()).find());
        if (!decoration && !told(link.url(), signed.isPresent())) {
            mine.putIfAbsent(link.file(), new Held(owner, link, signed, source, false));
        }
    }

    /** Whether the file says of that route who may call it, so that other checks hold it to that; or that it may not be called. */
    private boolean told(Url url, boolean signed) {
        Optional<Route> route = routes.of("GET", url, "");
        boolean acts = RouteLookup.acts(url);
        boolean never = route.filter(each -> each.access() == Access.IGNORED || !each.safe())
                .isPresent();
        boolean classified = route.filter(each -> each.line().isPresent()
                        || each.access() == Access.PUBLIC
                        || !Slots.of(each).isEmpty())
                .isPresent();
        return never || (acts && route.isEmpty()) || (classified && !signed);
    }

    /** The path without ids, and without a signature that stands in it. */
    static String template(Url url) {
        return RouteLookup.template(url).replaceAll("(?<=/)[^/{}]{33,}(?=/|$)", "{signed}");
    }
}
