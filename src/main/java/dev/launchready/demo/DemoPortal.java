package dev.launchready.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The demo portal at work: two web servers, a name server and a folder with what a scan needs. Closing it stops the servers
 * and removes the folder.
 */
public final class DemoPortal implements AutoCloseable {
    private final DemoServer server;
    private final DemoNameServer names;
    private final DemoDatabase database;
    private final SilentPort silent;
    private final Places places;
    private final Path folder;
    private final Path portalFile;

    private DemoPortal(Switches on) throws IOException {
        folder = Files.createTempDirectory("launch-ready-demo");
        server = new DemoServer(HostCertificates.context(on));
        silent = new SilentPort();
        names = DemoNameServer.start(new DemoZone(on));
        places = new Places(server.plainPort(), server.securePort(), names.port());
        database = new DemoDatabase();
        server.serve(new DemoSite(places, database, on)::answer);
        Files.writeString(folder.resolve("ca.pem"), DemoAuthority.trusted().rootPem());
        Files.writeString(folder.resolve(DemoPortalFile.DESCRIPTION), DemoPortalFile.openApi(on));
        Files.writeString(folder.resolve(GraphApi.RECORDING), GraphApi.recording(places.secure(Places.API)));
        new DemoSource(on).write(folder);
        new DemoLeavings(on).write(folder);
        portalFile =
                Files.writeString(folder.resolve("launch-ready.yml"), DemoPortalFile.text(places, silent.port(), on));
    }

    /**
     * Starts on free ports of the loopback address.
     *
     * @param on what shall be wrong with it; empty: nothing
     * @throws IOException when no port or no temporary folder can be had
     */
    public static DemoPortal start(Set<Flaw> on) throws IOException {
        return new DemoPortal(new Switches(on));
    }

    /** Where a person starts, as a URL. */
    public String url() {
        return places.secure(Places.PORTAL);
    }

    /** The portal file, complete; its paths are relative to its folder. */
    public Path portalFile() {
        return portalFile;
    }

    /** The root certificate (PEM) that clients must trust. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    Places places() {
        return places;
    }

    /** The accounts that one can sign in with, a line each: address, password, role. */
    public List<String> accounts() {
        return Account.SEEDED.stream()
                .map(account -> account.person().email() + "  " + account.password() + "  ("
                        + account.person().role() + ", " + account.person().tenant() + ")")
                .toList();
    }

    /** What a person needs to look at it in a browser or with curl: addresses, accounts, certificate. */
    public String howToReach() {
        String curl = "curl --cacert " + authority() + " --resolve " + Places.PORTAL + ":" + places.https() + ":"
                + Places.ADDRESS + " " + url() + "/";
        return String.join(
                System.lineSeparator(),
                List.of(
                        "Portal       " + url(),
                        "API          " + places.secure(Places.API),
                        "Plain HTTP   " + places.plain(Places.PORTAL),
                        "DNS          " + Places.ADDRESS + ":" + places.dns(),
                        "Portal file  " + portalFile,
                        "Root cert    " + authority(),
                        "Accounts     " + String.join(System.lineSeparator() + "             ", accounts()),
                        "Try          " + curl));
    }

    @Override
    public void close() throws IOException {
        server.close();
        names.close();
        database.close();
        silent.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
