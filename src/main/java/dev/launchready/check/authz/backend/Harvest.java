package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Discovered;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.Service;
import dev.launchready.check.authz.backend.Survey.Unexamined;
import dev.launchready.model.Url;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a survey has come to so far, whichever kind of back end it is of. */
final class Harvest {
    private final List<Service> services = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Discovered> told = new ArrayList<>();
    private final List<Unexamined> unexamined = new ArrayList<>();

    void add(Service service, Collection<Place> found) {
        services.add(service);
        places.addAll(found);
    }

    /** A back end that was only discovered. */
    void tell(ServiceKind kind, Url url, Url from) {
        String bare = url.toString().replaceFirst("/$", "");
        told.add(new Discovered(kind, bare, url.host(), from.path(), line(kind, bare)));
    }

    /** A project of which nothing tells the services, and the service that most use. */
    void leave(String project, Url from, String likely) {
        unexamined.add(new Unexamined(ServiceKind.FIREBASE, project, from.path(), line(ServiceKind.FIREBASE, likely)));
    }

    private static String line(ServiceKind kind, String url) {
        return "backends: [{kind: " + kind.key() + ", url: \"" + url + "\"}]";
    }

    List<Service> services() {
        return List.copyOf(services);
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    List<Discovered> told() {
        return List.copyOf(told);
    }

    List<Unexamined> unexamined() {
        return List.copyOf(unexamined);
    }
}
