package dev.launchready.portal.draft;

import dev.launchready.model.Url;
import dev.launchready.portal.Address.Backend;
import dev.launchready.portal.Routes;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a portal before anybody has written its file. Every part but the URL may be empty.
 *
 * @param api where its API is, when that is elsewhere
 * @param hosts further hosts that belong to it
 * @param stack as it was recognised
 * @param imports files with routes, relative to the portal file to be
 * @param routes what these files hold, merged
 * @param selectors of DKIM that were found in DNS
 * @param repository the folder of its git repository, relative to the portal file to be
 */
public record DraftFacts(
        Url url,
        Optional<String> name,
        Optional<Url> api,
        List<String> hosts,
        Optional<String> mailDomain,
        List<String> stack,
        List<Backend> backends,
        Optional<SignIn> signIn,
        List<String> imports,
        Routes routes,
        List<String> selectors,
        Optional<String> repository) {
    public DraftFacts {
        hosts = List.copyOf(hosts);
        stack = List.copyOf(stack);
        backends = List.copyOf(backends);
        imports = List.copyOf(imports);
        selectors = List.copyOf(selectors);
    }

    /** Facts of which only the address is known. */
    public static DraftFacts of(Url url) {
        return new DraftFacts(
                url,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Routes.NONE,
                List.of(),
                Optional.empty());
    }

    /**
     * A form for signing in, as it was found.
     *
     * @param page the path of the page that it stands on
     * @param action the path that it is sent to
     * @param userField the name of the field for the user or the e-mail address
     * @param passwordField the name of the field for the password
     */
    public record SignIn(String page, String action, String userField, String passwordField) {}
}
