package dev.launchready.demo;

import java.util.Optional;

/** All that the portal answers: the front door, then the API or the pages, then the headers. */
final class DemoSite {
    private final FrontDoor door;
    private final CorsPolicy cors;
    private final SecurityHeaders headers;
    private final StaticFiles files;
    private final PageRoutes pages;
    private final ApiRoutes api;
    private final DataHost data;
    private final Caches caches;
    private final Leaks leaks;
    private final Switches on;

    DemoSite(Places places, DemoDatabase database, Switches on) {
        this.on = on;
        caches = new Caches(on);
        leaks = new Leaks(on);
        door = new FrontDoor(places, on);
        cors = new CorsPolicy(places, on);
        headers = new SecurityHeaders(places, on);
        files = new StaticFiles(places, on);
        pages = new PageRoutes(new PageFrame(files, new Links(places, on)), database, places, on);
        Tokens tokens = new Tokens(on);
        api = new ApiRoutes(database, tokens, places, on);
        data = new DataHost(database, tokens, on);
    }

    Reply answer(Visit visit) {
        return headers.on(visit, caches.on(visit, door.turnsAway(visit).orElseGet(() -> within(visit))));
    }

    private Reply within(Visit visit) {
        if (visit.host().equals(Places.API)) {
            return CorsPolicy.isPreflight(visit) ? cors.preflight(visit) : cors.on(visit, fromApi(visit));
        }
        if (visit.host().equals(Places.DATA)) {
            return data.answer(visit);
        }
        return page(on.has(TransportFlaws.SECOND_SPELLING) ? visit.at(bare(visit.path())) : visit);
    }

    private Reply fromApi(Visit visit) {
        return caches.keptFor(visit).orElseGet(() -> caches.remember(visit, leaks.inApi(visit, api.answer(visit))));
    }

    private static String bare(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Reply page(Visit visit) {
        Optional<Reply> file = files.file(visit);
        return file.orElseGet(() -> cors.onPage(visit, leaks.onPage(pages.answer(visit))));
    }
}
