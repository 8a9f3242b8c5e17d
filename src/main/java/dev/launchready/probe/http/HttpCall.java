package dev.launchready.probe.http;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request, for one hop.
 *
 * @param headers sent as they are, to whatever host
 * @param credentials sent to the URL's own origin alone, and never recorded
 * @param sender the identity's name, or {@link #NOBODY}
 * @param traffic which consent it needs
 * @param purpose widens the scope for page assets and for logins
 * @param notBefore until when it is held, for what is about time itself; absent: as soon as the host's budget allows
 */
public record HttpCall(
        String method,
        Url url,
        List<Header> headers,
        List<Header> credentials,
        Optional<Content> body,
        String sender,
        TrafficClass traffic,
        Purpose purpose,
        Optional<Instant> notBefore) {
    public static final String NOBODY = "nobody";

    public HttpCall {
        headers = List.copyOf(headers);
        credentials = List.copyOf(credentials);
    }

    public HttpCall(
            String method,
            Url url,
            List<Header> headers,
            List<Header> credentials,
            Optional<Content> body,
            String sender,
            TrafficClass traffic) {
        this(method, url, headers, credentials, body, sender, traffic, Purpose.SCAN, Optional.empty());
    }

    /** What a request is for, where that decides on which hosts it may go to. */
    public enum Purpose {
        /** Goes to the hosts in scope alone. */
        SCAN,
        /** A script, style or image that a page names: a GET without credentials, to any public host. */
        ASSET,
        /** A step of a login recipe: goes to the hosts that the recipe names as well. */
        LOGIN
    }

    /** @param type the media type as sent, such as {@code application/json} */
    public record Content(String type, byte[] bytes) {}

    /** A plain GET by nobody, of the class that needs no consent. */
    public static HttpCall get(Url url) {
        return of("GET", url);
    }

    /** A plain request by nobody, of the class that needs no consent. */
    public static HttpCall of(String method, Url url) {
        return new HttpCall(method, url, List.of(), List.of(), Optional.empty(), NOBODY, TrafficClass.PASSIVE);
    }

    public HttpCall with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpCall(method, url, more, credentials, body, sender, traffic, purpose, notBefore);
    }

    public HttpCall as(String newSender, List<Header> newCredentials) {
        return new HttpCall(method, url, headers, newCredentials, body, newSender, traffic, purpose, notBefore);
    }

    public HttpCall carrying(Content content) {
        return new HttpCall(
                method, url, headers, credentials, Optional.of(content), sender, traffic, purpose, notBefore);
    }

    public HttpCall needing(TrafficClass newTraffic) {
        return new HttpCall(method, url, headers, credentials, body, sender, newTraffic, purpose, notBefore);
    }

    /** The same request at another URL; credentials stay behind when the origin is another. */
    public HttpCall movedTo(Url target) {
        List<Header> kept = target.sameOrigin(url) ? credentials : List.of();
        return new HttpCall(method, target, headers, kept, body, sender, traffic, purpose, notBefore);
    }

    /** A request with another method and no body, as a browser makes it after a 303. */
    public HttpCall asGet() {
        return new HttpCall("GET", url, headers, credentials, Optional.empty(), sender, traffic, purpose, notBefore);
    }

    public HttpCall purposed(Purpose newPurpose) {
        return new HttpCall(method, url, headers, credentials, body, sender, traffic, newPurpose, notBefore);
    }

    public HttpCall heldUntil(Instant moment) {
        return new HttpCall(method, url, headers, credentials, body, sender, traffic, purpose, Optional.of(moment));
    }

    /** Method, origin and path, without query, headers or body: these may hold secrets. */
    @Override
    public String toString() {
        return method + " " + url.origin() + url.path() + " as " + sender;
    }
}
