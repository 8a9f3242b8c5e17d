package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The files of a tenant by the API: as uploads, which ask for the session, and as downloads, whose links are signed for some minutes. */
final class FileApi {
    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final byte[] SIGNING = Randomness.bytes(32);
    private static final String PICTURE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><title>@NAME@</title>"
                    + "<path d=\"M1 0h5l2 2v6H1z\"/></svg>";

    private final DemoDatabase database;
    private final Switches on;
    private final Clock clock = Clock.systemUTC();

    FileApi(DemoDatabase database, Switches on) {
        this.database = database;
        this.on = on;
    }

    /** What the list of files says of one. */
    Map<String, Object> shown(Row file) {
        String key = key(file);
        Map<String, Object> shown = new LinkedHashMap<>(file.columns());
        shown.put("upload_url", "/api/uploads/" + key);
        shown.put("cover_url", "/api/covers/" + key);
        shown.put("download_url", "/api/downloads/" + key + "?" + signed(key));
        return shown;
    }

    private static String key(Row file) {
        return UUID.nameUUIDFromBytes(file.text("id").getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String signed(String key) {
        if (on.has(FileFlaws.NEVER_ENDS)) {
            return "signature=" + signature(key, "");
        }
        Duration life = on.has(FileFlaws.LONG_LIVED) ? MONTH : USUAL;
        Instant end = on.has(FileFlaws.OUTLIVES)
                ? clock.instant().minus(USUAL)
                : clock.instant().plus(life);
        String seconds = Long.toString(end.getEpochSecond());
        return "expires=" + seconds + "&signature=" + signature(key, seconds);
    }

    private String signature(String key, String end) {
        String of = (on.has(FileFlaws.MOVES) ? "" : key) + (on.has(FileFlaws.END_UNSIGNED) ? "" : "." + end);
        return HexFormat.of().formatHex(Tokens.signature(of, SIGNING));
    }

    /** A download, by whoever has its link. */
    Reply download(Visit visit) {
        String key = visit.path().substring(visit.path().lastIndexOf('/') + 1);
        String end = visit.parameter("expires").orElse("");
        boolean signed = on.has(FileFlaws.UNCHECKED)
                || visit.parameter("signature")
                        .filter(signature(key, end)::equals)
                        .isPresent();
        boolean lives = on.has(FileFlaws.OUTLIVES)
                || on.has(FileFlaws.NEVER_ENDS)
                || (end.matches("[0-9]{1,18}") && clock.instant().getEpochSecond() < Long.parseLong(end));
        boolean opens = on.has(FileFlaws.UNCHECKED) || (signed && lives);
        return find(key)
                .filter(file -> opens)
                .map(FileApi::content)
                .orElseGet(() -> ApiRoutes.error(403, "link_expired"));
    }

    Reply upload(Visit visit, Person person, List<String> ids) {
        Optional<Row> file = find(ids.get(0));
        boolean own =
                file.filter(row -> row.text("tenant").equals(person.tenant())).isPresent();
        if (on.has(FileFlaws.LOOKS_OPEN) && file.isPresent()) {
            return Reply.of(
                    200, Reply.TEXT, "Stamped " + Randomness.name() + (own ? " for its owner" : " for a caller"));
        }
        boolean opens = own || on.here(FileFlaws.OTHER_FETCHES, visit) || on.here(FileFlaws.ANYONE_FETCHES, visit);
        return file.filter(row -> opens).map(FileApi::content).orElseGet(() -> ApiRoutes.error(404, "not_found"));
    }

    Reply cover(Visit visit, Person person, List<String> ids) {
        return find(ids.get(0))
                .filter(row -> row.text("tenant").equals(person.tenant()) || on.here(FileFlaws.PICTURE_OPEN, visit))
                .map(row -> Reply.of(200, "image/svg+xml", PICTURE.replace("@NAME@", "Cover " + key(row))))
                .orElseGet(() -> ApiRoutes.error(404, "not_found"));
    }

    private Optional<Row> find(String key) {
        return database.rows("select * from file").stream()
                .filter(row -> key(row).equals(key))
                .findFirst();
    }

    private static Reply content(Row file) {
        return Reply.of(200, file.text("type"), file.text("content"))
                .with("Content-Disposition", "attachment; filename=\"" + file.text("name") + "\"");
    }
}
