package dev.launchready.check.face;

import dev.launchready.check.Memo;
import dev.launchready.probe.http.HttpAnswer;
import java.util.List;
import java.util.Optional;

/**
 * What a visitor sees of the portal, raw: it lives inside {@code observe} alone, and a check takes from it what it needs, redacted.
 *
 * @param front the front page, redirects followed
 * @param signIn where a person signs in, as far as that could be found
 * @param pages every page that was read, the front page first and the sign-in page with them
 * @param assets scripts, styles, manifests and service workers that the pages name, read within {@link CrawlBounds}
 * @param data answers of the API that need no credential: public routes and health routes of the portal file
 * @param missing how the portal answers for what it does not have
 * @param stack what the portal is made of, or what the portal file says about that
 * @param unseen what was named but not read, and why: so that a check never takes it for clean
 */
public record PublicFace(
        Page front,
        Optional<Page> signIn,
        List<Page> pages,
        List<Asset> assets,
        List<HttpAnswer> data,
        SoftNotFound missing,
        StackGuess stack,
        List<Unseen> unseen) {

    /** Fails, and with it every check that asks, when there is no front page to look at. */
    public static final Memo.Shared<PublicFace> KEY = new FaceCrawl(CrawlBounds.DEFAULT);

    /** By which footprints share it. */
    public static final String NAME = "public-face";

    /** Two pages, what they load, and what is not there: a portal's size is not known beforehand. */
    public static final int USUAL_REQUESTS = 24;

    public PublicFace {
        pages = List.copyOf(pages);
        assets = List.copyOf(assets);
        data = List.copyOf(data);
        unseen = List.copyOf(unseen);
    }

    public List<Asset> assets(Asset.Kind kind) {
        return assets.stream().filter(asset -> asset.kind() == kind).toList();
    }

    /**
     * Something that was named and not read.
     *
     * @param code of the failure, or {@link #BOUND} or {@link #TROUBLE}
     * @param says a sentence for a person
     */
    public record Unseen(String url, String code, String says) {
        /** The crawl's bound was reached first. */
        public static final String BOUND = "bound";

        /** It was answered, but only with what {@link dev.launchready.check.face.Trouble} names. */
        public static final String TROUBLE = "trouble";
    }
}
