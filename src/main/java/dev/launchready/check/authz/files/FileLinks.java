package dev.launchready.check.authz.files;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.Likeness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the addresses of files in answers: by how they are signed, by their endings, by their folders, and by what members are called. */
public final class FileLinks {
    private static final Pattern ASSET = ending("m?js|css|map|woff2?|ttf|otf|eot|ico|webmanifest|html?|php|aspx?");
    private static final Pattern PICTURE = ending("png|jpe?g|gif|webp|avif|svg|bmp|heic|tiff?");
    private static final Pattern DOCUMENT =
            ending("pdf|csv|tsv|xls[xm]?|od[tsp]|docx?|rtf|pptx?|zip|tar|t?gz|7z|txt|json|xml|ics|eml|msg|vcf"
                    + "|mp[34]|m4a|wav|ogg|mov|webm|avi|mkv|dcm|sql|bak|log|key|pages|numbers");
    private static final Pattern FOLDER =
            Pattern.compile("(?i)/(downloads?|attachments?|uploads?|exports?|avatars?|blobs?|user-?files"
                    + "|rails/active_storage|object/(sign|public|authenticated))/.");
    private static final Pattern MEMBER =
            Pattern.compile("(?i)(.*[_-])?(file|download|attachment|document|export|receipt|pdf|signed|presigned"
                    + "|blob|scan|recording|backup)[_-]?(url|uri|link|href|src|path|location)|download|attachment");
    private static final Pattern PICTURE_MEMBER = Pattern.compile(
            "(?i)(.*[_-])?(avatar|photo|picture|image|thumbnail|thumb|logo|icon|banner|cover)[_-]?(url|uri|link|href|src|path)?");

    /** The place of an address to which an answer leads on. */
    public static final String LOCATION = "location";

    private FileLinks() {}

    private static Pattern ending(String endings) {
        return Pattern.compile("(?i).+\\.(" + endings + ")");
    }

    /** Each address once. */
    public static List<FileLink> in(HttpAnswer answer) {
        Map<String, FileLink> found = new LinkedHashMap<>();
        if (answer.redirect()) {
            answer.location().ifPresent(url -> add(answer, url, LOCATION, found));
        } else if (answer.status() / 100 == 2) {
            JsonBody.parse(answer.text())
                    .ifPresentOrElse(json -> document(answer, json, found), () -> page(answer, found));
        }
        return List.copyOf(found.values());
    }

    private static void document(HttpAnswer answer, Json json, Map<String, FileLink> found) {
        json.scalars((path, value) -> {
            String text = value.text().orElse("");
            if (text.startsWith("/") || text.startsWith("http://") || text.startsWith("https://")) {
                String place = path.stream()
                        .map(step -> step.matches("[0-9]+") ? "*" : step)
                        .collect(Collectors.joining("."));
                address(answer, text).ifPresent(url -> add(answer, url, place, found));
            }
        });
    }

    private static void page(HttpAnswer answer, Map<String, FileLink> found) {
        if (!Likeness.html(answer)) {
            return;
        }
        String places = "a[href], img[src], video[src], audio[src], source[src], iframe[src], embed[src], object[data]";
        for (Element element : Jsoup.parse(answer.text()).select(places)) {
            String name = element.hasAttr("href") ? "href" : element.hasAttr("src") ? "src" : "data";
            boolean download = element.hasAttr("download");
            String place = download ? element.normalName() + ".download" : element.normalName();
            address(answer, element.attr(name)).ifPresent(url -> add(answer, url, place, found));
        }
    }

    private static Optional<Url> address(HttpAnswer answer, String text) {
        return text.isBlank() || text.startsWith("#")
                ? Optional.empty()
                : answer.call().url().resolve(text);
    }

    private static void add(HttpAnswer answer, Url url, String place, Map<String, FileLink> found) {
        String path = url.path();
        String member = place.substring(place.lastIndexOf('.') + 1);
        boolean signed = SignedUrl.of(url).isPresent();
        boolean picture = PICTURE.matcher(path).matches()
                || (!DOCUMENT.matcher(path).matches()
                        && (member.equals("img")
                                || PICTURE_MEMBER.matcher(member).matches()));
        boolean file = picture
                || signed
                || DOCUMENT.matcher(path).matches()
                || FOLDER.matcher(path).find()
                || MEMBER.matcher(member).matches();
        boolean page = path.equals("/") || ASSET.matcher(path).matches();
        if (file && !page) {
            found.putIfAbsent(url.toString(), new FileLink(url, answer, place, picture));
        }
    }
}
