package dev.launchready.check.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Portals;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A named host")
class NamedHostTest {

    @Test
    void has_its_plain_door_at_port_80() {
        assertThat(hosts("https://portal.example/start"))
                .containsExactly("portal.example PORTAL https://portal.example/ http://portal.example/");
    }

    @Test
    void keeps_port_80_when_https_has_a_port_of_its_own() {
        assertThat(hosts("https://portal.example:8443"))
                .containsExactly("portal.example PORTAL https://portal.example:8443/ http://portal.example/");
    }

    @Test
    void has_the_plain_door_that_the_file_names() {
        assertThat(hosts("https://portal.example:8443", "http://portal.example:8080"))
                .containsExactly("portal.example PORTAL https://portal.example:8443/ http://portal.example:8080/");
    }

    @Test
    void is_taken_with_both_doors_when_only_its_name_is_given() {
        assertThat(hosts("https://portal.example", "www.portal.example", "Old.Example:8443"))
                .containsExactly(
                        "portal.example PORTAL https://portal.example/ http://portal.example/",
                        "www.portal.example FURTHER https://www.portal.example/ http://www.portal.example/",
                        "old.example FURTHER https://old.example:8443/ http://old.example/");
    }

    @Test
    void is_named_once_however_often_it_is_written() {
        assertThat(hosts("https://portal.example", "portal.example", "https://portal.example"))
                .hasSize(1);
    }

    @Test
    void that_no_address_can_be_made_of_is_left_out() {
        assertThat(hosts("https://portal.example", "not a host")).hasSize(1);
    }

    @Test
    void is_under_development_when_it_is_plain_and_on_this_machine() {
        assertThat(NamedHost.of(portal("http://localhost:3000")).get(0).underDevelopment())
                .isTrue();
        assertThat(NamedHost.of(portal("http://127.0.0.1:3000")).get(0).underDevelopment())
                .isTrue();
        assertThat(NamedHost.of(portal("http://[::1]:3000")).get(0).underDevelopment())
                .isTrue();
        assertThat(NamedHost.of(portal("http://portal.example")).get(0).underDevelopment())
                .isFalse();
        assertThat(NamedHost.of(portal("https://127.0.0.1:3000")).get(0).underDevelopment())
                .isFalse();
        assertThat(NamedHost.of(portal("https://127.0.0.1:8443", "http://127.0.0.1:8080"))
                        .get(0)
                        .underDevelopment())
                .isFalse();
    }

    private static List<String> hosts(String url, String... further) {
        return NamedHost.of(portal(url, further)).stream()
                .map(host -> host.name() + " " + host.kind() + " " + host.secure() + " " + host.plain())
                .toList();
    }

    /** A portal whose API is at its own address. */
    static Portal portal(String url, String... further) {
        return Portals.at(Portals.address(Url.parse(url), Url.parse(url), List.of(further)));
    }
}
