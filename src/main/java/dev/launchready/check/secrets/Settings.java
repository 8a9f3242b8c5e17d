package dev.launchready.check.secrets;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.PublicFace;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.util.ArrayList;
import java.util.List;

/** Files from which single-page applications read their settings when they start; pages do not always name them. */
record Settings(CheckContext context, PublicFace face) {
    static final List<String> PATHS = List.of(
            "/env.js",
            "/env.json",
            "/config.js",
            "/config.json",
            "/runtime-config.js",
            "/app-config.json",
            "/settings.json",
            "/assets/config.json",
            "/assets/env.js",
            "/__/firebase/init.json");

    /** Those that are there by their content; a page that stands in for anything is none, whatever its status. */
    List<HttpAnswer> read() throws InterruptedException {
        List<HttpAnswer> found = new ArrayList<>();
        Url front = face.front().url();
        for (String path : PATHS) {
            boolean known =
                    face.assets().stream().anyMatch(asset -> asset.url().path().equals(path));
            if (!known) {
                ask(front.at(path), found);
            }
        }
        return found;
    }

    private void ask(Url url, List<HttpAnswer> found) throws InterruptedException {
        try {
            HttpAnswer answer = context.http().send(HttpCall.get(url));
            if (answer.status() == 200 && holds(answer) && !face.missing().looksMissing(answer)) {
                found.add(answer);
            }
        } catch (ProbeException e) {
            // nobody has said that there is such a file, so nothing is left unread
            return;
        }
    }

    /** An object, or an assignment: what an application could read its settings from. */
    private static boolean holds(HttpAnswer answer) {
        String text = answer.text().strip();
        boolean object = text.startsWith("{") || text.startsWith("[");
        return object || (!text.startsWith("<") && text.contains("="));
    }
}
