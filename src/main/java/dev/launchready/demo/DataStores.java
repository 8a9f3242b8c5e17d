package dev.launchready.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The buckets of the data host that are asked as S3 is; closed to the public. */
final class DataStores {
    private static final String XML = "application/xml";

    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private final Map<String, String> added = new ConcurrentHashMap<>();

    /**
     * @param there whether anybody has made it
     * @param open whether nobody may list and read it
     * @param writable whether nobody may put files into it
     */
    private record Bucket(boolean there, boolean open, boolean writable, List<String> names) {}

    DataStores(Switches on) {
        buckets.put(
                "scans", new Bucket(true, on.has(DataFlaws.ANYONE_LISTS_BUCKET), false, List.of("export-2026-11.csv")));
        buckets.put("views", new Bucket(true, on.has(DataFlaws.BUCKET_LISTED), false, List.of("pier.png", "tide.png")));
        buckets.put("postbox", new Bucket(true, false, on.has(DataFlaws.ANYONE_WRITES_BUCKET), List.of()));
        buckets.put("archive", new Bucket(!on.has(DataFlaws.BUCKET_GONE), false, false, List.of()));
    }

    /** Their names, as the portal file lists them. */
    static List<String> names() {
        return List.of("scans", "views", "postbox", "archive");
    }

    boolean has(Visit visit) {
        return buckets.containsKey(steps(visit)[0]);
    }

    private static String[] steps(Visit visit) {
        return visit.path().substring(1).split("/", 2);
    }

    Reply answer(Visit visit) {
        String[] steps = steps(visit);
        Bucket bucket = buckets.get(steps[0]);
        Optional<String> name = steps.length > 1 ? Optional.of(steps[1]) : Optional.empty();
        if (bucket == null || !bucket.there()) {
            return error(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        boolean written = name.isPresent() && bucket.writable();
        if (!visit.reads()) {
            return written ? change(visit) : error(403, "AccessDenied", "Access Denied");
        }
        if (written && added.containsKey(visit.path())) {
            return Reply.of(200, Reply.TEXT, added.get(visit.path()));
        }
        if (!bucket.open()) {
            return error(403, "AccessDenied", "Access Denied");
        }
        return name.map(each -> Reply.of(200, "application/octet-stream", "-")).orElseGet(() -> list(steps[0], bucket));
    }

    private Reply change(Visit visit) {
        if (visit.method().equals("DELETE")) {
            added.remove(visit.path());
            return Reply.empty(204);
        }
        added.put(visit.path(), visit.text());
        return Reply.empty(200);
    }

    private static Reply list(String name, Bucket bucket) {
        String entries = bucket.names().stream()
                .map(each -> "<Contents><Key>" + each + "</Key><Size>1</Size></Contents>")
                .collect(Collectors.joining());
        return Reply.of(
                200,
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult"
                        + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + name + "</Name><KeyCount>"
                        + bucket.names().size() + "</KeyCount>" + entries + "</ListBucketResult>");
    }

    private static Reply error(int status, String code, String message) {
        return Reply.of(
                status,
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error>");
    }
}
