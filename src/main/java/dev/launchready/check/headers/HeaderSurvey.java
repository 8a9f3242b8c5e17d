package dev.launchready.check.headers;

import dev.launchready.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of a portal's answers, by kind of answer.
 *
 * @param privateRoutes how many private routes the portal file knows
 * @param file the portal file as the person named it
 */
public record HeaderSurvey(List<Seen> answers, int privateRoutes, Optional<String> file) {
    public HeaderSurvey {
        answers = List.copyOf(answers);
    }

    /** What an answer is to a browser: each kind needs headers of its own. */
    public enum Part {
        PAGE,
        SIGN_IN,
        API,
        SCRIPT,
        STYLE,
        /** Pictures, fonts, manifests. */
        STATIC,
        /** A file to keep. */
        DOWNLOAD,
        REDIRECT,
        /** Any answer from 400 on. */
        ERROR,
        /** Any answer where a route that is known was asked in a way that it may not be ready for. */
        FAULT;

        boolean page() {
            return this == PAGE || this == SIGN_IN;
        }
    }

    /**
     * One answer.
     *
     * @param route the template, or the path where there is none
     * @param line of the portal file, where the route is named there
     * @param guarded the portal file calls the route private
     * @param viewer the identity's name, or {@code nobody}
     * @param headers those that a check of this family reads, by name in lower case, each line on its own
     * @param page what a browser makes of it, where it is a page
     * @param signs what the body gives away of its makers, such as {@code debug-page: Django}
     */
    public record Seen(
            String route,
            String host,
            Optional<Integer> line,
            Part part,
            boolean guarded,
            String viewer,
            int status,
            Map<String, List<String>> headers,
            Optional<PageTraits> page,
            List<SeenCookie> cookies,
            List<Sign> signs,
            Evidence.HttpExchange evidence) {
        public Seen {
            headers = Map.copyOf(headers);
            cookies = List.copyOf(cookies);
            signs = List.copyOf(signs);
        }

        List<String> lines(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }

        /** All lines of that name as one list (RFC 9110 section 5.3); empty text where there is none. */
        String joined(String name) {
            return String.join(", ", lines(name));
        }

        boolean has(String name) {
            return !lines(name).isEmpty();
        }

        boolean success() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * @param metaPolicies policies in {@code meta} elements
     * @param metaReferrer the referrer policy of a {@code meta} element
     * @param active it runs scripts or takes input, so that there is something to attack
     * @param nonceRepeated a second look at the page got the same script nonce
     * @param token it carries a hidden token of the visitor's own
     * @param jsonInside what was called a page is JSON
     * @param proposal a content security policy made from what the page loads
     */
    public record PageTraits(
            List<String> metaPolicies,
            Optional<String> metaReferrer,
            boolean active,
            boolean nonceRepeated,
            boolean token,
            boolean jsonInside,
            String proposal) {
        public PageTraits {
            metaPolicies = List.copyOf(metaPolicies);
        }
    }

    /**
     * A cookie that was set, without its value.
     *
     * @param session long enough and marked or named so that it may stand for a visitor
     * @param repeated a second request without cookies got the very same value
     */
    public record SeenCookie(String name, boolean session, boolean repeated) {}

    /**
     * Something that an answer's body gives away.
     *
     * @param kind {@code debug-page}, {@code stack-trace} or {@code version}
     * @param what the product, with its version where it is shown
     */
    public record Sign(String kind, String what) {}
}
