package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Tally;
import dev.launchready.check.face.Asset;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Whether a secret lies in anything that the portal has a browser load. */
public final class BundlesCheck implements Check<BundlesSeen> {
    static final Reason SCRIPTS_UNREAD = Reason.blocks("scripts-unread");
    static final Reason NOT_ALL_READ = Reason.blocks("not-all-read");

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    /** Where builds and containers leave the settings of the front end for it to fetch at its start. */
    static final List<String> SETTINGS = List.of(
            "/env.js",
            "/env.json",
            "/env-config.js",
            "/__env.js",
            "/config.js",
            "/config.json",
            "/runtime-config.js",
            "/runtime-config.json",
            "/app-config.json",
            "/appsettings.json",
            "/settings.json",
            "/assets/env.js",
            "/assets/config.json",
            "/assets/config/config.json",
            "/static/config.json",
            "/api/config");

    @Override
    public String id() {
        return "secrets.bundles";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> all = new HashSet<>(SecretReasons.all());
        all.addAll(Set.of(SCRIPTS_UNREAD, NOT_ALL_READ));
        return Set.copyOf(all);
    }

    @Override
    public Class<BundlesSeen> observed() {
        return BundlesSeen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(SETTINGS.size())
                .sharing(PublicFace.NAME, PublicFace.USUAL_REQUESTS)
                .within(TIMEOUT);
    }

    @Override
    public BundlesSeen observe(CheckContext context) throws ProbeException, InterruptedException {
        Served served = context.memo().get(Served.KEY);
        Harvest harvest = new Harvest(context.secrets());
        long bytes = 0;
        int scripts = 0;
        for (Asset asset : served.assets()) {
            bytes += look(harvest, asset.answer(), BundlesSeen.shown(asset.from()));
            scripts += asset.kind() == Asset.Kind.SCRIPT || asset.kind() == Asset.Kind.SERVICE_WORKER ? 1 : 0;
        }
        for (Page page : served.face().pages()) {
            bytes += lasting(context, harvest, page.answer());
        }
        for (Page page : served.signedInPages()) {
            bytes += page.answer()
                    .body()
                    .length; // its scripts are among the assets; the rest is for this identity alone
        }
        int settings = 0;
        for (String path : SETTINGS) {
            settings += settings(context, served, harvest, path);
        }
        return new BundlesSeen(
                harvest.found(),
                scripts,
                served.scriptsNamed(),
                served.face().pages().size() + served.signedInPages().size(),
                served.assets().size() - scripts + settings,
                served.signedInPages().size(),
                bytes,
                served.missed());
    }

    private static long look(Harvest harvest, HttpAnswer answer, String loader) {
        harvest.look(answer.body(), BundlesSeen.shown(answer.call().url()), placing(answer, loader));
        return answer.body().length;
    }

    private static UnaryOperator<Sighting> placing(HttpAnswer answer, String loader) {
        String url = BundlesSeen.shown(answer.call().url());
        return sighting -> sighting.loadedBy(loader).shownBy(command(url, sighting));
    }

    private static String command(String url, Sighting sighting) {
        return "curl -sS --compressed '" + url.replace("'", "%27") + "' | sed -n '" + sighting.line() + "p' | cut -b "
                + sighting.column() + "- | head -c 120";
    }

    /** A page may hold what is made anew for each visit; only what comes again is told. */
    private static long lasting(CheckContext context, Harvest harvest, HttpAnswer answer) throws InterruptedException {
        Harvest first = new Harvest(context.secrets());
        look(first, answer, BundlesSeen.shown(answer.call().url()));
        if (!first.found().isEmpty()) {
            Harvest second = new Harvest(context.secrets());
            try {
                HttpAnswer again =
                        context.http().send(HttpCall.get(answer.call().url()));
                look(second, again, "");
            } catch (ProbeException e) {
                second = first; // nothing speaks against it
            }
            Set<String> stay = second.found().stream()
                    .map(secret -> secret.ref().fingerprint())
                    .collect(Collectors.toSet());
            harvest.look(
                    answer.body(),
                    BundlesSeen.shown(answer.call().url()),
                    placing(answer, BundlesSeen.shown(answer.call().url())),
                    hit -> stay.contains(hit.ref().fingerprint()));
        }
        return answer.body().length;
    }

    /** @return 1 where settings are served at that path, else 0 */
    private static int settings(CheckContext context, Served served, Harvest harvest, String path)
            throws InterruptedException {
        Url url = served.face().front().url().at(path);
        try {
            HttpAnswer answer = context.http().send(HttpCall.get(url));
            boolean there = answer.status() == 200
                    && !answer.mediaType().equals("text/html")
                    && answer.body().length > 0
                    && answer.text().stripLeading().charAt(0) != '<'
                    && !served.face().missing().looksMissing(answer);
            if (there) {
                look(harvest, answer, BundlesSeen.shown(served.face().front().url()));
            }
            return there ? 1 : 0;
        } catch (ProbeException e) {
            return 0; // nobody named it: what does not answer is not there
        }
    }

    @Override
    public Judgement judge(BundlesSeen seen, Params params) {
        Tally tally = new Tally();
        SecretReasons.raise(tally, seen.found());
        if (seen.scripts() == 0 && seen.named() > 0) {
            tally.unproven(SCRIPTS_UNREAD, Map.of("named", Integer.toString(seen.named())));
        }
        seen.missed().stream()
                .limit(1)
                .forEach(first -> tally.unproven(
                        NOT_ALL_READ,
                        Map.of("count", Integer.toString(seen.missed().size()), "first", first)));
        tally.control(
                seen.scripts() == 0 ? "no-scripts" : "scripts-read",
                Map.of(
                        "scripts", Integer.toString(seen.scripts()),
                        "pages", Integer.toString(seen.pages()),
                        "others", Integer.toString(seen.others()),
                        "signed-in", Integer.toString(seen.signedIn()),
                        "kib", Long.toString(seen.bytes() / 1024)));
        SecretReasons.controlOfBrowserKeys(tally, SecretReasons.meantForBrowsers(seen.found()));
        return tally.fact("scripts", seen.scripts())
                .fact("pages", seen.pages())
                .fact("others", seen.others())
                .conclude();
    }
}
