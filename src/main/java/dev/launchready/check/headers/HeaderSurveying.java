package dev.launchready.check.headers;

import dev.launchready.check.CheckContext;
import dev.launchready.check.Memo;
import dev.launchready.check.face.Asset;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Reads the headers of the public face, of refusals and of an error; seen once for the whole family. */
final class HeaderSurveying implements Memo.Shared<HeaderSurvey> {
    static final HeaderSurveying SHARED = new HeaderSurveying();

    /** Pages looked at twice, to see what stays the same that should not. */
    private static final int MOST_TWICE = 4;
    /** Private routes asked for without a session; their refusals tell how the route is cached. */
    private static final int MOST_REFUSALS = 30;
    /** One page that is not there, one address that no router likes, and one visitor from another site. */
    private static final int ERRORS = 3;

    private static final int FIRST_ERROR = 500;

    static final int MOST_REQUESTS = MOST_TWICE + MOST_REFUSALS + ERRORS + PrivateAnswers.MOST_READ + 1;

    private HeaderSurveying() {}

    @Override
    public String name() {
        return "headers-survey";
    }

    @Override
    public HeaderSurvey observe(CheckContext context) throws ProbeException, InterruptedException {
        PublicFace face = context.memo().get(PublicFace.KEY);
        Portal portal = context.portal();
        Map<String, Seen> seen = new LinkedHashMap<>();
        Optional<Url> signIn = face.signIn().map(Page::url);
        int twice = 0;
        for (Page page : face.pages()) {
            boolean again = twice++ < MOST_TWICE;
            Optional<HttpAnswer> second =
                    again && ours(portal, page.answer()) ? get(context, page.url()) : Optional.empty();
            boolean isSignIn = signIn.filter(page.url()::equals).isPresent() || page.asksForPassword();
            add(portal, seen, page.answer(), second, isSignIn);
            page.redirects().forEach(hop -> add(portal, seen, hop, Optional.empty(), false));
        }
        face.data().forEach(answer -> add(portal, seen, answer, Optional.empty(), false));
        face.assets().stream().map(Asset::answer).forEach(answer -> add(portal, seen, answer, Optional.empty(), false));
        List<Seen> all = new ArrayList<>(seen.values());
        all.addAll(refusals(context));
        all.addAll(errors(context));
        context.memo().get(PrivateAnswers.KEY).all().stream()
                .filter(each -> ours(portal, each.answer()))
                .map(each -> SeenReader.of(SeenReader.read(each.answer(), Optional.empty(), false), each.route()))
                .forEach(all::add);
        int privateRoutes =
                (int) portal.routes().all().stream().filter(Route::isPrivate).count();
        return new HeaderSurvey(all, privateRoutes, portal.lines().file());
    }

    private static void add(
            Portal portal, Map<String, Seen> seen, HttpAnswer answer, Optional<HttpAnswer> second, boolean signIn) {
        if (ours(portal, answer)) {
            Seen read = SeenReader.read(answer, second, signIn);
            Optional<Route> route = portal.routes().all().stream()
                    .filter(each -> each.method().equals("GET")
                            && portal.resolve(each.template())
                                    .toString()
                                    .equals(answer.call().url().toString()))
                    .findFirst();
            seen.putIfAbsent(
                    answer.call().url().toString(),
                    route.map(known -> SeenReader.of(read, known)).orElse(read));
        }
    }

    /** What vendors answer is not for the portal's owner to mend. */
    private static boolean ours(Portal portal, HttpAnswer answer) {
        return portal.hosts().contains(answer.call().url().host());
    }

    private static List<Seen> refusals(CheckContext context) throws InterruptedException {
        Portal portal = context.portal();
        List<Seen> refusals = new ArrayList<>();
        List<Route> routes = portal.routes().all().stream()
                .filter(route -> route.isPrivate() && route.method().equals("GET") && route.safe())
                .filter(route -> !route.template().contains("{"))
                .limit(MOST_REFUSALS)
                .toList();
        for (Route route : routes) {
            get(context, portal.resolve(route.template()))
                    .map(answer -> SeenReader.of(SeenReader.read(answer, Optional.empty(), false), route))
                    .ifPresent(refusals::add);
        }
        return refusals;
    }

    private static List<Seen> errors(CheckContext context) throws InterruptedException {
        Url url = context.portal().url();
        String word = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50), Character.MAX_RADIX);
        List<Seen> errors = new ArrayList<>();
        for (String path : List.of("/lr" + word.toLowerCase(Locale.ROOT), "/lr" + word + "/%FF%FE")) {
            get(context, url.at(path)).map(SeenReader::missing).ifPresent(errors::add);
        }
        stranger(context, word).ifPresent(errors::add);
        return errors;
    }

    /** Some applications throw when a page of another site asks; the error shows what their users never see. */
    private static Optional<Seen> stranger(CheckContext context, String word) throws InterruptedException {
        HttpCall call = HttpCall.get(context.portal().api()).with("Origin", "https://" + word + ".example.org");
        try {
            HttpAnswer answer = context.http().send(call);
            return answer.status() >= FIRST_ERROR ? Optional.of(SeenReader.error(answer)) : Optional.empty();
        } catch (ProbeException e) {
            return Optional.empty();
        }
    }

    private static Optional<HttpAnswer> get(CheckContext context, Url url) throws InterruptedException {
        try {
            return Optional.of(context.http().send(HttpCall.get(url)));
        } catch (ProbeException e) {
            return Optional.empty();
        }
    }

    static Part part(HttpAnswer answer, boolean signIn) {
        if (answer.status() >= 400) {
            return Part.ERROR;
        }
        if (answer.status() >= 300) {
            return Part.REDIRECT;
        }
        String disposition = answer.header("content-disposition").orElse("").toLowerCase(Locale.ROOT);
        String type = answer.mediaType();
        if (disposition.startsWith("attachment")) {
            return Part.DOWNLOAD;
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return signIn ? Part.SIGN_IN : Part.PAGE;
        }
        if (type.contains("javascript")) {
            return Part.SCRIPT;
        }
        if (type.equals("text/css")) {
            return Part.STYLE;
        }
        boolean json = type.equals("application/json") || type.endsWith("+json");
        return json && !type.contains("manifest") ? Part.API : Part.STATIC;
    }
}
