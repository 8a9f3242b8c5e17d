package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchivesTest {
    private static final SecretScanner SCANNER = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("test"));
    private static final byte[] SECRET =
            ("line\nkey: " + Samples.seeded(1).githubToken("ghp_")).getBytes(StandardCharsets.UTF_8);

    private final List<SecretHit> hits = new ArrayList<>();

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] tar(String name, byte[] content) {
        int padded = (content.length + 511) / 512 * 512;
        byte[] tar = new byte[512 + padded + 1024];
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(path, 0, tar, 0, path.length);
        byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, tar, 124, size.length);
        tar[156] = '0';
        System.arraycopy("ustar\00000".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 8);
        System.arraycopy(content, 0, tar, 512, content.length);
        return tar;
    }

    private Looked scan(byte[] bytes, String name) throws IOException {
        return SCANNER.scan(new ByteArrayInputStream(bytes), Source.of(name), hits::add);
    }

    @Test
    void a_secret_in_a_zip_is_found_in_its_entry() throws IOException {
        Looked looked = scan(zip("config/.env", SECRET), "backup.zip");
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.spot().source().name()).isEqualTo("backup.zip!/config/.env");
            assertThat(hit.spot().line()).isEqualTo(2);
        });
        assertThat(looked.whole()).isTrue();
        assertThat(looked.entries()).isEqualTo(1);
    }

    @Test
    void a_compressed_tar_with_a_jar_in_it_is_opened_to_the_bottom() throws IOException {
        scan(gzip(tar("lib/app.jar", zip("a.properties", SECRET))), "build.tar.gz");
        assertThat(hits)
                .extracting(hit -> hit.spot().source().name())
                .containsExactly("build.tar.gz!/build.tar!/lib/app.jar!/a.properties");
    }

    @Test
    void bytes_in_memory_are_opened_as_well() throws IOException {
        byte[] bytes = zip("x", SECRET);
        SCANNER.scan(bytes, Source.of("x.zip"), hits::add);
        assertThat(hits).hasSize(1);
    }

    @Test
    void an_archive_too_deep_in_others_is_told_of_and_not_opened() throws IOException {
        byte[] deep = SECRET;
        for (int depth = 0; depth < 5; depth++) {
            deep = zip("in" + depth + ".zip", deep);
        }
        Looked looked = scan(deep, "deep.zip");
        assertThat(hits).isEmpty();
        assertThat(looked.whole()).isFalse();
    }

    @Test
    void a_bomb_is_stopped_and_told_of() throws IOException {
        Looked looked = scan(gzip(new byte[300_000_000]), "bomb.gz");
        assertThat(looked.unread()).singleElement().asString().contains("bounds");
        assertThat(looked.bytes()).isLessThan(200_000_000);
    }

    @Test
    void what_is_packed_otherwise_is_told_of_by_name() throws IOException {
        assertThat(scan(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4}, "logs/app.log.1.xz")
                        .unread())
                .containsExactly("logs/app.log.1.xz is packed with xz, which is not opened: unpack it.");
        assertThat(scan(zip("old.zst", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 4}), "logs.zip")
                        .unread())
                .singleElement()
                .asString()
                .startsWith("logs.zip!/old.zst is packed with zstd");
        assertThat(scan("BZh is how a sentence may begin".getBytes(StandardCharsets.US_ASCII), "a.txt")
                        .unread())
                .isEmpty();
    }

    @Test
    void a_broken_archive_is_told_of() throws IOException {
        byte[] whole = zip("x", Samples.seeded(1).bytes(50_000));
        Looked looked = scan(java.util.Arrays.copyOf(whole, 20_000), "cut.zip");
        assertThat(looked.whole()).isFalse();
    }
}
