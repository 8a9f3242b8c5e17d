package dev.launchready.portal.file;

import dev.launchready.portal.Flows;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Flows.Effect;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Identity.Expectation;
import dev.launchready.portal.Login.Refusal;
import dev.launchready.portal.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code flows}. */
final class FlowsReader {
    private static final List<String> NAMES = List.of(
            "login",
            "logout",
            "recovery",
            "invite",
            "search",
            "resend",
            "checkout",
            "upload",
            "webhook",
            "signup",
            "password-change",
            "email-change",
            "profile-change",
            "confirm");

    private FlowsReader() {}

    static Flows read(Section section) {
        Map<String, List<Flow>> named = new LinkedHashMap<>();
        Placeholders placeholders = new Placeholders(section.reading());
        section.get("create").ifPresent(slot -> placeholders.look("create", slot.yaml()));
        for (String name : NAMES) {
            section.get(name).ifPresent(slot -> placeholders.look(name, slot.yaml()));
            List<Flow> flows = section.oneOrMany(name, FlowsReader::flow);
            if (!flows.isEmpty()) {
                named.put(name, flows);
            }
        }
        Map<String, Creation> create = section.map("create", FlowsReader::creation);
        section.done();
        return new Flows(named, create);
    }

    private static Optional<Flow> flow(Slot slot) {
        if (slot.isText()) {
            return RequestReader.line(slot).map(Flow::of);
        }
        return slot.section().flatMap(section -> {
            Optional<Request> request = RequestReader.of(section, BodyReader.FLOW);
            Optional<Refusal> refused = RequestReader.refusal(section);
            Optional<String> field = section.text("field");
            Optional<Effect> effect = section.section("effect").flatMap(FlowsReader::effect);
            Optional<Expectation> signedIn = RequestReader.expectation(section);
            Optional<Request> undo = section.get("undo").flatMap(FlowsReader::removal);
            section.done();
            return request.map(each -> new Flow(each, refused, field, effect, signedIn, undo));
        });
    }

    private static Optional<Effect> effect(Section section) {
        Optional<Request> request = RequestReader.of(section, BodyReader.FLOW);
        Optional<String> counts = section.required("counts", "a JSONPath whose matches are counted")
                .flatMap(Slot::text);
        section.done();
        return request.flatMap(each -> counts.map(path -> new Effect(each, path)));
    }

    private static Optional<Creation> creation(Slot slot) {
        return slot.section().flatMap(section -> {
            Optional<Request> request = RequestReader.of(section, BodyReader.FLOW);
            Optional<String> id = section.required("id", "where the new object's id is found, such as $.id")
                    .flatMap(FlowsReader::idPlace);
            Optional<Slot> undo = section.required(
                    "undo", "the request that removes the object, such as \"DELETE /api/notes/{id}\", or none");
            Optional<Request> removal = undo.flatMap(FlowsReader::removal);
            section.done();
            return request.flatMap(each -> id.map(place -> new Creation(each, place, removal)));
        });
    }

    /** The request; empty where {@code none} is written out. */
    private static Optional<Request> removal(Slot slot) {
        boolean none = slot.yaml() instanceof dev.launchready.portal.yaml.Yaml.Scalar scalar
                && scalar.text().equals("none");
        return none ? Optional.empty() : RequestReader.any(slot);
    }

    private static Optional<String> idPlace(Slot slot) {
        Optional<String> text = slot.text();
        if (text.isPresent() && !text.get().startsWith("$")) {
            return slot.problem("'" + text.get()
                    + "' is no place of an id; write $.id, $request.body#/name or $response.header.Location");
        }
        return text;
    }
}
