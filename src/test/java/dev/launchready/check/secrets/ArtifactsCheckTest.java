package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsCheckTest {
    private static final String SOURCE = "source: {artifacts: [dist, ci/build.log]}\n";

    private final ArtifactsCheck check = new ArtifactsCheck();

    @TempDir
    Path folder;

    private SourcePortal built() throws Exception {
        return new SourcePortal(folder).write("dist/app.js", "const a=1;").write("ci/build.log", "$ npm run build\nok");
    }

    private String told(SourcePortal portal) throws Exception {
        return SourcePortal.told(portal.judge(check, SOURCE));
    }

    @Test
    void what_is_clean_passes_with_what_was_looked_at() throws Exception {
        ArtifactsCheck.Seen seen = built().observe(check, SOURCE);
        assertThat(seen.places()).extracting(ArtifactsCheck.Place::name).containsExactly("dist", "ci/build.log");
        assertThat(told(built())).isEqualTo("passes");
    }

    @Test
    void a_live_key_fails_a_test_key_warns_and_a_key_for_browsers_is_at_home_there() throws Exception {
        assertThat(told(built().write("dist/a.js", "k=\"" + Keys.stripeLive(1) + "\"")))
                .isEqualTo("fails live-secret");
        assertThat(told(built().write("dist/a.js", "k=\"" + Keys.stripeLive(1).replace("live", "test") + "\"")))
                .isEqualTo("warns test-key");
        assertThat(told(built().write("dist/a.js", "k=\"" + Keys.stripeLive(1).replace("sk_live", "pk_live") + "\"")))
                .isEqualTo("passes");
        assertThat(told(built().write(
                                "dist/a.js",
                                "url=\"postgres://app:" + Keys.stripeLive(2).substring(8, 24) + "@db/app\"")))
                .isEqualTo("warns looks-like-a-secret");
    }

    @Test
    void logs_of_builds_and_archives_are_looked_into_and_places_are_told_from_the_portal_files_folder()
            throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("server/.env"));
            zip.write(("STRIPE=" + Keys.stripeLive(3)).getBytes(StandardCharsets.UTF_8));
        }
        SourcePortal portal = built().write("dist/site.zip", bytes.toByteArray())
                .write("ci/build.log", "env:\nSTRIPE=" + Keys.stripeLive(4) + "\n");
        assertThat(portal.observe(check, SOURCE).secrets())
                .flatExtracting(FoundSecret::sightings)
                .extracting(Sighting::file, Sighting::line)
                .containsExactlyInAnyOrder(tuple("dist/site.zip!/server/.env", 1L), tuple("ci/build.log", 2L));
    }

    @Test
    void what_was_not_built_is_not_clean() throws Exception {
        assertThat(told(new SourcePortal(folder).write("dist/app.js", "x"))).isEqualTo("blocks nothing-there");
    }

    @Test
    void what_cannot_be_read_is_told() throws Exception {
        ArtifactsCheck.Seen seen = built().observe(check, SOURCE);
        ArtifactsCheck.Seen torn = new ArtifactsCheck.Seen(seen.places(), seen.secrets(), List.of("dist/locked"), 1);
        assertThat(SourcePortal.told(check.judge(torn, SourcePortal.params(check))))
                .isEqualTo("blocks not-read");
    }
}
