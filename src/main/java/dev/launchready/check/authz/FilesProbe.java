package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.FilesCheck.File;
import dev.launchready.check.authz.FilesCheck.Seen;
import dev.launchready.check.authz.FilesCheck.Sight;
import dev.launchready.check.authz.FilesCheck.Signed;
import dev.launchready.check.authz.FilesCheck.State;
import dev.launchready.check.authz.FilesCheck.Try;
import dev.launchready.check.authz.FilesCheck.Way;
import dev.launchready.check.authz.OwnFiles.Held;
import dev.launchready.check.authz.files.FileLink;
import dev.launchready.check.authz.files.FileLinks;
import dev.launchready.check.authz.files.SignedUrl;
import dev.launchready.check.face.Trouble;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Likeness;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches each file as its owner, as nobody, as strangers and as its owner again; with its signature altered; and after its end. */
final class FilesProbe {
    /** How old the Date of an answer may be: servers write it once a second, and some keep it for longer. */
    private static final Duration DATE_AGE = Duration.ofSeconds(3);

    private final CheckContext context;
    private final Pairs pairs;
    private final FileFetch fetch;
    private final List<Session> able;
    private final Map<String, Boolean> guarded = new HashMap<>();

    FilesProbe(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.pairs = new Pairs(context.portal());
        this.fetch = new FileFetch(context);
        this.able = context.sessions().able();
    }

    /** One file while it is looked at. */
    private record Looked(Held held, FileFetch.Original original, List<Try> tries) {
        /** Whether the owner got it afterwards as well: of an address that works once, everybody else's refusal says nothing. */
        boolean proves() {
            boolean shown = tries.stream().anyMatch(each -> each.sight() == Sight.MARKED || each.sight() == Sight.SAME);
            return shown || original.after().control();
        }
    }

    Seen look() throws ProbeException, InterruptedException {
        OwnFiles files = OwnFiles.of(context, able);
        List<File> told = new ArrayList<>();
        List<Looked> looked = new ArrayList<>();
        for (Held held : files.held()) {
            if (!fetch.allowed(held.link().url())) {
                if (held.signed().isPresent() || !held.link().picture()) {
                    told.add(told(held, State.ELSEWHERE, "", List.of()));
                }
                continue;
            }
            FileFetch.Got before = fetch.as(held.owner(), held.link().url());
            boolean page = held.signed().isEmpty() && !held.direct() && Likeness.html(before.answer());
            boolean over = held.signed()
                    .filter(each -> each.endedBy(before.at(context.clock())))
                    .isPresent();
            if (!before.control() && !page && !over) {
                told.add(told(
                        held,
                        State.REFUSED_TO_OWNER,
                        String.valueOf(before.answer().status()),
                        List.of()));
            } else if (before.control() && !page) {
                Looked one = asItIs(held, before);
                if (one.proves()) {
                    looked.add(one);
                } else {
                    int after = one.original().after().answer().status();
                    told.add(told(held, State.REFUSED_TO_OWNER, String.valueOf(after), List.of()));
                }
            }
        }
        for (Looked each : looked) {
            tampered(each, looked);
        }
        for (Looked each : looked) {
            ended(each);
            told.add(told(each.held(), State.LOOKED, "", each.tries()));
        }
        return new Seen(told, files.shared());
    }

    private Looked asItIs(Held held, FileFetch.Got before) throws ProbeException, InterruptedException {
        Url url = held.link().url();
        Map<Session, FileFetch.Got> got = new LinkedHashMap<>();
        got.put(context.sessions().nobody(), fetch.as(context.sessions().nobody(), url));
        for (Session reader : strangers(held)) {
            got.put(reader, fetch.as(reader, url));
        }
        FileFetch.Original original = fetch.original(held.owner(), before, fetch.as(held.owner(), url));
        List<Try> tries = new ArrayList<>();
        for (Map.Entry<Session, FileFetch.Got> each : got.entrySet()) {
            tries.add(attempt(held, original, each.getKey(), Way.AS_IT_IS, each.getValue()));
        }
        return new Looked(held, original, tries);
    }

    private List<Session> strangers(Held held) {
        return able.stream()
                .filter(each -> pairs.strangers(held.owner().identity(), each.identity()))
                .toList();
    }

    private Try attempt(Held held, FileFetch.Original original, Session reader, Way way, FileFetch.Got got)
            throws ProbeException, InterruptedException {
        Sight sight = fetch.sight(original, reader, got);
        String owner = held.owner().identity();
        return new Try(
                reader.identity(),
                reader.isNobody() ? reader.identity() : pairs.roles(owner, reader.identity()),
                way,
                sight,
                sight != Sight.REFUSED && sight != Sight.UNCLEAR && (held.direct() || guarded(held, reader)),
                got.answer().status(),
                got.evidence());
    }

