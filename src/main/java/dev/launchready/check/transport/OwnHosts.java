package dev.launchready.check.transport;

import dev.launchready.check.face.NamedHost;
import dev.launchready.portal.Portal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts that an address in a script must be of to count without further proof: those named, and those beside them under the same
 * domain.
 *
 * @param domains under which every host is the portal's
 */
record OwnHosts(Set<String> names, Set<String> domains) {
    /** Under these, each name belongs to another customer or registrant. */
    private static final Pattern SHARED = Pattern.compile(
            "(co|com|org|net|gov|ac|edu|or|ne)\\.[a-z]{2}|(vercel|netlify|web|firebaseapp|herokuapp|onrender|fly|pages|workers|github|gitlab)"
                    + "\\.(app|com|dev|io)|azurewebsites\\.net|cloudfront\\.net|supabase\\.co");

    OwnHosts {
        names = Set.copyOf(names);
        domains = Set.copyOf(domains);
    }

    static OwnHosts of(Portal portal) {
        Set<String> domains = new HashSet<>();
        List<NamedHost> hosts = NamedHost.of(portal);
        for (NamedHost host : hosts) {
            String parent = host.name().substring(host.name().indexOf('.') + 1);
            String domain = parent.contains(".") ? parent : host.name();
            if (!host.address()
                    && domain.contains(".")
                    && !SHARED.matcher(domain).matches()) {
                domains.add(domain);
            }
        }
        return new OwnHosts(Set.copyOf(hosts.stream().map(NamedHost::name).toList()), domains);
    }

    boolean include(String host) {
        return names.contains(host) || domains.stream().anyMatch(domain -> host.endsWith("." + domain));
    }
}
