package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.probe.http.JsonBody;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes objects by {@code flows.create}, and removes them again. Everything made is known here until it is undone, so that the end of a
 * run, whatever ended it, can clear away what is left. Safe for use by many threads.
 */
public final class Workbench {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int MARKER_LENGTH = 16;
    private static final int NUMBER_FROM = 100_000;
    private static final int NUMBER_SPAN = 900_000;
    private static final String FROM_REQUEST = "$request.body#/";
    private static final String FROM_HEADER = "$response.header.";

    private final Portal portal;
    private final FlowCalls flows;
    private final WriteLog log;
    private final Random random = new SecureRandom();
    private final List<Made> standing = new ArrayList<>();

    Workbench(Portal portal, HttpProbe http, WriteLog log) {
        this.portal = portal;
        this.flows = new FlowCalls(portal, http);
        this.log = log;
    }

    /** How an object of that type is made, when the file says it for that identity or for anybody. */
    public Optional<Creation> creation(String type, String identity) {
        return portal.flows().create().entrySet().stream()
                .filter(entry -> Slots.singular(entry.getKey()).equals(type))
                .map(Map.Entry::getValue)
                .filter(creation ->
                        creation.request().as().map(identity::equals).orElse(true))
                .findFirst();
    }

    /**
     * Makes one object as that session.
     *
     * @return empty when the portal's answer is no success or shows no id
     * @throws ProbeException when nothing answered, or consent does not cover writes
     */
    public Optional<Made> make(String type, Session owner) throws ProbeException, InterruptedException {
        Optional<Creation> creation = creation(type, owner.identity());
        if (creation.isEmpty()) {
            return Optional.empty();
        }
        String marker = marker();
        Map<String, String> values = new LinkedHashMap<>(flows.values(owner.identity()));
        values.putAll(filling(marker));
        HttpCall call = writing(creation.get().request(), values);
        log.making(owner.identity(), type, marker);
        HttpAnswer answer = flows.send(owner, call);
        Optional<String> id = answer.status() >= 400 ? Optional.empty() : id(creation.get(), answer, values);
        Optional<Made> made = id.map(each -> new Made(
                type, owner.identity(), each, marker, values, creation.get().undo()));
        if (made.isPresent()) {
            note(made.get());
        }
        return made;
    }

    /** The body with which the object was made, with another marker in the old one's place: a change that can be seen. */
    public Optional<Json> changed(Made object, String newMarker) {
        Map<String, String> values = new LinkedHashMap<>(object.values());
        values.replaceAll((name, value) -> value.replace(object.marker(), newMarker));
        return creation(object.type(), object.owner())
                .flatMap(creation -> creation.request().body())
                .map(body -> Filling.fill(body, values));
    }

    /** A fresh random text that nothing has, of letters and digits. */
    public String marker() {
        StringBuilder marker = new StringBuilder("lr");
        for (int at = 0; at < MARKER_LENGTH; at++) {
            marker.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return marker.toString();
    }

    /** Removes an object as its owner; whether the portal said that it did. An object that is gone counts as removed. */
    public boolean undo(Made object, Session owner) throws ProbeException, InterruptedException {
        if (object.undo().isEmpty()) {
            return false;
        }
        Map<String, String> values = new LinkedHashMap<>(object.values());
        values.put("id", object.id());
        HttpAnswer answer = flows.send(owner, writing(object.undo().get(), values));
        boolean done = answer.status() < 400 || answer.status() == 404 || answer.status() == 410;
        if (done) {
            forget(object);
        }
        return done;
    }

    /** What was made and not undone yet. */
    public List<Made> standing() {
        synchronized (standing) {
            return List.copyOf(standing);
        }
    }

    private void note(Made made) {
        synchronized (standing) {
            standing.add(made);
        }
        log.made(made);
    }

    /** To be called when an object is known to be gone by another way than {@link #undo}. */
    public void forget(Made made) {
        synchronized (standing) {
            standing.remove(made);
        }
        log.undone(made);
    }

    private HttpCall writing(Request request, Map<String, String> values) {
        return flows.call(request, values).needing(TrafficClass.WRITES);
    }

    private Map<String, String> filling(String marker) {
        return Map.of(
                "marker", marker,
                "random", marker,
                "word", marker,
                "random-number", Integer.toString(NUMBER_FROM + random.nextInt(NUMBER_SPAN)),
                "random-email", marker + "@example.com");
    }

    private static Optional<String> id(Creation creation, HttpAnswer answer, Map<String, String> values) {
        if (creation.id().startsWith(FROM_REQUEST)) {
            String path = "$." + creation.id().substring(FROM_REQUEST.length()).replace('/', '.');
            return creation.request().body().flatMap(body -> JsonPaths.text(Filling.fill(body, values), path));
        }
        if (creation.id().startsWith(FROM_HEADER)) {
            return answer.header(creation.id().substring(FROM_HEADER.length())).map(Workbench::lastSegment);
        }
        return JsonBody.parse(answer.text()).flatMap(body -> JsonPaths.text(body, creation.id()));
    }

    /** Of {@code /api/invoices/17} the {@code 17}. */
    private static String lastSegment(String location) {
        int query = location.indexOf('?');
        String path = query < 0 ? location : location.substring(0, query);
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.substring(bare.lastIndexOf('/') + 1);
    }
}
