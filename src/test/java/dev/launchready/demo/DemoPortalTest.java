package dev.launchready.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.demo.DemoVisitor.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DemoPortalTest {
    private static DemoPortal sound;
    private static DemoVisitor visitor;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        sound = DemoPortal.start(Set.of());
        visitor = new DemoVisitor(sound);
    }

    @AfterAll
    static void stop() throws IOException {
        visitor.close();
        sound.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about", "/pricing", "/contact", "/login"})
    void everyPublicPageCarriesItsProtectionAndAFreshNonce(String path) throws IOException {
        Answer page = visitor.onPortal(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Strict-Transport-Security"))
                .contains("max-age=63072000")
                .contains("includeSubDomains");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(page.header("Content-Security-Policy"));
        assertThat(nonce.find()).isTrue();
        assertThat(page.text()).contains("nonce=\"" + nonce.group(1) + "\"").doesNotContain("@");
        assertThat(visitor.onPortal(path).header("Content-Security-Policy")).doesNotContain(nonce.group(1));
    }

    @Test
    void everyLinkedAssetIsThere() throws IOException {
        Matcher links = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"")
                .matcher(visitor.onPortal("/").text());
        while (links.find()) {
            assertThat(visitor.onPortal(links.group(1)).status())
                    .as(links.group(1))
                    .isEqualTo(200);
        }
        assertThat(visitor.onPortal("/nothing/here").status()).isEqualTo(404);
    }

    @Test
    void plainHttpLeadsToTheSamePlaceOverTls() throws IOException {
        Answer moved = visitor.get(sound.places().plain(Places.WWW) + "/about?from=mail");

        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.header("Location")).isEqualTo(sound.places().secure(Places.WWW) + "/about?from=mail");
    }

    @Test
    void everyOtherHostAndSpellingLeadsToTheOneAddress() throws IOException {
        String about = sound.places().secure(Places.PORTAL) + "/about?x=1";

        assertThat(visitor.get(sound.places().secure(Places.DOMAIN) + "/About/?x=1")
                        .header("Location"))
                .isEqualTo(about);
        assertThat(visitor.onPortal("/about/?x=1").header("Location")).isEqualTo(about);
        assertThat(visitor.onPortal("/about-us.html?x=1").header("Location")).isEqualTo(about);
        assertThat(visitor.get(sound.places().secure(Places.OLD) + "/kontakt").header("Location"))
                .isEqualTo(sound.places().secure(Places.PORTAL) + "/contact");
    }

    @Test
    void theApiLetsInItsOwnPortalAlone() throws IOException {
        String own = sound.places().secure(Places.PORTAL);

        Answer welcome = visitor.onApi("/api/health", "Origin", own);
        Answer stranger = visitor.onApi("/api/health", "Origin", "https://quayside.example");

        assertThat(welcome.header("Access-Control-Allow-Origin")).isEqualTo(own);
        assertThat(stranger.headers().get("Access-Control-Allow-Origin")).isNull();
        assertThat(stranger.header("Vary")).contains("Origin");
    }

    @Test
    void theNameServerTellsNamesTypesAndNothingApart() throws IOException {
        assertThat(ask(sound, Places.PORTAL, Type.A).getSection(Section.ANSWER)).hasSize(1);
        assertThat(ask(sound, Places.CDN, Type.A).getSection(Section.ANSWER)).hasSize(2);
        Message noData = ask(sound, Places.PORTAL, Type.AAAA);
        assertThat(noData.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(noData.getSection(Section.ANSWER)).isEmpty();
        assertThat(ask(sound, "gone.harbor.example", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask(sound, "_domainkey.harbor.example", Type.TXT).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask(sound, "s1._domainkey.harbor.example", Type.TXT).getSection(Section.ANSWER))
                .hasSize(1);
    }

    @Test
    void anExpiredCertificateFailsOnItsOwnHostAlone() throws IOException, GeneralSecurityException {
        try (DemoPortal flawed = DemoPortal.start(Set.of(HostFlaws.CERTIFICATE_EXPIRED));
                DemoVisitor guest = new DemoVisitor(flawed)) {
            assertThat(guest.onPortal("/").status()).isEqualTo(200);
            assertThatThrownBy(() -> guest.get(flawed.places().secure(HostFlaws.CERTIFICATE_EXPIRED.at()) + "/"))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void closingFreesPortsAndFolder() throws IOException {
        DemoPortal brief = DemoPortal.start(Set.of());
        Path folder = brief.portalFile().getParent();
        int port = brief.places().https();

        brief.close();

        assertThat(Files.exists(folder)).isFalse();
        assertThatThrownBy(() -> new Socket(Places.ADDRESS, port).close()).isInstanceOf(IOException.class);
    }

    @Test
    void everyFlawHasAnIdOfItsOwn() {
        assertThat(Flaws.all()).isNotEmpty().extracting(Flaw::id).doesNotHaveDuplicates();
        assertThat(Flaws.all()).allSatisfy(flaw -> assertThat(flaw.says()).endsWith("."));
    }

    private static Message ask(DemoPortal portal, String name, int type) throws IOException {
        SimpleResolver resolver = new SimpleResolver(Places.ADDRESS);
        resolver.setPort(portal.places().dns());
        resolver.setTimeout(Duration.ofSeconds(5));
        Name owner = Name.fromString(name, Name.root);
        return resolver.send(Message.newQuery(Record.newRecord(owner, type, DClass.IN)));
    }
}
