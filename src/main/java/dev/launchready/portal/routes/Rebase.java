package dev.launchready.portal.routes;

import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells which imported addresses are the portal's, and writes them as its routes are written: as paths below {@code portal.api}. */
public final class Rebase {
    private final Address address;
    private final String base;
    private final Set<String> hosts;
    private final String alias;

    public Rebase(Address address) {
        this(address, "");
    }

    private Rebase(Address address, String alias) {
        this.address = address;
        this.alias = alias;
        this.base = stripped(address.api().path());
        this.hosts = new TreeSet<>();
        address.hosts()
                .forEach(
                        host -> hosts.add(host.contains("://") ? Url.parse(host).host() : host));
        hosts.add(address.url().host());
        hosts.add(address.api().host());
        address.backends().forEach(backend -> hosts.add(backend.url().host()));
    }

    /** The same, with another host taken for that of the API: for what was recorded at another place of the same portal. */
    Rebase taking(String host) {
        return new Rebase(address, host);
    }

    /** The path below {@code portal.api} or the full URL of one of its other hosts; empty for a foreign host. */
    Optional<String> place(Url origin, String path) {
        if (api(origin) || origin.host().equals(alias)) {
            return Optional.of(below(path));
        }
        if (origin.sameOrigin(address.url()) || hosts.contains(origin.host())) {
            return Optional.of(origin.origin() + path);
        }
        return Optional.empty();
    }

    private boolean api(Url origin) {
        Url api = address.api();
        if (api.sameOrigin(origin)) {
            return true;
        }
        boolean elsewhere = origin.sameOrigin(address.url())
                || address.backends().stream().anyMatch(backend -> backend.url().sameOrigin(origin));
        boolean bothHere = Address.loopback(origin.host()) && Address.loopback(api.host());
        return !elsewhere && (origin.host().equals(api.host()) || bothHere);
    }

    /** A path of the API's host as it stands below {@code portal.api}; a full URL when it lies outside of its base path. */
    String below(String path) {
        if (base.isEmpty()) {
            return path;
        }
        if (path.equals(base) || path.startsWith(base + "/")) {
            String rest = path.substring(base.length());
            return rest.isEmpty() ? "/" : rest;
        }
        return address.api().origin() + path;
    }

    /** A path below a server whose host does not matter, such as the one that a description of the API names. */
    String onApi(String serverPath, String path) {
        String whole = stripped(serverPath) + path;
        return stripped(serverPath).equals(base) ? path : base.isEmpty() ? whole : below(whole);
    }

    private static String stripped(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
