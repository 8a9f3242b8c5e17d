package dev.launchready.check.transport;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.face.Links;
import dev.launchready.check.face.NamedHost;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.face.RouteAddress;
import dev.launchready.check.face.SignInAddress;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe.End;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Redirects end, soon, at a page of the portal, and never lead out of https. */
public final class RedirectsCheck implements Check<RedirectsCheck.Seen> {
    static final Reason NEVER_ENDS = Reason.fails("never-ends");
    static final Reason INTO_CLEAR = Reason.fails("into-clear");
    static final Reason ENDS_OFF_SITE = Reason.warns("ends-off-site");
    static final Reason LONG_CHAIN = Reason.warns("long-chain");
    static final Reason DEAD_END = Reason.warns("dead-end");
    static final Reason LINKS_IN_CLEAR = Reason.warns("links-in-clear");
    static final Reason NOT_SEEN = Reason.blocks("not-seen");

    private static final int USUAL_HOPS = 2;

    /**
     * @param clearLinks on pages by https, to hosts of the portal by http; each with the page that has it
     */
    public record Seen(Set<String> hosts, List<Walk> walks, Map<String, String> clearLinks) {
        public Seen {
            hosts = Set.copyOf(hosts);
            walks = List.copyOf(walks);
            clearLinks = Map.copyOf(clearLinks);
        }
    }

    /** @param door an address that people type, in contrast to a link on a page */
    public record Walk(Trail trail, boolean door) {}

    @Override
    public String id() {
        return "transport.redirects";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(NEVER_ENDS, INTO_CLEAR, ENDS_OFF_SITE, LONG_CHAIN, DEAD_END, LINKS_IN_CLEAR, NOT_SEEN);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int walks = NamedHost.of(portal).size() + publicRoutes(portal, params).size() + params.integer("max-links");
        return Footprint.reading(walks * USUAL_HOPS).sharing(PublicFace.NAME, PublicFace.USUAL_REQUESTS);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        List<Walk> walks = new ArrayList<>();
        int most = context.params().integer("max-hops");
        Set<String> hosts = new LinkedHashSet<>();
        walks.add(new Walk(
                Trail.walk(context.http(), HttpCall.get(context.portal().url()), most), true));
        for (NamedHost host : NamedHost.of(context.portal())) {
            hosts.add(host.name());
            if (host.kind() == NamedHost.Kind.FURTHER && !host.underDevelopment()) {
                Trail trail = Trail.walk(context.http(), HttpCall.get(host.secure()), most);
                if (!trail.hops().isEmpty()) {
                    walks.add(new Walk(trail, true));
                }
            }
        }
        for (Url route : publicRoutes(context.portal(), context.params())) {
            Trail trail = Trail.walk(context.http(), HttpCall.get(route), most);
            boolean redirectless = trail.hops().size() == 1 && trail.inTrouble();
            if (!redirectless) {
                walks.add(new Walk(trail, false));
            }
        }
        if (walks.get(0).trail().answered()) {
            PublicFace face = context.memo().get(PublicFace.KEY);
            for (Url link : links(face, context)) {
                walks.add(new Walk(Trail.walk(context.http(), HttpCall.get(link), most), false));
            }
            return new Seen(hosts, walks, clearLinks(face, hosts));
        }
        return new Seen(hosts, walks, Map.of());
    }

    /** What the portal file calls public and needs no id; a page among them is walked once, as the front page or a link. */
    private static List<Url> publicRoutes(Portal portal, Params params) {
        return portal.routes().of(Access.PUBLIC).stream()
                .filter(route -> route.method().equals("GET")
                        && route.safe()
                        && !route.template().contains("{"))
                .map(route -> RouteAddress.of(portal, route, ""))
                .filter(url -> !url.equals(portal.url()))
                .distinct()
                .limit(params.integer("max-links"))
                .toList();
    }

    private static List<Url> links(PublicFace face, CheckContext context) {
        Set<Url> links = new LinkedHashSet<>();
        face.pages().stream().filter(Page::html).forEach(page -> links.addAll(Links.pages(page, context.portal())));
        links.removeAll(publicRoutes(context.portal(), context.params()));
        return links.stream().limit(context.params().integer("max-links")).toList();
    }

