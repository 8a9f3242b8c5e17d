package dev.launchready.check.authz.backend;

import dev.launchready.check.face.PublicFace;
import dev.launchready.model.Url;
import java.util.ArrayList;
import java.util.List;

/**
 * All text that the front hands to a browser; raw, so it lives inside {@code observe} alone.
 *
 * @param parts a script, a page or an answer each
 */
record FrontText(List<Part> parts) {
    FrontText {
        parts = List.copyOf(parts);
    }

    record Part(Url url, String text) {}

    static FrontText of(PublicFace face) {
        List<Part> parts = new ArrayList<>();
        face.pages()
                .forEach(page -> parts.add(new Part(page.url(), page.answer().text())));
        face.assets()
                .forEach(asset -> parts.add(new Part(asset.url(), asset.answer().text())));
        face.data().forEach(answer -> parts.add(new Part(answer.call().url(), answer.text())));
        return new FrontText(parts);
    }
}
