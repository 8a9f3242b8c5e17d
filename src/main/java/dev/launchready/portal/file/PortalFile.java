package dev.launchready.portal.file;

import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Consent;
import dev.launchready.portal.Edge;
import dev.launchready.portal.Flows;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Latency;
import dev.launchready.portal.Login;
import dev.launchready.portal.Mail;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes;
import dev.launchready.portal.SourceTree;
import dev.launchready.portal.yaml.Mark;
import dev.launchready.portal.yaml.Yaml;
import dev.launchready.portal.yaml.YamlException;
import dev.launchready.portal.yaml.YamlText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code launch-ready.yml} into a {@link Portal}. */
public final class PortalFile {
    /** Enough for some 50,000 routes. */
    private static final int MAX_BYTES = 5 << 20;

    private PortalFile() {}

    /**
     * Reads the file and everything that it imports.
     *
     * @param environment the variables that {@code ${env:NAME}} may use
     * @throws PortalFileException with every problem of the file at once
     */
    public static Portal read(Path file, Map<String, String> environment) throws PortalFileException {
        String text = FileText.read(file, MAX_BYTES);
        Yaml yaml;
        try {
            yaml = YamlText.read(text, MAX_BYTES);
        } catch (YamlException e) {
            throw PortalFileException.of(file.toString(), e.at(), String.valueOf(e.getMessage()));
        }
        Reading reading = new Reading(file, environment);
        reading.index("", yaml);
        Optional<Portal> portal = new Slot(reading, "", yaml).section().flatMap(root -> portal(root, reading));
        reading.finish();
        return portal.orElseThrow(() -> new IllegalStateException("a portal file without problems gave no portal"));
    }

    /** A portal of which only the address is known. */
    public static Portal at(Url url) {
        return Portal.at(url);
    }

    /** The recordings that lend a session, each with where it is named. */
    private static Map<Path, Mark> recordings(Map<String, Identity> identities, Reading reading) {
        Map<Path, Mark> recordings = new LinkedHashMap<>();
        identities.forEach((name, identity) -> {
            if (identity.login() instanceof Login.HarLogin har) {
                recordings.putIfAbsent(har.file(), reading.mark("identities." + name + ".login.file"));
            }
        });
        return recordings;
    }

    private static Optional<Portal> portal(Section root, Reading reading) {
        Optional<Address> address = AddressReader.read(root, reading);
        Map<String, Slot> names = IdentityReader.names(root, reading);
        Consent consent = root.section("consent").map(PartsReader::consent).orElse(Consent.NONE);
        Map<String, Identity> identities = IdentityReader.read(names);
        Routes routes = RoutesReader.read(root.section("routes"), address, reading, recordings(identities, reading));
        Flows flows = root.section("flows").map(FlowsReader::read).orElse(Flows.NONE);
        Latency latency = root.section("latency").map(PartsReader::latency).orElse(Latency.DEFAULT);
        SourceTree source = root.section("source").map(PartsReader::source).orElse(SourceTree.NONE);
        Mail mail = root.section("mail").map(PartsReader::mail).orElse(Mail.NONE);
        Edge edge = root.section("edge").map(PartsReader::edge).orElse(Edge.NONE);
        Portal portal = new Portal(
                address.orElse(Address.of(Url.parse("http://localhost"))),
                consent,
                identities,
                routes,
                flows,
                latency,
                source,
                mail,
                edge,
                root.oneOrMany("ai", PartsReader::assistant),
                root.oneOrMany("journeys", Slot::existing),
                PartsReader.requests(root, "health"),
                root.map("attest", PartsReader::attested),
                root.get("waivers").flatMap(Slot::existing),
                root.get("access").flatMap(Slot::file),
                reading.lines());
        root.done();
        return address.map(each -> portal);
    }
}
