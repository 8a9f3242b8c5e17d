package dev.launchready.check.cors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Url;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignOriginsTest {

    @ParameterizedTest
    @CsvSource({
        "harbor.example, harbor.example",
        "portal.harbor.example, harbor.example",
        "a.b.harbor.co.uk, harbor.co.uk",
        "harbor.co.uk, harbor.co.uk",
        "harbor.vercel.app, harbor.vercel.app",
        "x.up.railway.app, x.up.railway.app",
        "localhost, localhost"
    })
    void estimatesWhatItsOwnerHadToRegister(String host, String domain) {
        assertThat(ForeignOrigins.registrable(host)).isEqualTo(domain);
    }

    @Test
    void makesEveryLookalikeOfAPortal() {
        List<ForeignOrigin> tries = ForeignOrigins.lookalikes(Url.parse("https://portal.harbor.example"), "t9");

        assertThat(tries)
                .contains(
                        new ForeignOrigin(Kind.PREFIX, "https://portal.harbor.example.t9.example.org"),
                        new ForeignOrigin(Kind.SUFFIX, "https://t9harbor.example"),
                        new ForeignOrigin(Kind.UNESCAPED_DOT, "https://portalxharbor.example"),
                        new ForeignOrigin(Kind.SUBDOMAIN, "https://t9.harbor.example"),
                        new ForeignOrigin(Kind.ODD_CHARACTER, "https://portal.harbor.example`.t9.example.org"),
                        new ForeignOrigin(Kind.DOWNGRADED, "http://portal.harbor.example"));
    }

    @Test
    void anAddressHasNoDomainToImitate() {
        assertThat(ForeignOrigins.lookalikes(Url.parse("http://127.0.0.1:8080"), "t9"))
                .extracting(ForeignOrigin::kind)
                .containsOnly(Kind.PREFIX, Kind.ODD_CHARACTER);
    }

    @Test
    void aNameOnASharedPlatformHasNeighboursInsteadOfSubdomains() {
        assertThat(ForeignOrigins.lookalikes(Url.parse("https://harbor.onrender.com"), "t9"))
                .contains(
                        new ForeignOrigin(Kind.SUFFIX, "https://t9harbor.onrender.com"),
                        new ForeignOrigin(Kind.SHARED_HOSTING, "https://t9.onrender.com"));
    }
}
