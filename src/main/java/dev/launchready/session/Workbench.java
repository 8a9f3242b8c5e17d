package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Makes objects by {@code flows.create}, and removes them again. Everything made is known here until it is undone, so that the end of a
 * run, whatever ended it, can clear away what is left. Safe for use by many threads.
 */
public final class Workbench {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int MARKER_LENGTH = 16;
    private static final Pattern MARKER =
            Pattern.compile("(?<![a-z0-9])lr[" + LETTERS + "]{" + MARKER_LENGTH + "}(?![a-z0-9])");
    private static final int NUMBER_FROM = 100_000;
    private static final int NUMBER_SPAN = 900_000;

    private final Portal portal;
    private final FlowCalls flows;
    private final OwnIds.Belongings belongings;
    private volatile WriteLog log;
    private final Random random = new SecureRandom();
    private final List<Made> standing = new ArrayList<>();
    private final Map<String, String> firstMarkers = new ConcurrentHashMap<>();

    /** @param belongings what an identity owns, for flows that name it */
    Workbench(Portal portal, HttpProbe http, WriteLog log, OwnIds.Belongings belongings) {
        this.belongings = belongings;
        this.portal = portal;
        this.flows = new FlowCalls(portal, http);
        this.log = log;
    }

    /** Tells that one of every write from now on. */
    public void tell(WriteLog newLog) {
        log = newLog;
    }

    /** Who is told of every write. */
    WriteLog log() {
        return log;
    }

    /** Takes over an object that an earlier run made and did not remove; whether the file still says how one is made. */
    public boolean adopt(String type, String owner, String id, String marker) {
        Optional<Made> made = creation(type, owner)
                .map(creation -> new Made(type, owner, id, marker, flows.values(owner), creation.undo()))
                .or(() -> addressed(type, owner, id, marker));
        synchronized (standing) {
            made.ifPresent(standing::add);
        }
        return made.isPresent();
    }

    /** An object of nobody's that the file knows nothing of: its id is its address, at a host of the portal. */
    private Optional<Made> addressed(String type, String owner, String id, String marker) {
        boolean address = owner.equals(HttpCall.NOBODY) && id.matches("https?://.+");
        return address && portal.hosts().contains(Url.parse(id).host())
                ? Optional.of(at(type, id, marker))
                : Optional.empty();
    }

    private static Made at(String type, String address, String marker) {
        return new Made(
                type, HttpCall.NOBODY, address, marker, Map.of(), Optional.of(Request.parse("DELETE " + address)));
    }

    /** Tells of an object that nobody is about to make, at an address of its own; to be called before it is sent. */
    public void making(String type, String marker) {
        log.making(HttpCall.NOBODY, type, marker);
    }

    /** Keeps that object, now that it is there, until it is removed by a DELETE of its address. */
    public Made madeAt(String type, Url address, String marker) {
        Made made = at(type, address.toString(), marker);
        note(made);
        return made;
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
        Optional<Making> making = make(type, owner, (body, marker) -> body);
        return making.flatMap(Making::made);
    }

    /** As {@link #make(String, Session)}, beneath those objects of its own: for when what it owns is only being learnt. */
    Optional<Made> make(String type, Session owner, List<OwnedObject> own) throws ProbeException, InterruptedException {
        return make(type, owner, (body, marker) -> body, name -> own).flatMap(Making::made);
    }

    /** The type of which that identity would have to own an object before it could make one of that type, as the flow names it. */
    public Optional<String> lacking(String type, String owner) throws ProbeException, InterruptedException {
        return lacking(type, owner, belongings);
    }

    Optional<String> lacking(String type, String owner, OwnIds.Belongings known)
            throws ProbeException, InterruptedException {
        Optional<Request> request = creation(type, owner).map(Creation::request);
        return request.isEmpty()
                ? Optional.empty()
                : own(request.get(), owner, known).lacking(request.get());
    }

    /** What fills {@code {owns.TYPE}} in a flow that this identity sends, as far as its objects are known. */
    public Map<String, String> owned(Request request, String sender) throws ProbeException, InterruptedException {
        return own(request, sender, belongings).values(request);
    }

    /** Whether each {@code {owns.TYPE}} of a flow can be filled for that sender. */
    public boolean fillable(Request request, String sender) throws ProbeException, InterruptedException {
        return own(request, sender, belongings).lacking(request).isEmpty();
    }

    /** Nothing is asked for where a flow names nothing. */
    private static OwnIds own(Request request, String sender, OwnIds.Belongings known)
            throws ProbeException, InterruptedException {
        return new OwnIds(OwnIds.names(request).isEmpty() ? List.of() : known.of(sender));
    }

    /** Another body than that of the file: with fields that the file does not name. */
    public interface Alteration {
        /**
         * @param body with its placeholders filled
         * @param marker that stands in it
         */
        Json of(Json body, String marker);
    }

    /**
     * What came of a try to make something.
     *
     * @param made empty when the portal's answer is no success or shows no id
     */
    public record Making(Optional<Made> made, String marker, HttpAnswer answer) {}

    /**
     * As {@link #make(String, Session)}, with another body.
     *
     * @return empty when the file does not say how that identity makes one, or {@link #lacking} says what it has not
     */
    public Optional<Making> make(String type, Session owner, Alteration alteration)
            throws ProbeException, InterruptedException {
        return make(type, owner, alteration, belongings);
    }

    private Optional<Making> make(String type, Session owner, Alteration alteration, OwnIds.Belongings known)
            throws ProbeException, InterruptedException {
        Optional<Creation> creation = creation(type, owner.identity());
        if (creation.isEmpty() || lacking(type, owner.identity(), known).isPresent()) {
            return Optional.empty();
        }
        Request request = creation.get().request();
        Map<String, String> above = own(request, owner.identity(), known).values(request);
        return Optional.of(make(type, owner, creation.get(), alteration, above));
    }

