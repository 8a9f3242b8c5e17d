package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.FilesCheck.Sight;
import dev.launchready.check.authz.files.FileLink;
import dev.launchready.check.authz.files.FileLinks;
import dev.launchready.check.authz.files.SignedUrl;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Marker;
import dev.launchready.session.Misses;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Session;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Fetches files, and tells whose file came. */
final class FileFetch {
    private static final int MOST_HOPS = 3;
    private static final double NEARLY = 0.05;

    private final CheckContext context;
    private final Misses misses;

    FileFetch(CheckContext context) {
        this.context = context;
        this.misses = new Misses(context.portal(), context.http());
    }

    /**
     * What came in the end.
     *
     * @param leadsTo the file to which it leads on, where that may not be asked
     */
    record Got(HttpAnswer answer, Optional<FileLink> leadsTo) {

        /** Whether a file came, or the way to one. */
        boolean control() {
            return leadsTo.isPresent() || (answer.status() / 100 == 2 && answer.body().length > 0);
        }

        /** The exchange without the signatures in its addresses, whatever their parameters are called. */
        HttpExchange evidence() {
            HttpExchange seen = answer.evidence();
            List<String> secrets = Stream.concat(
                            Stream.of(answer.call().url()), leadsTo.stream().map(FileLink::url))
                    .flatMap(url -> SignedUrl.of(url).stream())
                    .map(SignedUrl::secret)
                    .filter(secret -> !secret.isEmpty())
                    .toList();
            return new HttpExchange(
                    seen.sender(),
                    seen.method(),
                    without(secrets, seen.url()),
                    seen.requestHeaders(),
                    seen.status(),
                    seen.responseHeaders().stream()
                            .map(header -> new Header(header.name(), without(secrets, header.value())))
                            .toList(),
                    seen.bodyBytes(),
                    without(secrets, seen.excerpt()),
                    seen.elapsed(),
                    without(secrets, seen.curl()));
        }

        private static String without(List<String> secrets, String text) {
            String masked = text;
            for (String secret : secrets) {
                masked = masked.replace(secret, "***");
            }
            return masked;
        }

        /** When it was answered, by the server's own clock where it tells it. */
        Instant at(Clock clock) {
            return FileFetch.at(answer, clock);
        }
    }

    /** What its owner got before and after, and the owner's own values in it. */
    record Original(Got before, Got after, List<String> markers) {
        Original {
            markers = List.copyOf(markers);
        }

        boolean stable() {
            return Arrays.equals(before.answer().body(), after.answer().body());
        }
    }

    static Instant at(HttpAnswer answer, Clock clock) {
        try {
            return answer.header("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                            .toInstant())
                    .orElseGet(clock::instant);
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }

    /** Whether that host may be asked: one of the portal's own, or by consent. */
    boolean allowed(Url url) {
        return ours(url) || consent(TrafficClass.THIRD_PARTY);
    }

    boolean mayTamper() {
        return consent(TrafficClass.ACTIVE);
    }

    private boolean ours(Url url) {
        return context.portal().hosts().contains(url.host());
    }

    private boolean consent(TrafficClass traffic) {
        return context.portal().consent().covers(traffic, LocalDate.now(context.clock()));
    }

    /** The file by that address, redirects followed as far as they may be. */
    Got as(Session who, Url url) throws ProbeException, InterruptedException {
        return got(who, url, TrafficClass.PASSIVE);
    }

    /** The same by an address that was altered. */
    Got unusual(Session who, Url url) throws ProbeException, InterruptedException {
        return got(who, url, TrafficClass.ACTIVE);
    }

    private Got got(Session who, Url url, TrafficClass traffic) throws ProbeException, InterruptedException {
        Url next = url;
        for (int hop = 0; ; hop++) {
            HttpCall call =
                    HttpCall.get(next).with("Accept", "*/*").needing(ours(next) ? traffic : TrafficClass.THIRD_PARTY);
            HttpAnswer answer = context.http().send(who.sign(call));
            Optional<Url> target = answer.location();
            Optional<FileLink> link = FileLinks.in(answer).stream().findFirst();
            if (target.isEmpty() || hop == MOST_HOPS) {
                return new Got(answer, Optional.empty());
            }
            if (!allowed(target.get())) {
                return new Got(answer, link);
            }
            next = target.get();
        }
    }

    Original original(Session owner, Got before, Got after) throws ProbeException, InterruptedException {
        String text = before.answer().text();
        String address = before.answer().call().url().toString();
        List<String> markers = context.sessions().markers(owner.identity()).stream()
                .map(Marker::value)
                .filter(value -> text.contains(value) && !address.contains(value))
                .toList();
        return new Original(before, after, markers);
    }

    /** What that somebody got of the original. */
    Sight sight(Original original, Session who, Got got) throws ProbeException, InterruptedException {
        HttpAnswer answer = got.answer();
        String text = answer.text();
        if (original.markers().stream().anyMatch(text::contains)) {
            return Sight.MARKED;
        }
        if (Onlooker.heldBack(answer)) {
            return Sight.UNCLEAR;
        }
        Optional<FileLink> way = original.before().leadsTo();
        if (way.isPresent()) {
            boolean same = got.leadsTo()
                    .filter(each -> each.file().equals(way.get().file()))
                    .isPresent();
            return same ? Sight.SAME : Sight.REFUSED;
        }
        if (answer.status() / 100 != 2) {
            return Sight.REFUSED;
        }
        Sight sight = alike(original, answer);
        return sight != Sight.REFUSED && standsIn(who, answer) ? Sight.REFUSED : sight;
    }

    private static Sight alike(Original original, HttpAnswer answer) {
        HttpAnswer before = original.before().answer();
        if (Arrays.equals(before.body(), answer.body())) {
            return Sight.SAME;
        }
        int most = Math.max(before.body().length, answer.body().length);
        boolean size = Math.abs(before.body().length - answer.body().length) <= NEARLY * most;
        boolean type = before.mediaType().equals(answer.mediaType());
        return !original.stable() && size && type ? Sight.ALIKE : Sight.REFUSED;
    }

    /** Whether the same comes for what does not exist: a page that stands in for anything. */
    private boolean standsIn(Session who, HttpAnswer answer) throws ProbeException, InterruptedException {
        return ours(answer.call().url())
                && misses.beside(who, answer.call()).stream()
                        .anyMatch(miss -> Arrays.equals(miss.body(), answer.body()));
    }
}
