package dev.launchready.check.transport;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.NamedHost;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.transport.PlainDoor.Errand;
import dev.launchready.check.transport.PlainDoor.Knock;
import dev.launchready.check.transport.PlainDoor.Twin;
import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.model.Url;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Access;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe.Chain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knocks at the {@code http} doors of the portal's hosts. */
final class PlainDoorProbe {
    private static final Logger LOG = LoggerFactory.getLogger(PlainDoorProbe.class);

    /** No portal has it; lower case and without an end, so that nothing need tidy it. */
    private static final String DEEP_LINK = "/launch-ready/deep-link?from=launch-ready";

    private final CheckContext context;
    private final int mostHops;

    PlainDoorProbe(CheckContext context) {
        this.context = context;
        this.mostHops = context.params().integer("max-hops");
    }

    PlainDoor knockAt(NamedHost host) throws InterruptedException {
        List<Knock> knocks = new ArrayList<>();
        for (Map.Entry<Errand, String> errand : errands(host).entrySet()) {
            Knock knock = knock(host, errand.getKey(), errand.getValue());
            knocks.add(knock);
            if (knock.shut()) {
                return new PlainDoor(host.name(), host.plain(), knocks, secureFailure(host));
            }
        }
        return new PlainDoor(host.name(), host.plain(), knocks, Optional.empty());
    }

    /** Without a public face there is no sign-in page to ask for, and the rest can be judged all the same. */
    private Optional<String> signIn(NamedHost host) throws InterruptedException {
        try {
            return context.memo()
                    .get(PublicFace.KEY)
                    .signIn()
                    .map(Page::url)
                    .filter(url -> url.sameOrigin(host.secure()) && url.path().length() > 1)
                    .map(Url::path);
        } catch (ProbeException e) {
            LOG.debug("no public face to take the sign-in page from: {}", e.code());
            return Optional.empty();
        }
    }

    private Map<Errand, String> errands(NamedHost host) throws InterruptedException {
        Map<Errand, String> errands = new EnumMap<>(Errand.class);
        boolean portal = host.kind() == NamedHost.Kind.PORTAL;
        errands.put(Errand.FRONT_PAGE, portal ? context.portal().url().target() : "/");
        errands.put(Errand.DEEP_LINK, DEEP_LINK);
        signIn(host).ifPresent(target -> errands.put(Errand.SIGN_IN_PAGE, target));
        publicRoute(host).ifPresent(target -> errands.put(Errand.PUBLIC_ROUTE, target));
        return errands;
    }

    private Optional<String> publicRoute(NamedHost host) {
        List<String> targets = new ArrayList<>();
        context.portal().health().stream()
                .filter(request -> request.method().equals("GET"))
                .map(Request::target)
                .forEach(targets::add);
        context.portal().routes().of(Access.PUBLIC).stream()
                .filter(route -> route.method().equals("GET") && route.safe())
                .forEach(route -> targets.add(route.template()));
        return targets.stream()
                .filter(target -> !target.contains("{"))
                .map(context.portal()::resolve)
                .filter(url -> url.sameOrigin(host.secure()) || url.sameOrigin(host.plain()))
                .map(Url::target)
                .findFirst();
    }

    private Knock knock(NamedHost host, Errand errand, String target) throws InterruptedException {
        try {
            Chain chain = context.http().follow(HttpCall.get(host.plain().at(target)), mostHops);
            ClearContent content = ClearContent.of(chain.first());
            Twin twin = content == ClearContent.REFUSAL ? twin(host, chain.first(), target) : Twin.NOT_ASKED;
            return new Knock(errand, Trail.of(chain), content, twin);
        } catch (ProbeException e) {
            Trail trail = Trail.failed(host.plain().at(target), e);
            return new Knock(errand, trail, ClearContent.NOTHING, Twin.NOT_ASKED);
        }
    }

    private Twin twin(NamedHost host, HttpAnswer refusal, String target) throws InterruptedException {
        try {
            HttpAnswer secure = context.http().send(HttpCall.get(host.secure().at(target)));
            boolean same = secure.status() == refusal.status() && Arrays.equals(secure.body(), refusal.body());
            return same ? Twin.SAME : Twin.OTHER;
        } catch (ProbeException e) {
            return Twin.NO_ANSWER;
        }
    }

    private Optional<Failure> secureFailure(NamedHost host) throws InterruptedException {
        try {
            context.http().send(HttpCall.get(host.secure()));
            return Optional.empty();
        } catch (ProbeException e) {
            return Optional.of(Failure.of(e));
        }
    }
}
