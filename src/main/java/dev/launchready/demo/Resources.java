package dev.launchready.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The texts that lie beside the classes, each read once. */
final class Resources {
    private static final ConcurrentMap<String, String> TEXTS = new ConcurrentHashMap<>();

    private Resources() {}

    /** @throws IllegalArgumentException when there is none of that name under {@code /demo/} */
    static String text(String name) {
        return TEXTS.computeIfAbsent(name, Resources::read);
    }

    private static String read(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource /demo/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