    private static Map<String, String> clearLinks(PublicFace face, Set<String> hosts) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Page page : face.pages()) {
            if (page.html() && page.url().secure()) {
                page.document().select("a[href]").stream()
                        .flatMap(link -> page.url().resolve(link.attr("href")).stream())
                        .filter(url -> !url.secure() && hosts.contains(url.host()))
                        .forEach(url -> found.putIfAbsent(
                                url.origin() + url.path(), page.url().path()));
            }
        }
        return found;
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        Tally tally = new Tally().fact("walks", seen.walks().size());
        seen.walks().forEach(walk -> judge(walk, seen.hosts(), params, tally));
        if (!seen.clearLinks().isEmpty()) {
            tally.raise(Raised.of(LINKS_IN_CLEAR, Where.SITE, Proof.CONFIRMED)
                    .fact("count", seen.clearLinks().size())
                    .fact("links", String.join(", ", seen.clearLinks().keySet()))
                    .fact("page", seen.clearLinks().values().iterator().next()));
        }
        return tally.conclude();
    }

    private static void judge(Walk walk, Set<String> hosts, Params params, Tally tally) {
        Trail trail = walk.trail();
        if (cutShort(walk) || trail.inTrouble()) {
            String problem = trail.failure()
                    .map(Trail.Failure::says)
                    .orElseGet(() -> "It answers " + trail.last().status() + ".");
            tally.unproven(NOT_SEEN, Map.of("url", trail.start().toString(), "way", trail.way(), "problem", problem));
            return;
        }
        List<Raised> faults = new ArrayList<>();
        boolean intoClear = trail.hops().stream()
                .anyMatch(hop -> hop.url().secure()
                        && hop.location().filter(to -> !to.secure()).isPresent());
        if (trail.end() == End.LOOP || trail.end() == End.TOO_MANY) {
            faults.add(raised(NEVER_ENDS, trail));
        } else if (trail.hops().size() - 1 > params.integer("long-chain")) {
            faults.add(raised(LONG_CHAIN, trail));
        }
        if (intoClear) {
            faults.add(raised(INTO_CLEAR, trail));
        }
        leaving(walk, hosts).ifPresent(faults::add);
        if (trail.answered() && trail.hops().size() > 1 && gone(trail.last().status())) {
            faults.add(raised(DEAD_END, trail));
        }
        faults.forEach(tally::raise);
        if (faults.isEmpty()) {
            tally.control(
                    "ends",
                    Map.of(
                            "url", trail.start().toString(),
                            "landed", trail.destination().toString(),
                            "hops", String.valueOf(trail.hops().size() - 1)));
        }
    }

    /** A way out of scope was seen as far as it concerns the portal; any other that breaks off was not. */
    private static boolean cutShort(Walk walk) {
        return walk.trail()
                .failure()
                .filter(failure -> !failure.code().equals("out-of-scope"))
                .isPresent();
    }

    /** Links may lead away, and a sign-in may; an address of the portal that ends at a stranger's may not. */
    private static Optional<Raised> leaving(Walk walk, Set<String> hosts) {
        Url end = walk.trail().destination();
        boolean away = walk.door() && !hosts.contains(end.host());
        boolean signIn = SignInAddress.ofProvider(end);
        return away && !signIn ? Optional.of(raised(ENDS_OFF_SITE, walk.trail())) : Optional.empty();
    }

    private static boolean gone(int status) {
        return status == 404 || status == 410;
    }

    private static Raised raised(Reason reason, Trail trail) {
        return Raised.of(
                        reason,
                        Where.route("GET", trail.start().path(), trail.start().host()),
                        Proof.CONFIRMED)
                .fact("url", trail.start())
                .fact("landed", trail.destination())
                .fact("status", trail.last().status())
                .fact("hops", trail.hops().size() - 1)
                .fact("way", trail.way())
                .showing(trail.evidence())
                .locatedBy(trail.start().authority());
    }
}
