package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.cli.Targets.Target;
import dev.launchready.engine.Plan;
import dev.launchready.engine.Task;
import dev.launchready.model.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;

/** What decides what a run does, as one short text: only a run with the same key can be resumed. */
final class RunKey {
    private RunKey() {}

    static String of(Target target, Catalog catalog, Plan plan) {
        String tasks = plan.tasks().stream().map(Task::id).sorted().collect(Collectors.joining(","));
        String text = String.join(
                "\n",
                Version.number(),
                catalog.digest(),
                plan.profile().id(),
                target.portal().url().toString(),
                String.join(",", target.portal().hosts()),
                String.join(",", target.portal().identities().keySet()),
                tasks);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Fingerprint.of(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
