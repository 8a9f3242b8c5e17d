package dev.launchready.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.launchready.model.SecretInventory;
import dev.launchready.model.SecretInventory.Extent;
import dev.launchready.model.SecretInventory.Leak;
import dev.launchready.model.SecretInventory.Place;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** An inventory of secrets for programs; {@code docs/schema/secrets.schema.json} is its form. */
public final class SecretsJson {
    private static final int SCHEMA_VERSION = 1;

    private final ObjectMapper mapper = new ObjectMapper();
    private final String version;

    /** @param version of this program */
    public SecretsJson(String version) {
        this.version = version;
    }

    public void write(SecretInventory inventory, int exitCode, Appendable out) throws IOException {
        ObjectNode root = mapper.createObjectNode().put("schemaVersion", SCHEMA_VERSION);
        root.putObject("tool").put("name", "launch-ready").put("version", version);
        root.put("target", inventory.target()).put("exitCode", exitCode);
        Extent extent = inventory.extent();
        ObjectNode looked = root.putObject("looked")
                .put("sources", extent.files())
                .put("bytes", extent.bytes())
                .put("archiveEntries", extent.entries());
        strings(looked.putArray("leftOut"), extent.leftOut());
        strings(looked.putArray("unread"), extent.unread());
        ArrayNode secrets = root.putArray("secrets");
        inventory.leaks().forEach(leak -> secret(secrets.addObject(), leak));
        out.append(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root))
                .append('\n');
    }

    private static void secret(ObjectNode node, Leak leak) {
        node.put("fingerprint", leak.mark().fingerprint())
                .put("rule", leak.kind().rule())
                .put("kind", leak.kind().title())
                .put("use", leak.kind().use().name().toLowerCase(Locale.ROOT))
                .put("severity", leak.kind().severity().name())
                .put("proof", leak.proof().name())
                .put("counts", leak.closes())
                .put("prefix", leak.mark().prefix())
                .put("length", leak.mark().length());
        ObjectNode facts = node.putObject("facts");
        Words.sorted(leak.mark().facts()).forEach(each -> facts.put(each.getKey(), each.getValue()));
        node.put("met", leak.met());
        ArrayNode places = node.putArray("places");
        leak.places().forEach(place -> place(places.addObject(), place));
        strings(node.putArray("rotate"), leak.kind().rotate());
        node.put("restriction", leak.kind().restriction().orElse(null));
        node.put("state", leak.acceptance().known() ? "known" : "new");
        node.put("waived", leak.acceptance().waived().orElse(null));
    }

    private static void place(ObjectNode node, Place place) {
        node.put("file", place.file()).put("line", place.line()).put("column", place.column());
        node.put("label", place.label().orElse(null));
        strings(node.putArray("layers"), place.layers());
        place.lived()
                .ifPresent(lived -> node.put("since", lived.since())
                        .put("until", lived.until().orElse(null))
                        .put("inHead", lived.inHead()));
    }

    private static void strings(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
