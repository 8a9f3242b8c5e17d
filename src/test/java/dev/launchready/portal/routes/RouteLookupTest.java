package dev.launchready.portal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.file.PortalFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteLookupTest {
    private static final String FILE = """
            portal: {url: "https://portal.example", api: "https://portal.example/base", hosts: [files.portal.example]}
            routes:
              signed-in: [GET /api/me, GET /rest/invoices, "GET /rest/invoices?id=eq.{invoice}"]
              owned: ["GET /api/projects/{project}", "GET /api/projects/latest", "GET https://files.portal.example/f/{file}.pdf"]
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "GET,  https://portal.example/base/api/me,                        GET /api/me",
        "HEAD, https://portal.example/base/api/me,                        GET /api/me",
        "POST, https://portal.example/base/api/me,                        none",
        "GET,  https://portal.example/api/me,                             none",
        "GET,  https://portal.example/base/api/projects/17,               GET /api/projects/{project}",
        "GET,  https://portal.example/base/api/projects/latest,           GET /api/projects/latest",
        "GET,  https://portal.example/base/api/projects/17/tasks,         none",
        "GET,  https://portal.example/base/rest/invoices,                 GET /rest/invoices",
        "GET,  https://portal.example/base/rest/invoices?id=eq.5&x=1,     GET /rest/invoices?id=eq.{invoice}",
        "GET,  https://files.portal.example/f/a-1.pdf,                    GET https://files.portal.example/f/{file}.pdf"
    })
    void findsTheRouteThatSaysMostOfTheAddress(String method, String url, String expected) throws Exception {
        Path file = Files.writeString(folder.resolve("launch-ready.yml"), FILE);
        Portal portal = PortalFile.read(file, Map.of());
        String found = new RouteLookup(portal)
                .of(method, Url.parse(url), "")
                .map(Object::toString)
                .orElse("none");
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void namesAnyOtherAddressWithoutItsIds() {
        Url url = Url.parse(
                "https://portal.example/v1/users/7d0c1f6e-52a4-4a0f-9d52-0c7a4e0f1a11/files/inv_1001.pdf?x=1");
        assertThat(RouteLookup.template(url)).isEqualTo("/v1/users/{id}/files/{file}.pdf");
    }
}