    /**
     * Sends the flow of somebody else as that session, beneath the same objects as theirs, to see whether it may. What comes of it is kept
     * until it is undone.
     *
     * @param theirs what they made by it
     */
    public Making makeLike(Made theirs, Creation others, Session sender) throws ProbeException, InterruptedException {
        Map<String, String> above = new LinkedHashMap<>(theirs.values());
        above.keySet().removeIf(name -> !name.startsWith(OwnIds.PREFIX));
        return make(theirs.type(), sender, others, (body, marker) -> body, above);
    }

    /** @param above what fills its {@code {owns.TYPE}} */
    private Making make(String type, Session owner, Creation creation, Alteration alteration, Map<String, String> above)
            throws ProbeException, InterruptedException {
        String marker = marker();
        Request request = creation.request();
        Map<String, String> values = values(owner.identity(), marker);
        values.putAll(above);
        Request altered = request.body().isEmpty()
                ? request
                : request.with(alteration.of(Filling.fill(request.body().get(), values), marker));
        FlowCalls.Prepared prepared = writing(owner, altered, values);
        log.making(owner.identity(), type, marker);
        HttpAnswer answer = flows.send(prepared.session(), prepared.call());
        Optional<String> id = answer.status() >= 400 ? Optional.empty() : NewId.of(creation, answer, values);
        Optional<Made> made = id.map(each -> new Made(type, owner.identity(), each, marker, values, creation.undo()));
        made.ifPresent(this::note);
        return new Making(made, marker, answer);
    }

    /** What fills a flow of that identity beside what it owns, with that text as its marker. */
    public Map<String, String> values(String identity, String marker) {
        Map<String, String> values = new LinkedHashMap<>(flows.values(identity));
        values.putAll(filling(marker));
        return values;
    }

    /** Sends a flow as that session, filled with those values; whoever calls it tells of it before, by {@link #announce}. */
    public HttpAnswer send(Request request, Map<String, String> values, Session sender)
            throws ProbeException, InterruptedException {
        FlowCalls.Prepared prepared = writing(sender, request, values);
        return flows.send(prepared.session(), prepared.call());
    }

    /**
     * To be called before a request is sent elsewhere that may make an object of that identity, with that text in it.
     */
    public void announce(String type, String owner, String marker) {
        log.making(owner, type, marker);
    }

    /** Takes over what came of such a request; empty where the answer shows no id. */
    public Optional<Made> arrived(
            String type, Session owner, String marker, Map<String, String> values, HttpAnswer answer) {
        Optional<Creation> creation = creation(type, owner.identity());
        Optional<Made> made = creation.filter(each -> answer.status() < 400)
                .flatMap(each -> NewId.of(each, answer, values))
                .map(id -> new Made(
                        type,
                        owner.identity(),
                        id,
                        marker,
                        values,
                        creation.get().undo()));
        made.ifPresent(this::note);
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

    /** Whether a text holds what {@link #marker()} gives, of this run or of another. */
    public static boolean marked(String text) {
        return MARKER.matcher(text).find();
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
        Request undo = object.undo().get();
        Map<String, String> values = new LinkedHashMap<>(object.values());
        boolean guessed = OwnIds.names(undo).stream().anyMatch(name -> !values.containsKey(OwnIds.PREFIX + name));
        if (guessed) {
            owned(undo, owner.identity()).forEach(values::putIfAbsent);
        }
        values.put("id", object.id());
        if (OwnIds.names(undo).stream().anyMatch(name -> !values.containsKey(OwnIds.PREFIX + name))) {
            return false;
        }
        FlowCalls.Prepared prepared = writing(owner, undo, values);
        HttpAnswer answer = flows.send(prepared.session(), prepared.call());
        boolean absent = answer.status() == 404 || answer.status() == 410;
        boolean done = answer.status() < 400 || (absent && !guessed);
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

    /**
     * Keeps what came to be in somebody's own space when they wrote to an object of that id there, as portals do that make what a PUT
     * names.
     */
    public Made copied(Made object, String writer, String marker) {
        Made copy = new Made(object.type(), writer, object.id(), marker, object.values(), object.undo());
        note(copy);
        return copy;
    }

    /** The text with which an object of that id was made by the run, by whoever made it first; also when it is gone by now. */
    public Optional<String> firstMarker(String id) {
        return Optional.ofNullable(firstMarkers.get(id));
    }

    private void note(Made made) {
        firstMarkers.putIfAbsent(made.id(), made.marker());
        synchronized (standing) {
            standing.add(made);
        }
        log.made(made);
    }

    /** To be called when an object is known to be gone by another way than {@link #undo}. */
    public void forget(Made made) {
        synchronized (standing) {
            standing.removeIf(made::same);
        }
        log.undone(made);
    }

    /** As a browser sends it where it is a form: with what the page of the form has for it. */
    private FlowCalls.Prepared writing(Session owner, Request request, Map<String, String> values)
            throws ProbeException, InterruptedException {
        boolean form = flows.encoding(request).equals(Bodies.FORM);
        List<Request> pages =
                form ? FormPages.above(portal.resolve(Filling.fill(request.target(), values))) : List.of();
        FlowCalls.Prepared prepared = flows.asBrowser(owner, request, values, pages);
        return new FlowCalls.Prepared(prepared.session(), prepared.call().needing(TrafficClass.WRITES));
    }

    private Map<String, String> filling(String marker) {
        return Map.of(
                "marker", marker,
                "random", marker,
                "word", marker,
                "random-number", Integer.toString(NUMBER_FROM + random.nextInt(NUMBER_SPAN)),
                "random-email", marker + "@example.com");
    }
}
