package dev.launchready.portal.file;

import dev.launchready.model.Json;
import dev.launchready.portal.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a body of any shape; its credentials are told by the names of its members. */
enum BodyReader {
    /** Whatever a login sends may be a credential, and is refused in clear. */
    LOGIN {
        @Override
        String keep(Slot slot, String name, Text text) {
            return slot.reading().custody().loginField(name, text, slot.yaml().at(), slot.path());
        }
    },
    /** Test values may be written as they are; what came from outside under a credential's name stays secret. */
    FLOW {
        @Override
        String keep(Slot slot, String name, Text text) {
            return slot.reading().custody().flowField(name, text);
        }
    },
    /** Ids and the like, which are no credentials at all. */
    PLAIN {
        @Override
        String keep(Slot slot, String name, Text text) {
            return text.value();
        }
    };

    abstract String keep(Slot slot, String name, Text text);

    /** The body; what stands between quotes or comes from the environment is a text, the rest as YAML 1.2 reads it. */
    Json read(Slot slot) {
        return read(slot, "");
    }

    private Json read(Slot slot, String name) {
        if (slot.yaml() instanceof Yaml.Scalar scalar) {
            return scalar(slot, scalar, name);
        }
        if (slot.yaml() instanceof Yaml.Sequence) {
            List<Json> items = new ArrayList<>();
            slot.items().forEach(item -> items.add(read(item, name)));
            return new Json.Arr(items);
        }
        Map<String, Json> members = new LinkedHashMap<>();
        slot.section()
                .ifPresent(section -> section.rest().forEach((key, member) -> members.put(key, read(member, key))));
        return new Json.Obj(members);
    }

    private Json scalar(Slot slot, Yaml.Scalar scalar, String name) {
        if (!scalar.text().contains("${")) {
            keep(slot, name, Text.literal(scalar.json() instanceof Json.Bool ? "" : scalar.text()));
            return scalar.json();
        }
        return new Json.Str(slot.filled().map(text -> keep(slot, name, text)).orElse(""));
    }
}
