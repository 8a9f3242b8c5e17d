package dev.launchready.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The buckets of the data host: each client has a folder, named by the address, and a policy says who may list what. */
final class DataFiles {
    private static final String LISTING = "/storage/v1/object/list/";
    private static final String SERVED = "/storage/v1/object/public/";

    private final Map<String, Bucket> buckets = new LinkedHashMap<>();

    /** @param loose a file that lies in no folder */
    private record Bucket(DataRule rule, boolean isPublic, Optional<String> loose) {}

    DataFiles(Switches on) {
        DataRule own = DataRule.OWN;
        buckets.put(
                "contracts",
                new Bucket(
                        own.unless(on.has(DataFlaws.ANYONE_LISTS), DataRule.EVERYBODY),
                        false,
                        Optional.of("template.pdf")));
        buckets.put(
                "letters",
                new Bucket(own.unless(on.has(DataFlaws.OTHERS_FILES), DataRule.SIGNED_IN), false, Optional.empty()));
        boolean listed = on.has(DataFlaws.FILES_LISTED);
        buckets.put("pictures", new Bucket(own.unless(listed, DataRule.EVERYBODY), true, Optional.of("tide.png")));
    }

    Reply answer(Visit visit, Optional<Person> who) {
        if (visit.is("GET", "/storage/v1/bucket")) {
            return Reply.json(200, "[]");
        }
        if (visit.method().equals("POST") && visit.path().startsWith(LISTING)) {
            Bucket bucket = buckets.get(visit.path().substring(LISTING.length()));
            return bucket == null
                    ? refusal("404", "Bucket not found")
                    : Reply.json(200, JsonText.of(list(bucket, who)));
        }
        if (visit.reads() && visit.path().startsWith(SERVED)) {
            String[] parts = visit.path().substring(SERVED.length()).split("/", 2);
            Bucket bucket = buckets.get(parts[0]);
            boolean there = bucket != null
                    && bucket.isPublic()
                    && bucket.loose().filter(parts[1]::equals).isPresent();
            return there ? Reply.of(200, "image/png", new byte[] {1}) : refusal("404", "Bucket not found");
        }
        return refusal("404", "Route not found");
    }

    /** A list of a public bucket for everybody shows the house's own pictures alone. */
    private static List<Map<String, Object>> list(Bucket bucket, Optional<Person> who) {
        List<Map<String, Object>> entries = new ArrayList<>();
        boolean all = bucket.rule() == DataRule.EVERYBODY;
        bucket.loose().filter(name -> all).ifPresent(name -> entries.add(entry(name, "file-" + name)));
        for (Account account : Account.SEEDED) {
            boolean folder = !account.bills().isEmpty() && !(all && bucket.isPublic());
            if (folder && bucket.rule().shows(account.person().id(), who)) {
                entries.add(entry(account.person().email(), null));
            }
        }
        return entries;
    }

    private static Map<String, Object> entry(String name, @Nullable String id) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("id", id);
        return entry;
    }

    private static Reply refusal(String status, String message) {
        return Reply.json(400, JsonText.of(Map.of("statusCode", status, "error", message, "message", message)));
    }
}
