package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import java.util.List;
import java.util.Optional;

/** Who makes objects of the run: whoever has a flow for it, and the role of the route that the flow is sent to. */
final class Makers {
    private final Portal portal;
    private final Workbench workbench;
    private final List<Session> able;

    Makers(CheckContext context) throws ProbeException, InterruptedException {
        this.portal = context.portal();
        this.workbench = context.sessions().workbench();
        this.able = context.sessions().able();
    }

    /** Those who may make one by the file's own word; where it lets nobody, all who have the flow. */
    List<Session> of(String type) {
        List<Session> all = able.stream()
                .filter(each -> workbench.creation(type, each.identity()).isPresent())
                .toList();
        List<Session> allowed =
                all.stream().filter(each -> allowed(type, each.identity())).toList();
        return allowed.isEmpty() ? all : allowed;
    }

    private boolean allowed(String type, String name) {
        Optional<Identity> identity = Optional.ofNullable(portal.identities().get(name));
        Optional<Request> request = workbench.creation(type, name).map(Creation::request);
        return identity.isEmpty()
                || request.isEmpty()
                || portal.routes().all().stream()
                        .filter(route -> sentTo(request.get(), route))
                        .allMatch(route -> RouteCalls.mayCall(route, identity.get()));
    }

    /** Whether a request of a flow goes to that route. */
    static boolean sentTo(Request request, Route route) {
        return request.method().equals(route.method()) && samePlace(request.target(), route);
    }

    /** Whether that target is the route's place, whatever the method; operations of GraphQL share one, which tells nothing. */
    static boolean samePlace(String target, Route route) {
        String path = bare(target);
        return route.operation().isEmpty() && at(route, path);
    }

    private static boolean at(Route route, String path) {
        return bare(route.template()).equals(path)
                || Slots.match(route.template(), path).isPresent();
    }

    private static String bare(String target) {
        String path = target.replaceFirst("[?#].*$", "");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
