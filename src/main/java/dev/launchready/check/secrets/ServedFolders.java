package dev.launchready.check.secrets;

import dev.launchready.check.face.Asset;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.model.Url;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The folders from which the pages load scripts, styles and pictures: a server often hands out such a folder whole, with all that lies in it. */
final class ServedFolders {
    /** At one door. */
    private static final int MOST = 4;

    /** In all of them, with the one that must not be there in each. */
    static final int REQUESTS = MOST * (ExposedPaths.worst().size() + 1);

    private static final String LOADED =
            "script[src], img[src], link[href][rel~=(?i)stylesheet|icon|preload|manifest], source[src], video[src]";

    private ServedFolders() {}

    /** Those right below a door, each with a slash at its end; at most {@link #MOST}. */
    static List<String> under(Url door, PublicFace face) {
        Set<String> folders = new LinkedHashSet<>();
        Stream.concat(
                        face.assets().stream().map(Asset::url),
                        face.pages().stream().flatMap(ServedFolders::loaded))
                .filter(url -> url.sameOrigin(door))
                .flatMap(url -> first(door.path(), url.path()).stream())
                .forEach(folders::add);
        return folders.stream().limit(MOST).toList();
    }

    private static Stream<Url> loaded(Page page) {
        return page.document().select(LOADED).stream()
                .map(ServedFolders::reference)
                .flatMap(reference -> page.url().resolve(reference).stream());
    }

    private static String reference(Element element) {
        return element.hasAttr("src") ? element.attr("src") : element.attr("href");
    }

    private static Optional<String> first(String base, String path) {
        int end = path.startsWith(base) ? path.indexOf('/', base.length()) : -1;
        return end > base.length() ? Optional.of(path.substring(0, end + 1)) : Optional.empty();
    }
}
