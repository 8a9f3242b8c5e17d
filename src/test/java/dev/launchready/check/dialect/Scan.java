package dev.launchready.check.dialect;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CatalogException;
import dev.launchready.catalog.CatalogReader;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckFolder;
import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.DialectServer;
import dev.launchready.check.Judgement;
import dev.launchready.check.Memo;
import dev.launchready.check.Notebook;
import dev.launchready.check.Params;
import dev.launchready.check.dialect.Dialect.Flaw;
import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.SecretSearch;
import dev.launchready.portal.Portal;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.portal.file.PortalFileException;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.files.LocalFiles;
import dev.launchready.probe.git.JGitProbe;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.KeptAnswers;
import dev.launchready.probe.http.OkHttpProbe;
import dev.launchready.session.LiveSessions;
import dev.launchready.session.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one check against one small portal over the real ports, with the card's own parameters. */
public final class Scan {
    /** One for all, as it shows itself known input before it is first used. */
    private static final SecretSearch SECRETS = SecretSearch.builtIn(FingerprintKey.of("test"));

    private static final Catalog CATALOG = catalog();

    private Scan() {}

    public static <O extends Record> Judgement of(Check<O> check, Dialect dialect, Set<Flaw> flaws) throws Exception {
        try (DialectServer server = new DialectServer(ask -> dialect.answer(ask, flaws))) {
            return of(check, portal(server.port(), dialect.file(), dialect.files(server.port())));
        }
    }

    /** @param before what other checks of the run have sent */
    public static <O extends Record> Judgement of(Check<O> check, Portal portal, HttpCall... before)
            throws ProbeException, InterruptedException, IOException {
        return of(check, portal, Clock.systemUTC(), before);
    }

    /**
     * @param clock by which the run goes
     * @param before what other checks of the run have sent
     */
    public static <O extends Record> Judgement of(Check<O> check, Portal portal, Clock clock, HttpCall... before)
            throws ProbeException, InterruptedException, IOException {
        return of(check, portal, clock, Map.of(), before);
    }

    /** @param changed parameters in place of the card's */
    public static <O extends Record> Judgement of(
            Check<O> check, Portal portal, Clock clock, Map<String, Object> changed, HttpCall... before)
            throws ProbeException, InterruptedException, IOException {
        Map<String, Object> values = new HashMap<>(params(check.id()).values());
        values.putAll(changed);
        Params params = new Params(values);
        KeptAnswers answers = new KeptAnswers();
        try (OkHttpProbe http = Web.probe(portal, clock, answers)) {
            for (HttpCall call : before) {
                http.send(call);
            }
            Memory memo = new Memory();
            CheckContext context = new CheckContext(
                    portal,
                    params,
                    http,
                    (name, type) -> {
                        throw new IllegalStateException("no DNS here");
                    },
                    (host, port) -> {
                        throw new IllegalStateException("no TLS here");
                    },
                    clock,
                    memo,
                    new LiveSessions(portal, http, clock),
                    answers,
                    new LocalFiles(),
                    SECRETS,
                    JGitProbe.onAllProcessors(),
                    Notebook.NONE);
            memo.context = context;
            return check.judge(check.observe(context), params);
        }
    }

    private static final class Memory implements Memo {
        private final Map<String, Object> made = new HashMap<>();
        private @Nullable CheckContext context;

        @Override
        @SuppressWarnings("unchecked") // the name of a shared observation stands for its type
        public <T> T get(Shared<T> shared) throws ProbeException, InterruptedException {
            Object known = made.get(shared.name());
            if (known == null) {
                known = shared.observe(Objects.requireNonNull(context));
                made.put(shared.name(), known);
            }
            return (T) known;
        }
    }

    /** @param file from {@code identities} on */
    public static Portal portal(int port, String file) throws IOException {
        return portal(port, file, Map.of());
    }

    /** @param files that the portal file names, by name */
    public static Portal portal(int port, String file, Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory("dialect");
        folder.toFile().deleteOnExit(); // registered first, so removed last
        for (Map.Entry<String, String> each : files.entrySet()) {
            Path named = Files.writeString(folder.resolve(each.getKey()), each.getValue());
            named.toFile().deleteOnExit();
        }
        Path path = folder.resolve("launch-ready.yml");
        path.toFile().deleteOnExit();
        Files.writeString(path, "portal: {url: \"http://127.0.0.1:" + port + "\"}\n" + file);
        try {
            return PortalFile.read(path, Map.of());
        } catch (PortalFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Params params(String id) {
        CheckCard card = CATALOG.card(id).orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        card.params().forEach((name, param) -> values.put(name, param.value()));
        return new Params(values);
    }

    private static Catalog catalog() {
        try {
            return CatalogReader.read(CheckFolder.bundled());
        } catch (CatalogException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
