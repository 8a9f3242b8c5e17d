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
import dev.launchready.check.face.PublicFace.Unseen;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What browsers are given holds no secrets: pages with their inline scripts and the data that frameworks put into them, scripts with the
 * chunks that they load later, service workers, styles, manifests, and settings that lie beside them.
 */
public final class BundlesCheck implements Check<BundlesCheck.Seen> {
    static final Reason NOT_READ = Reason.blocks("not-read");
    static final Reason NO_PAGE = Reason.notApplicable("no-page");

    /** The settings that are asked for beside what pages name; each costs a request. */
    private static final int REQUESTS = Settings.PATHS.size();

    /**
     * @param pages how many pages were looked at
     * @param scripts how many scripts and service workers
     * @param others how many styles, manifests, settings and answers of public routes
     * @param bytes of all of them
     * @param unread of the portal's own, by address, with the problem
     */
    public record Seen(
            int pages, int scripts, int others, long bytes, List<FoundSecret> secrets, Map<String, String> unread) {
        public Seen {
            secrets = List.copyOf(secrets);
            unread = Map.copyOf(unread);
        }
    }

    @Override
    public String id() {
        return "secrets.bundles";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> reasons = new HashSet<>(SecretReasons.all());
        reasons.addAll(List.of(NOT_READ, NO_PAGE));
        return Set.copyOf(reasons);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(REQUESTS);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        PublicFace face = context.memo().get(PublicFace.KEY);
        Harvest harvest = new Harvest(context.secrets());
        Map<String, String> unread = new LinkedHashMap<>();
        long bytes = 0;
        List<Page> pages = face.pages().stream().filter(Page::html).toList();
        for (Page page : pages) {
            bytes += look(harvest, page.answer(), "", unread);
        }
        int scripts = 0;
        for (Asset asset : face.assets()) {
            bytes += look(harvest, asset.answer(), asset.from().path(), unread);
            scripts += asset.kind() == Asset.Kind.SCRIPT || asset.kind() == Asset.Kind.SERVICE_WORKER ? 1 : 0;
        }
        List<HttpAnswer> settings = pages.isEmpty() ? List.of() : new Settings(context, face).read();
        for (HttpAnswer answer : settings) {
            bytes += look(harvest, answer, "", unread);
        }
        for (HttpAnswer answer : face.data()) {
            bytes += look(harvest, answer, "", unread);
        }
        unseen(face, context.portal(), unread);
        int others =
                face.assets().size() - scripts + settings.size() + face.data().size();
        return new Seen(pages.size(), scripts, others, bytes, harvest.found(), unread);
    }

    private static long look(Harvest harvest, HttpAnswer answer, String loader, Map<String, String> unread) {
        Url url = answer.call().url();
        String name = url.origin() + url.path();
        if (answer.truncated()) {
            unread.put(name, "it is larger than is read, or broke off.");
        }
        harvest.look(
                answer.body(),
                name,
                sighting -> sighting.loadedBy(loader)
                        .shownBy("curl -s '" + name + "' | sed -n " + sighting.line() + "p | cut -c1-400"));
        return answer.body().length;
    }

    /** A file of somebody else that could not be read is no bundle of this portal. */
    private static void unseen(PublicFace face, Portal portal, Map<String, String> unread) {
        for (Unseen unseen : face.unseen()) {
            String host = Url.parse(unseen.url()).host();
            if (portal.hosts().stream().anyMatch(own -> own.equals(host) || own.startsWith(host + ":"))) {
                unread.put(unseen.url(), unseen.says());
            }
        }
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.pages() == 0 && seen.scripts() == 0 && seen.secrets().isEmpty()) {
            return seen.unread().isEmpty()
                    ? Tally.notApplicable(NO_PAGE)
                    : notRead(new Tally(), seen).conclude();
        }
        Tally tally = new Tally()
                .fact("scripts", seen.scripts())
                .fact("pages", seen.pages())
                .control(
                        "looked",
                        Map.of(
                                "pages", String.valueOf(seen.pages()),
                                "scripts", String.valueOf(seen.scripts()),
                                "others", String.valueOf(seen.others()),
                                "kb", String.valueOf(seen.bytes() / 1_000)));
        SecretReasons.meantForBrowsers(seen.secrets())
                .forEach(each -> tally.control(
                        "meant-for-browsers",
                        Map.of(
                                "kind",
                                each.kind(),
                                "shown",
                                each.shown(),
                                "file",
                                each.first().file())));
        SecretReasons.raise(tally, seen.secrets());
        return notRead(tally, seen).conclude();
    }

    private static Tally notRead(Tally tally, Seen seen) {
        seen.unread().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(1)
                .forEach(each -> tally.unproven(
                        NOT_READ,
                        Map.of(
                                "file",
                                each.getKey(),
                                "problem",
                                each.getValue(),
                                "more",
                                String.valueOf(seen.unread().size() - 1))));
        return tally;
    }
}
