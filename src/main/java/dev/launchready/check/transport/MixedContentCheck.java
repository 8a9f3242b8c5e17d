package dev.launchready.check.transport;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Listing;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.face.Asset;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.face.PublicFace.Unseen;
import dev.launchready.check.transport.InClear.What;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing that a page by https loads or sends goes over the wire in clear. */
public final class MixedContentCheck implements Check<MixedContentCheck.Seen> {
    static final Reason PASSWORD_IN_CLEAR = Reason.fails("password-in-clear");
    static final Reason FORM_IN_CLEAR = Reason.fails("form-in-clear");
    static final Reason ACTIVE = Reason.fails("active");
    static final Reason CALL_IN_CLEAR = Reason.fails("call-in-clear");
    static final Reason PASSIVE = Reason.warns("passive");
    static final Reason DATA_IN_CLEAR = Reason.warns("data-in-clear");
    static final Reason MANIFEST_IN_CLEAR = Reason.warns("manifest-in-clear");
    static final Reason NOT_READ = Reason.blocks("not-read");
    static final Reason NO_SECURE_PAGE = Reason.notApplicable("no-secure-page");

    private static final Map<What, Reason> REASONS = new EnumMap<>(Map.of(
            What.PASSWORD_FORM, PASSWORD_IN_CLEAR,
            What.FORM, FORM_IN_CLEAR,
            What.ACTIVE, ACTIVE,
            What.CALL, CALL_IN_CLEAR,
            What.PASSIVE, PASSIVE,
            What.DATA, DATA_IN_CLEAR,
            What.MANIFEST, MANIFEST_IN_CLEAR));

    private static final int SHOWN = 5;

    /**
     * @param pages paths of the pages by https that were looked through
     * @param sources how many styles, scripts, manifests and answers of the API besides
     * @param unread own files that could not be read, by address, with the problem
     * @param evidence of each page or file that names something in clear, by its path
     */
    public record Seen(
            List<String> pages,
            int sources,
            List<InClear> found,
            Map<String, String> unread,
            Map<String, HttpExchange> evidence) {
        public Seen {
            pages = List.copyOf(pages);
            found = List.copyOf(found);
            unread = Map.copyOf(unread);
            evidence = Map.copyOf(evidence);
        }
    }

    @Override
    public String id() {
        return "transport.mixed-content";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                PASSWORD_IN_CLEAR,
                FORM_IN_CLEAR,
                ACTIVE,
                CALL_IN_CLEAR,
                PASSIVE,
                DATA_IN_CLEAR,
                MANIFEST_IN_CLEAR,
                NOT_READ,
                NO_SECURE_PAGE);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    /** Sends nothing of its own: all it reads is the shared face. */
    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(0);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        PublicFace face = context.memo().get(PublicFace.KEY);
        OwnHosts own = OwnHosts.of(context.portal());
        List<Page> pages = face.pages().stream()
                .filter(page -> page.html() && page.url().secure())
                .toList();
        boolean covered = !pages.isEmpty() && pages.stream().allMatch(MixedMarkup::upgrades);
        Set<InClear> found = new LinkedHashSet<>();
        Map<String, HttpExchange> evidence = new LinkedHashMap<>();
        for (Page page : pages) {
            Set<InClear> ofPage = new LinkedHashSet<>(MixedMarkup.of(page));
            page.document()
                    .select("script:not([src])")
                    .forEach(script -> ofPage.addAll(
                            MixedScript.of(script.data(), own, page.url().path(), MixedMarkup.upgrades(page))));
            note(ofPage, page.answer(), found, evidence);
        }
        List<Asset> assets = pages.isEmpty() ? List.of() : face.assets();
        assets.forEach(asset -> note(of(asset, own, covered), asset.answer(), found, evidence));
        List<HttpAnswer> data = pages.isEmpty() ? List.of() : face.data();
        data.forEach(answer -> note(of(answer, covered), answer, found, evidence));
        List<String> paths = pages.stream().map(page -> page.url().path()).toList();
        int sources = assets.size() + data.size();
        return new Seen(paths, sources, new ArrayList<>(found), unread(face, own), evidence);
    }

    private static void note(
            Set<InClear> more, HttpAnswer answer, Set<InClear> found, Map<String, HttpExchange> evidence) {
        found.addAll(more);
        if (!more.isEmpty()) {
            evidence.putIfAbsent(answer.call().url().path(), answer.evidence());
        }
    }

    private static Set<InClear> of(Asset asset, OwnHosts own, boolean covered) {
        Url url = asset.url();
        String text = asset.answer().text();
        return switch (asset.kind()) {
            case STYLE -> MixedStyle.of(text, url, url.path(), covered);
            case SCRIPT, SERVICE_WORKER -> MixedScript.of(text, own, url.path(), covered);
            case MANIFEST ->
                JsonBody.parse(text)
                        .map(json -> MixedJson.manifest(json, url, url.path(), covered))
                        .orElse(Set.of());
            case BUILD_MANIFEST -> Set.of();
        };
    }

    private static Set<InClear> of(HttpAnswer answer, boolean covered) {
        Url url = answer.call().url();
        return JsonBody.parse(answer.text())
                .map(json -> MixedJson.media(json, url, url.path(), covered))
                .orElse(Set.of());
    }

    /** What the crawl's bound left out is said in the sentence on a pass; what failed may hold anything. */
    private static Map<String, String> unread(PublicFace face, OwnHosts own) {
        Map<String, String> unread = new LinkedHashMap<>();
        for (Unseen unseen : face.unseen()) {
            boolean ofPortal = own.include(Url.parse(unseen.url()).host());
            if (ofPortal && !unseen.code().equals(Unseen.BOUND)) {
                unread.put(unseen.url(), unseen.says());
            }
        }
        return unread;
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.pages().isEmpty()) {
            return Tally.notApplicable(NO_SECURE_PAGE);
        }
        Tally tally = new Tally().fact("pages", seen.pages().size()).fact("sources", seen.sources());
        Map<What, List<InClear>> open = seen.found().stream()
                .filter(found -> !found.covered())
                .collect(Collectors.groupingBy(InClear::what, () -> new EnumMap<>(What.class), Collectors.toList()));
        open.forEach((what, found) -> tally.raise(raised(what, found, seen)));
        List<InClear> covered = seen.found().stream().filter(InClear::covered).toList();
        if (!covered.isEmpty()) {
            tally.control("upgraded", Map.of("count", String.valueOf(covered.size())));
        }
        seen.unread().forEach((url, problem) -> tally.unproven(NOT_READ, Map.of("url", url, "problem", problem)));
        tally.control("read", Map.of("pages", String.join(", ", seen.pages())));
        return tally.conclude();
    }

    /** One finding for a site and a kind: the same mistake is most often made in one place and seen in many. */
    private static Raised raised(What what, List<InClear> found, Seen seen) {
        List<String> by = found.stream().map(InClear::by).distinct().toList();
        List<String> targets = found.stream().map(InClear::target).distinct().toList();
        List<HttpExchange> evidence = by.stream()
                .flatMap(path -> Optional.ofNullable(seen.evidence().get(path)).stream())
                .limit(SHOWN)
                .toList();
        return Raised.of(REASONS.getOrDefault(what, ACTIVE), Where.SITE, proof(what))
                .fact("count", targets.size())
                .fact("targets", Listing.of(targets, SHOWN))
                .fact("by", Listing.of(by, SHOWN))
                .showing(evidence);
    }

    /** Markup is loaded as it stands; a call in a script may never be reached. */
    private static Proof proof(What what) {
        return what == What.CALL ? Proof.STRONG : Proof.CONFIRMED;
    }
}