    /** Whether the answer that names the file does not name it to this somebody. */
    private boolean guarded(Held held, Session reader) throws ProbeException, InterruptedException {
        FileLink link = held.link();
        String key = reader.identity() + " " + link.source().call().url() + " " + link.file();
        Boolean known = guarded.get(key);
        if (known == null) {
            boolean own = reader == held.owner();
            HttpAnswer answer = context.http().send(reader.sign(link.source().call()));
            boolean told = !Trouble.of(answer.status());
            known = own
                    || (told
                            && FileLinks.in(answer).stream()
                                    .noneMatch(each -> each.file().equals(link.file())));
            guarded.put(key, known);
        }
        return known;
    }

    /** Only where nobody gets it by its address alone: elsewhere the signature is not what opens it. */
    private void tampered(Looked looked, List<Looked> others) throws ProbeException, InterruptedException {
        boolean opens = looked.tries().stream()
                .findFirst()
                .filter(nobody -> nobody.sight() != Sight.REFUSED)
                .isPresent();
        SignedUrl signed = looked.held().signed().orElse(null);
        if (signed == null || !opens || !fetch.mayTamper()) {
            return;
        }
        Map<Way, Url> ways = new LinkedHashMap<>();
        signed.bare().ifPresent(url -> ways.put(Way.UNSIGNED, url));
        ways.put(Way.ALTERED, signed.altered());
        signed.later().ifPresent(url -> ways.put(Way.LATER, url));
        others.stream()
                .filter(each -> each.held().link().url().sameOrigin(signed.url()))
                .flatMap(each -> each.held().signed().stream())
                .flatMap(other -> signed.under(other).stream())
                .findFirst()
                .ifPresent(url -> ways.put(Way.BORROWED, url));
        Session nobody = context.sessions().nobody();
        for (Map.Entry<Way, Url> way : ways.entrySet()) {
            FileFetch.Got got = fetch.unusual(nobody, way.getValue());
            looked.tries().add(attempt(looked.held(), looked.original(), nobody, way.getKey(), got));
        }
    }

    /** The first to end of its own address and those of the same file that the run was given earlier, once that end is past. */
    private void ended(Looked looked) throws ProbeException, InterruptedException {
        Held held = looked.held();
        List<SignedUrl> addresses = new ArrayList<>(held.signed().stream().toList());
        if (held.signed().isPresent()) {
            String source = held.link().source().call().url().toString();
            context.answers().all().stream()
                    .filter(answer -> answer.call().sender().equals(held.owner().identity())
                            && answer.call().url().toString().equals(source))
                    .flatMap(answer -> FileLinks.in(answer).stream())
                    .filter(link -> link.file().equals(held.link().file()))
                    .flatMap(link -> SignedUrl.of(link.url()).stream())
                    .forEach(addresses::add);
        }
        Instant latest = context.clock().instant().plusSeconds(context.params().integer("wait-seconds"));
        Optional<SignedUrl> over = addresses.stream()
                .filter(each ->
                        each.over().filter(moment -> !moment.isAfter(latest)).isPresent())
                .min(Comparator.comparing(each -> each.over().orElseThrow()));
        if (over.isPresent()) {
            looked.tries().add(afterEnd(looked, over.get(), latest));
        }
    }

    /** Where the server's clock says that the end is still to come, it is asked once more by that clock. */
    private Try afterEnd(Looked looked, SignedUrl link, Instant latest) throws ProbeException, InterruptedException {
        Session owner = looked.held().owner();
        Instant past = link.over().orElseThrow().plus(DATE_AGE);
        FileFetch.Got got = fetch.as(owner.restingUntil(past), link.url());
        Instant said = got.at(context.clock());
        if (link.endedBy(said)) {
            return attempt(looked.held(), looked.original(), owner, Way.ENDED, got);
        }
        Instant later = past.plus(Duration.between(said, context.clock().instant()));
        if (later.isAfter(latest.plus(DATE_AGE))) {
            Try early = attempt(looked.held(), looked.original(), owner, Way.ENDED, got);
            return new Try(
                    early.reader(), early.roles(), Way.ENDED, Sight.EARLY, false, early.status(), early.exchange());
        }
        FileFetch.Got again = fetch.as(owner.restingUntil(later), link.url());
        return attempt(looked.held(), looked.original(), owner, Way.ENDED, again);
    }

    private File told(Held held, State state, String answer, List<Try> tries) {
        Url url = held.link().url();
        return new File(
                OwnFiles.template(url),
                url.host(),
                held.source(),
                held.link().place(),
                held.link().picture(),
                held.owner().identity(),
                state,
                answer,
                held.signed().map(each -> signed(each, held.link().source())),
                fetch.mayTamper(),
                !strangers(held).isEmpty(),
                tries);
    }

    private Signed signed(SignedUrl url, HttpAnswer source) {
        Instant from = FileFetch.at(source, context.clock());
        return new Signed(
                url.kind(),
                url.lifetime(from).map(Duration::toHours),
                url.until().endless());
    }
}
