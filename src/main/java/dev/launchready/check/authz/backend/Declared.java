package dev.launchready.check.authz.backend;

import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import java.util.List;
import java.util.function.Predicate;

/** What the portal file says of a place: a full URL under {@code routes.public} or {@code routes.signed-in}, or a shared type. */
record Declared(Portal portal) {

    /** Whether everybody may read there. */
    boolean open(Url place) {
        return portal.routes().all().stream()
                .anyMatch(at(place).and(route -> route.access() == Access.PUBLIC && reads(route)));
    }

    /** Whether everybody who is signed in may read there, whosever it is. */
    boolean shared(Url place, String name) {
        boolean type = portal.routes().shared().stream()
                .anyMatch(shared -> shared.equals(name) || (shared + "s").equals(name));
        return type
                || portal.routes().all().stream()
                        .anyMatch(at(place).and(route -> route.access() == Access.SIGNED_IN && reads(route)));
    }

    /** Whether everybody may write there. */
    boolean writable(Url place) {
        return portal.routes().all().stream()
                .anyMatch(at(place).and(route -> route.access() == Access.PUBLIC && !reads(route)));
    }

    /** Whether it must never be called. */
    boolean ignored(Url place) {
        return portal.routes().all().stream().anyMatch(at(place).and(route -> route.access() == Access.IGNORED));
    }

    /** Names that the file gives to places below that address: {@code invoices} for {@code GET …/rest/v1/invoices}. */
    List<String> below(Url folder) {
        String path = folder.path().endsWith("/") ? folder.path() : folder.path() + "/";
        return portal.routes().all().stream()
                .map(route -> portal.resolve(route.template()))
                .filter(url -> url.sameOrigin(folder) && url.path().startsWith(path))
                .map(url -> url.path().substring(path.length()))
                .filter(name -> !name.isEmpty() && !name.contains("/") && !name.contains("{") && !name.contains("%"))
                .distinct()
                .toList();
    }

    /** Paths of all routes below that address, placeholders left in: {@code journals/{journal}}. */
    List<String> all(Url folder) {
        String path = folder.path().endsWith("/") ? folder.path() : folder.path() + "/";
        return portal.routes().all().stream()
                .map(route -> portal.resolve(route.template()))
                .filter(url -> url.sameOrigin(folder) && url.path().startsWith(path))
                .map(url -> url.path().substring(path.length()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean reads(Route route) {
        return route.method().equals("GET")
                || route.method().equals("HEAD")
                || route.template().contains("/rpc/");
    }

    private Predicate<Route> at(Url place) {
        return route -> {
            Url declared = portal.resolve(route.template());
            boolean query = place.query().isEmpty()
                    || declared.query().isEmpty()
                    || declared.query().equals(place.query());
            return declared.sameOrigin(place) && declared.path().equals(place.path()) && query;
        };
    }
}
