package dev.launchready.check.transport;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small portal that speaks as some kind of server does, in a sound and a flawed edition.
 *
 * @param key its name, and the first part of its domain
 * @param hosts the portal's own first; an empty text is the domain itself, {@code api} the API
 * @param plainPort whether somebody listens there at all, in the sound and in the flawed edition
 * @param legacy old path to new
 * @param soundly what checks say of the sound edition, where that is not the usual
 * @param flawedly what checks say of the flawed one
 */
record Dialect(
        String key,
        List<String> hosts,
        Site sound,
        Site flawed,
        boolean closedWhenSound,
        Map<String, String> legacy,
        Map<String, String> soundly,
        Map<String, String> flawedly) {

    static Dialect of(String key, Site sound, Site flawed) {
        return new Dialect(key, List.of(""), sound, flawed, false, Map.of(), Map.of(), Map.of());
    }

    Dialect at(String... newHosts) {
        return new Dialect(key, List.of(newHosts), sound, flawed, closedWhenSound, legacy, soundly, flawedly);
    }

    Dialect closedWhileSound() {
        return new Dialect(key, hosts, sound, flawed, true, legacy, soundly, flawedly);
    }

    Dialect moving(String from, String to) {
        return new Dialect(key, hosts, sound, flawed, closedWhenSound, Map.of(from, to), soundly, flawedly);
    }

    /** @param told as {@code FAIL page-in-clear} */
    Dialect soundly(String check, String told) {
        return new Dialect(key, hosts, sound, flawed, closedWhenSound, legacy, and(soundly, check, told), flawedly);
    }

    Dialect flawedly(String check, String told) {
        return new Dialect(key, hosts, sound, flawed, closedWhenSound, legacy, soundly, and(flawedly, check, told));
    }

    private static Map<String, String> and(Map<String, String> map, String check, String told) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(check, told);
        return more;
    }

    /** What it answers. */
    interface Site {
        Reply answer(Visit visit);
    }

    /**
     * One request to a dialect.
     *
     * @param sub the part of the host's name before the domain
     */
    record Visit(Ask ask, String sub, String domain, int plainPort, int securePort) {
        boolean secure() {
            return ask.secure();
        }

        String path() {
            return ask.path();
        }

        String target() {
            return ask.target();
        }

        /** The same host by https. */
        String here() {
            return https(sub);
        }

        String https(String other) {
            return "https://" + name(other) + ":" + securePort;
        }

        String http(String other) {
            return "http://" + name(other) + ":" + plainPort;
        }

        private String name(String other) {
            return other.isEmpty() ? domain : other + "." + domain;
        }
    }
}
